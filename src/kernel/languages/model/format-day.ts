import type { CivilDate } from '#platform/base';
import type { Language } from './language.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL' };
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}:${name}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locales[language], options);
    formats.set(key, found);
  }
  return found;
}

/** A civil day has no time; noon in UTC is the same day everywhere it is written out. */
function noon(day: CivilDate): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** "Monday 28 December 2026", "maandag 28 december 2026". */
export function formatDay(day: CivilDate, language: Language): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return format(language, 'long', options).format(noon(day)).replaceAll(',', '');
}

/**
 * A day written out for a person, in any language by its tag (BCP 47): the calendar and the digits that are on their
 * letters. A tag that the device does not know gives English.
 */
export function formatDayIn(day: CivilDate, tag: string): string {
  const words = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const locale = Intl.DateTimeFormat.supportedLocalesOf([tag])[0] ?? 'en-GB';
  const written = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...words,
    calendar: 'gregory',
    numberingSystem: 'latn',
  });
  return written.format(noon(day)).replaceAll(',', '');
}

/** "Mon 28 Dec", "ma 28 dec": for tables. The year is shown when it is not that of `today`. */
export function formatShortDay(day: CivilDate, language: Language, today: CivilDate): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  const text = sameYear
    ? format(language, 'short', options).format(noon(day))
    : format(language, 'short-year', { ...options, year: 'numeric' }).format(noon(day));
  return text.replaceAll(',', '').replaceAll('.', '');
}

/** "Mon", "ma". */
export function formatWeekday(day: CivilDate, language: Language): string {
  return format(language, 'weekday', { weekday: 'short', timeZone: 'UTC' }).format(noon(day)).replaceAll('.', '');
}

/** "Dec 2026", "dec 2026". */
export function formatMonth(day: CivilDate, language: Language): string {
  return format(language, 'month', { month: 'short', year: 'numeric', timeZone: 'UTC' })
    .format(noon(day))
    .replaceAll('.', '');
}

/** "17 August 1990", "August 1990", "1990": as much of a date as is known, from `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function formatPartDate(part: string, language: Language): string {
  const [year, month, day] = part.split('-').map(Number);
  if (!year || !month) return part;
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const instant = new Date(Date.UTC(year, month - 1, day ?? 1, 12));
  return day
    ? format(language, 'part-day', { ...options, day: 'numeric' }).format(instant)
    : format(language, 'part-month', options).format(instant);
}

/** "14:05" in Amsterdam. */
export function formatTime(instant: Date, language: Language): string {
  const options = { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Europe/Amsterdam' } as const;
  return format(language, 'time', options).format(instant);
}

/** "2,310", "2.310". */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}
