import type { CivilDate } from '#platform/base';

/** The day of a date that the journey engine told; a term in hours ends on the day of its end. */
export function engineDay(told: string): CivilDate {
  // The engine's dates begin with a day in the form of days.
  return told.slice(0, 10) as CivilDate;
}
