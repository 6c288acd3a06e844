import { ok, type Result } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import {
  addToCase,
  isSaved,
  saveRecord,
  type CaseRefusal,
  type OpenedCase,
  type RecordToPut,
} from '#modules/casework/client';

/** Saves what a form made: a new record once, however often it is tried, or the next version of one. */
export function putRecord(
  session: SpaceSession,
  current: OpenedCase,
  put: RecordToPut,
  isNew: boolean,
): Promise<Result<OpenedCase, CaseRefusal>> {
  if (!isNew) return saveRecord(session, current, put);
  return isSaved(current, put.id) ? Promise.resolve(ok(current)) : addToCase(session, current, { puts: [put] });
}
