import type { Brand } from './brand.ts';

/** A day in a named place, written YYYY-MM-DD. Never an instant. */
export type CivilDate = Brand<string, 'CivilDate'>;

const dayMilliseconds = 86_400_000;

/** Reads YYYY-MM-DD of the years 1900 to 2199; null when the text is no day of the calendar. */
export function parseCivilDate(text: string): CivilDate | null {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return null;
  // Checked right above: this is the only way to make the brand from text.
  return text as CivilDate;
}

/** A day that the caller wrote as a literal; throws when it is none. */
export function civilDate(text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === null) throw new RangeError('not a day of the calendar');
  return day;
}

/** Days since 1970-01-01. */
export function dayNumber(day: CivilDate): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMilliseconds;
}

/** The day with this number of days since 1970-01-01. */
export function dayOfNumber(number: number): CivilDate {
  return civilDate(new Date(number * dayMilliseconds).toISOString().slice(0, 10));
}

/** The day `days` later; earlier when negative. */
export function addDays(day: CivilDate, days: number): CivilDate {
  return dayOfNumber(dayNumber(day) + days);
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Monday is 1, Sunday is 7 (ISO 8601). */
export function weekday(day: CivilDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const index = (((dayNumber(day) + 3) % 7) + 7) % 7;
  // A remainder of 7 plus one is one of the seven by arithmetic.
  return (index + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The first of a month and its number of days, for month arithmetic. `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day `months` later with the same number, or the last of a month that has no such day; earlier when negative. */
export function addMonths(day: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [inYear, inMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = Math.min(number, daysInMonth(inYear, inMonth));
  return civilDate([inYear, inMonth, last].map((part) => String(part).padStart(2, '0')).join('-'));
}

const amsterdamDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const quarterHour = 900_000;
let latest: { readonly quarter: number; readonly day: CivilDate } | null = null;

/**
 * The day it is in Europe/Amsterdam at this instant, whatever the machine's own zone. Asked again within a quarter of an
 * hour the answer is remembered: days begin on a quarter of an hour of UTC in every zone that has been in use since 1940.
 */
export function dayInAmsterdam(instant: Date): CivilDate {
  const quarter = Math.floor(instant.getTime() / quarterHour);
  if (latest?.quarter !== quarter) latest = { quarter, day: civilDate(amsterdamDay.format(instant)) };
  return latest.day;
}
