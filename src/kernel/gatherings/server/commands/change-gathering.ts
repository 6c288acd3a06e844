import { ok, refuse, type Result } from '#platform/base';
import { addJob } from '#platform/server/jobs';
import { areTimes, changeRoster, type RosterAct, type RosterRefusal } from '../../model/change-roster.ts';
import type { GatheringId } from '../../model/gathering-ids.ts';
import type { Roster } from '../../model/roster.ts';
import type { GatheringCaller } from '../gathering-caller.ts';
import { noticeChanges } from '../notice-changes.ts';
import { insertGathering, lockGathering, saveGathering, type PlannedGathering } from '../store/gathering-store.ts';
import { insertSeat, listSeats, saveSeat, type Seated } from '../store/seat-store.ts';

/** Tells people of one gathering by mail; its payload is the id. */
export const tellPeopleName = 'gatherings.tell-people';

/** Plans a gathering that is still to come. */
export async function planGathering(
  { tx, tenant, clock }: GatheringCaller,
  planned: PlannedGathering,
): Promise<Result<undefined, RosterRefusal | { readonly type: 'GatheringTaken' }>> {
  if (!areTimes(planned) || planned.startsAt <= clock.now()) return refuse({ type: 'TimesWrong' });
  return (await insertGathering(tx, tenant, planned)) ? ok(undefined) : refuse({ type: 'GatheringTaken' });
}

/**
 * Does one act while the gathering is held: of two people who sign up at once, the second is judged by what the first left. What
 * people must be told is told after the transaction, by a job. `seated` says whose a new seat is; `details` what else is
 * written about the gathering.
 */
export async function changeGathering(
  caller: GatheringCaller,
  id: GatheringId,
  act: RosterAct,
  {
    seated,
    details,
  }: {
    readonly seated?: Seated & { readonly hash: string | null };
    readonly details?: Partial<Pick<PlannedGathering, 'place' | 'link' | 'accessNote'>>;
  } = {},
): Promise<Result<Roster, RosterRefusal>> {
  const { tx, tenant, clock } = caller;
  const gathering = await lockGathering(tx, tenant, id);
  if (gathering === null) return refuse({ type: 'NotFound' });
  const kept = await listSeats(tx, tenant, [id]);
  const before: Roster = { gathering, seats: kept };
  const changed = changeRoster(before, act, clock.now());
  if (!changed.ok) return changed;
  const { value: after } = changed;
  await saveGathering(tx, tenant, { ...gathering, ...after.gathering, ...details });
  const old = new Map(before.seats.map((seat) => [seat.id, seat]));
  for (const seat of after.seats) {
    const known = old.get(seat.id);
    if (known === undefined && seated !== undefined) await insertSeat(tx, tenant, id, { ...seat, ...seated });
    else if (known !== seat) await saveSeat(tx, tenant, seat);
  }
  await noticeChanges(caller, kept, after);
  if (after.seats.some((seat) => old.get(seat.id)?.revision !== seat.revision))
    await addJob(tx, tenant, { name: tellPeopleName, payload: { gathering: id }, after: clock.now() });
  return changed;
}
