import { ok, refuse, type RecordId, type Result } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import type { PackMove } from '../model/sealed/move-record.ts';
import { changeCase, isSaved } from './change-case.ts';
import { planJourney, type CaseProcedures } from './journey-acts.ts';
import { recordOf, today, type CaseRefusal, type OpenedCase } from './opened-case.ts';

/** A move as somebody decided it after looking at what changes. */
export interface NewMove {
  /** Drawn when the form was opened, so that a move whose answer was lost is not made twice. */
  readonly id: RecordId;
  readonly to: PackMove['to'];
  readonly reason: string;
  /** The version of the journey record that was looked at. */
  readonly seen: number;
}

/**
 * Moves a case to other versions of its packs: journey, dates, phase, head and the record of the move in ONE batch, with the
 * act `move-packs` signed in the log. Nothing happens when it was moved there already. `Stale`: somebody wrote into the
 * journey since it was looked at, so what was shown of the change may not be true any more.
 */
export function movePacks(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  { id, to, reason, seen }: NewMove,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const journey = recordOf(opened, 'journey');
  if (!journey) return Promise.resolve(refuse({ type: 'JourneyMissing' }));
  if (isSaved(opened, id)) return Promise.resolve(ok(opened));
  if (journey.version !== seen) return Promise.resolve(refuse({ type: 'Stale' }));
  const packs = to.map((pack) => ({ ...pack }));
  const planned = planJourney(session, procedures, opened, { ...journey.content, packs });
  if (!planned.ok) return Promise.resolve(planned);
  const { put, open } = planned.value;
  const move: PackMove = { on: today(session), from: journey.content.packs, to: packs, reason };
  return changeCase(session, opened, { puts: [put, { id, kind: 'move', content: move }], open, act: 'move-packs' });
}
