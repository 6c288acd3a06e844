import { civilDate, type CivilDate } from '#platform/base';

/** Stands for "nothing is due" in the order of lists; never leaves the store. */
const noDate = civilDate('2199-12-31');

/** The day as the index keeps it. */
export function dateToRow(date: CivilDate | null): CivilDate {
  return date ?? noDate;
}

/** The day as everybody else knows it. */
export function dateFromRow(date: CivilDate): CivilDate | null {
  return date === noDate ? null : date;
}
