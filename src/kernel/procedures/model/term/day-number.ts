import { keepUpTo, parseCivilDate } from '#platform/base';

// Days are integers since 1970-01-01 inside the engine: comparing and adding is then arithmetic, and a
// journey with sixty facts stays under a millisecond. Text is made once per day and kept.
const keptDays = 40_000;

export interface CivilParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The number of a day of the proleptic Gregorian calendar; month 1 to 12, the day may overflow. */
export function numberOfParts(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month and day of a day number. */
export function partsOfNumber(number: number): CivilParts {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** How many days a month has. */
export function lengthOfMonth(year: number, month: number): number {
  const next = month === 12 ? numberOfParts(year + 1, 1, 1) : numberOfParts(year, month + 1, 1);
  return next - numberOfParts(year, month, 1);
}

/** YYYY-MM-DD of a day number. */
export const dayText = keepUpTo(keptDays, (number: number): string => {
  const { year, month, day } = partsOfNumber(number);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
});

/** The number of a day that was checked before: only the first ten characters are read. */
export const numberOfDay = keepUpTo(keptDays, (text: string): number =>
  numberOfParts(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))),
);

/** Whether the text is a day of the calendar, YYYY-MM-DD. */
export const isDay = keepUpTo(keptDays, (text: string): boolean => parseCivilDate(text) !== null);

/** Monday is 1, Sunday is 7. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}
