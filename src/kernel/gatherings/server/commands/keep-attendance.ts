import { ok, refuse, type Result, type UserId } from '#platform/base';
import type { GatheringId, SeatId } from '../../model/gathering-ids.ts';
import { insertMark, listMarks, type Mark } from '../store/attendance-store.ts';
import { lockGathering } from '../store/gathering-store.ts';
import { listSeats, type KeptSeat } from '../store/seat-store.ts';
import type { GatheringCaller } from '../gathering-caller.ts';

/** Attendance may be kept this long before the beginning: people come early. */
const earlyMinutes = 30;

/**
 * Keeps whether somebody who has a place was there. Another mark corrects the one before, which stays to be seen; the same one
 * twice changes nothing, and `changed` says so.
 */
export async function keepAttendance(
  { tx, tenant, clock }: GatheringCaller,
  id: GatheringId,
  { seat, mark, by }: { readonly seat: SeatId; readonly mark: Mark; readonly by: UserId },
): Promise<
  Result<
    { readonly seat: KeptSeat; readonly changed: boolean },
    { readonly type: 'NotFound' | 'TooEarly' | 'GatheringCancelled' }
  >
> {
  const now = clock.now();
  const gathering = await lockGathering(tx, tenant, id);
  const found = gathering && (await listSeats(tx, tenant, [id])).find((one) => one.id === seat);
  if (!gathering || found?.state.kind !== 'confirmed') return refuse({ type: 'NotFound' });
  if (gathering.state === 'cancelled') return refuse({ type: 'GatheringCancelled' });
  if (now.getTime() < gathering.startsAt.getTime() - earlyMinutes * 60_000) return refuse({ type: 'TooEarly' });
  const last = (await listMarks(tx, tenant, id)).findLast((line) => line.seat === seat);
  if (last?.mark === mark) return ok({ seat: found, changed: false });
  await insertMark(tx, tenant, { seat, mark, by, at: now });
  return ok({ seat: found, changed: true });
}
