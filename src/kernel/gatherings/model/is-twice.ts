import { localTimeText } from '#kernel/procedures';
import { gatheringZone } from './roster.ts';

const hour = 3_600_000;

/** Whether clocks show this time twice that night: an hour before or after, when summer time ends, they show the same. */
export function isTwice(instant: Date): boolean {
  const shown = (time: number): string => localTimeText(time, gatheringZone).slice(0, 16);
  const time = instant.getTime();
  return shown(time) === shown(time - hour) || shown(time) === shown(time + hour);
}
