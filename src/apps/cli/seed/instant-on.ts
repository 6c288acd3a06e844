import type { CivilDate } from '#platform/base';
import { gatheringZone } from '#kernel/gatherings';
import { readLocalTime } from '#kernel/procedures';

/** A time of a day as the clocks of Amsterdam go. */
export function instantOn(day: CivilDate, time: string): Date {
  const read = readLocalTime(`${day}T${time}`, gatheringZone);
  if (!read.ok) throw new RangeError('the clocks skip this time');
  return new Date(read.time);
}
