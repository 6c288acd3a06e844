import { keepFor, keepUpTo } from '#platform/base';
import { numberOfDay, numberOfParts, partsOfNumber, weekdayOf } from './day-number.ts';
import type { Calendar, Confidence, HolidayRule } from '../pack.ts';

export interface Holiday {
  readonly name: string;
  readonly confidence: Confidence;
  readonly source: string;
  readonly unverified?: boolean;
}

/** Why nothing is due on a day; null on a working day. */
export type OffDay = { readonly code: 'weekend' } | ({ readonly code: 'holiday' } & Holiday);

const weekend = { code: 'weekend' } as const;

/** Whether a day is a Saturday, Sunday or holiday of the calendar. A holiday at the weekend is a holiday. */
export function offDay(calendar: Calendar, day: number): OffDay | null {
  const holiday = holidaysOf(calendar, partsOfNumber(day).year).get(day);
  if (holiday !== undefined) return { code: 'holiday', ...holiday };
  return weekdayOf(day) >= 6 ? weekend : null;
}

/** The holidays of a year by day number. A day that is several things has the name listed first. */
export function holidaysOf(calendar: Calendar, year: number): ReadonlyMap<number, Holiday> {
  return yearsOf(calendar)(year);
}

const yearsOf = keepFor((calendar: Calendar) => keepUpTo(400, (year: number) => holidaysIn(calendar, year)));

function holidaysIn(calendar: Calendar, year: number): ReadonlyMap<number, Holiday> {
  const holidays = new Map<number, Holiday>();
  for (const rule of calendar.holidays) {
    for (const day of daysOfHoliday(rule, year)) {
      if (holidays.has(day)) continue;
      const { name, confidence, source, unverified } = rule;
      holidays.set(day, { name, confidence, source, ...(unverified === undefined ? {} : { unverified }) });
    }
  }
  return holidays;
}

function daysOfHoliday(rule: HolidayRule, year: number): readonly number[] {
  if (rule.days !== undefined) return rule.days.filter((day) => day.startsWith(`${String(year)}-`)).map(numberOfDay);
  if (rule.easter !== undefined) return [easterSunday(year) + rule.easter];
  if (rule.month === undefined || rule.day === undefined) return [];
  const day = numberOfParts(year, rule.month, rule.day);
  return [rule.earlierOn !== undefined && weekdayOf(day) === rule.earlierOn ? day - 1 : day];
}

/** The calendar without the days off that nobody verified. */
export const withoutUnverified = keepFor((calendar: Calendar): Calendar => ({
  ...calendar,
  holidays: calendar.holidays.filter(({ unverified }) => unverified !== true),
}));

/** Easter Sunday of the Gregorian calendar, after the method of Meeus, Jones and Butcher. */
export function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const leap = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - leap - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const sum = moon + sunday - 7 * shift + 114;
  return numberOfParts(year, Math.floor(sum / 31), (sum % 31) + 1);
}
