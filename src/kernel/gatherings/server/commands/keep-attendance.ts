import { ok, refuse, type Result, type UserId } from '#platform/base';
import type { GatheringId, SeatId } from '../../model/gathering-ids.ts';
import { roomTime } from '../../model/room-time.ts';
import { insertMark, listMarks, type Mark, type MarkWay } from '../store/attendance-store.ts';
import { lockGathering } from '../store/gathering-store.ts';
import { listSeats, type KeptSeat } from '../store/seat-store.ts';
import type { GatheringCaller } from '../gathering-caller.ts';

/** A seat, and whether its last mark is another one now. */
export interface KeptAttendance {
  readonly seat: KeptSeat;
  readonly changed: boolean;
}

export interface AttendanceRefusal {
  readonly type: 'NotFound' | 'TooEarly' | 'GatheringCancelled';
}

/**
 * Keeps whether somebody who has a place was there. Another mark corrects the one before, which stays to be seen; the same one
 * twice changes nothing, and `changed` says so.
 */
export async function keepAttendance(
  { tx, tenant, clock }: GatheringCaller,
  id: GatheringId,
  { seat, mark, by, way }: { readonly seat: SeatId; readonly mark: Mark; readonly by: UserId; readonly way: MarkWay },
): Promise<Result<KeptAttendance, AttendanceRefusal>> {
  const now = clock.now();
  const gathering = await lockGathering(tx, tenant, id);
  const found = gathering && (await listSeats(tx, tenant, [id])).find((one) => one.id === seat);
  if (!gathering || found?.state.kind !== 'confirmed') return refuse({ type: 'NotFound' });
  if (gathering.state === 'cancelled') return refuse({ type: 'GatheringCancelled' });
  if (roomTime(gathering, now) === 'early') return refuse({ type: 'TooEarly' });
  const last = (await listMarks(tx, tenant, [id])).findLast((line) => line.seat === seat);
  if (last?.mark === mark) return ok({ seat: found, changed: false });
  await insertMark(tx, tenant, { seat, mark, by, way, at: now });
  return ok({ seat: found, changed: true });
}
