import { ok, refuse } from '#platform/base';
import type { SpaceKindRules } from './kind-rules.ts';

/**
 * The directory of names: one space per programme that everybody may open and coordinators write.
 * Volunteers are targets too, so who they are is sealed like a case (security design, section 6).
 */
export const directoryRules: SpaceKindRules = {
  kind: 'directory',
  codedSchema: null,
  recordTypes: ['person'],
  replacedTypes: [],
  minimumMembers: () => 1,
  mayAppend: (_operation, { roles, relation }) => {
    const coordinates = roles.includes('coordinator') || roles.includes('duty');
    return coordinates && (relation === null || relation === 'coordinator')
      ? ok(undefined)
      : refuse({ type: 'NotPermitted' });
  },
  afterAppend: () => Promise.resolve(ok(undefined)),
  readCoded: () => Promise.resolve(new Map()),
};
