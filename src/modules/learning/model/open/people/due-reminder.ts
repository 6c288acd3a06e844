import { addDays, type CivilDate } from '#platform/base';

/** Days before a day by which something is to be done (again) on which it is told, the farthest first. */
const steps = [60, 14, 0] as const;

/**
 * Which step is to be told today about a day; null for none. A step counts from its day on until the next one, if that day came after
 * somebody asked: whoever asks is looking at it. After the day itself nothing is told (learning design, 5.6).
 */
export function dueReminder(by: CivilDate, askedOn: CivilDate, on: CivilDate): (typeof steps)[number] | null {
  if (on > by) return null;
  const step = steps.findLast((days) => addDays(by, -days) <= on);
  return step !== undefined && addDays(by, -step) > askedOn ? step : null;
}

/** After what somebody is reminded of has ended, their address is kept for so many days. */
export const addressDays = 30;
/** Who did not agree is asked no more after so many days. */
export const agreeDays = 7;
