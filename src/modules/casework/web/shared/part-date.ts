import { parseCivilDate } from '#platform/base';

/** Whether a text is a year, a month or a day: `1994`, `1994-03` or `1994-03-17`. */
export function isPartDate(text: string): boolean {
  return /^\d{4}(-\d\d){0,2}$/.test(text) && parseCivilDate(`${text}-01-01`.slice(0, 10)) !== null;
}
