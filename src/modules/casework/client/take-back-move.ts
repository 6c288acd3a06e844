import { ok, refuse, type RecordId, type Result } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import { isSaved } from './change-case.ts';
import type { CaseProcedures } from './journey-acts.ts';
import { movePacks, type NewMove } from './move-packs.ts';
import { recordOf, recordsOf, type CaseRefusal, type OpenedCase } from './opened-case.ts';

/** Which move is taken back, as an act of its own. */
export interface TakenBack extends Pick<NewMove, 'id' | 'reason'> {
  /** The record of the move that is taken back. */
  readonly move: RecordId;
}

/**
 * Moves a case back to the versions it stood on before one move. Like every move it is one signed batch that stays in the
 * history, done once however often it is asked with the same id. `Stale`: since that move somebody wrote into the journey,
 * which the versions before may read otherwise, or the case never made that move; it is left as it is.
 */
export function takeBackMove(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  { id, move, reason }: TakenBack,
): Promise<Result<OpenedCase, CaseRefusal>> {
  if (isSaved(opened, id)) return Promise.resolve(ok(opened));
  const journey = recordOf(opened, 'journey');
  const made = recordsOf(opened, 'move').find((record) => record.id === move);
  // A move is written in one batch with its journey and after it: a journey that lies later in the log was written since.
  if (!journey || !made || journey.seq > made.seq) return Promise.resolve(refuse({ type: 'Stale' }));
  return movePacks(session, procedures, opened, { id, to: made.content.from, reason, seen: journey.version });
}
