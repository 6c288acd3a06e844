import { ok, refuse, type AnyRefusal, type Result, type SpaceId } from '#platform/base';
import type { OperationPayload } from '#platform/crypto/envelope';

/**
 * Rules of the space that holds people's names, sealed for the whole programme (kind `directory`).
 * Coordinators make it and let people in and out; every member writes their own `person` record.
 * Written without naming the spaces area, which stands below this one.
 */
export const directoryRules = {
  kind: 'directory',
  codedSchema: null,
  recordTypes: ['person'],
  replacedTypes: ['person'],
  minimumMembers: () => 1,
  mayAppend: (operation: OperationPayload, context: { readonly roles: readonly string[] }): Result<void, AnyRefusal> => {
    const coordinator = context.roles.some((role) => role === 'coordinator' || role === 'duty');
    switch (operation.kind) {
      case 'put':
      case 'delete':
        return ok(undefined);
      case 'create':
      case 'grant':
      case 'revoke':
      case 'rotate':
        return coordinator ? ok(undefined) : refuse({ type: 'NotPermitted' });
      default:
        return refuse({ type: 'NotPermitted' });
    }
  },
  afterAppend: (): Promise<Result<void, AnyRefusal>> => Promise.resolve(ok(undefined)),
  readCoded: (): Promise<ReadonlyMap<SpaceId, unknown>> => Promise.resolve(new Map<SpaceId, unknown>()),
};
