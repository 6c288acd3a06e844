import { ok, refuse, type Result, type UserId } from '#platform/base';
import type { GatheringId, SeatId } from '../../model/gathering-ids.ts';
import { roomMinutesLeft, roomTime } from '../../model/room-time.ts';
import type { GatheringCaller } from '../gathering-caller.ts';
import { isRoomCode, minuteOf, roomCodeAt } from '../room-code.ts';
import { listGatherings } from '../store/gathering-store.ts';
import { insertShownRoom, listShownRooms } from '../store/room-store.ts';
import { keepAttendance, type KeptAttendance, type AttendanceRefusal } from './keep-attendance.ts';

interface RoomCaller extends GatheringCaller {
  readonly secrets: ReadonlyMap<string, string>;
}

/** Codes that a room shows, one for each minute, the first for the minute that runs. */
export interface RoomCodes {
  readonly now: Date;
  readonly codes: readonly string[];
}

/**
 * Gives whoever leads all codes that the room will show, until half an hour after the end: they change without a connection.
 * Whoever comes by one is vouched for by whoever showed it.
 */
export async function showRoom(
  { tx, tenant, clock, secrets }: RoomCaller,
  id: GatheringId,
  by: UserId,
): Promise<Result<RoomCodes, { readonly type: 'NotFound' | 'TooEarly' | 'RoomOver' | 'GatheringCancelled' }>> {
  const now = clock.now();
  const [gathering] = await listGatherings(tx, tenant, [id]);
  if (gathering === undefined) return refuse({ type: 'NotFound' });
  if (gathering.state === 'cancelled') return refuse({ type: 'GatheringCancelled' });
  const time = roomTime(gathering, now);
  if (time !== 'open') return refuse({ type: time === 'early' ? 'TooEarly' : 'RoomOver' });
  await insertShownRoom(tx, tenant, { gathering: id, by, at: now });
  const first = minuteOf(now);
  const room = { tenant, gathering: id, shownBy: by, secrets };
  const codes = Array.from({ length: roomMinutesLeft(gathering, now) }, (_, at) => roomCodeAt(room, first + at));
  return ok({ now, codes });
}

/** Keeps that somebody who has a place is there, by the code that the room shows; `by` is who showed it. */
export async function comeByRoomCode(
  caller: RoomCaller,
  id: GatheringId,
  { seat, typed }: { readonly seat: SeatId; readonly typed: string },
): Promise<
  Result<KeptAttendance & { readonly by: UserId }, AttendanceRefusal | { readonly type: 'RoomCodeWrong' | 'RoomOver' }>
> {
  const { tx, tenant, clock, secrets } = caller;
  const now = clock.now();
  const [gathering] = await listGatherings(tx, tenant, [id]);
  if (gathering === undefined) return refuse({ type: 'NotFound' });
  if (roomTime(gathering, now) === 'over') return refuse({ type: 'RoomOver' });
  const shown = await listShownRooms(tx, tenant, id);
  const by = shown.find((shownBy) => isRoomCode({ tenant, gathering: id, shownBy, secrets }, typed, now));
  if (by === undefined) return refuse({ type: 'RoomCodeWrong' });
  const kept = await keepAttendance(caller, id, { seat, mark: 'present', by, way: 'room-code' });
  return kept.ok ? ok({ ...kept.value, by }) : kept;
}
