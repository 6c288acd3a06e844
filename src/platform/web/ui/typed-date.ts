/** Day, month and year as typed; turned into a day by the form, so that wrong input is kept and explained. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** An empty date field. */
export const noDate: TypedDate = { day: '', month: '', year: '' };

/** The typed date of a day `YYYY-MM-DD`. */
export function toTypedDate(day: string): TypedDate {
  const [year = '', month = '', date = ''] = day.split('-');
  return { day: String(Number(date)), month: String(Number(month)), year };
}

/**
 * `YYYY-MM-DD` of what was typed, whether or not such a day exists; empty when nothing was. The year is left as it was
 * typed: "26" may be 1926 or 2026, so it is no day yet and the form asks for four figures.
 */
export function fromTypedDate({ day, month, year }: TypedDate): string {
  if (day.trim() === '' && month.trim() === '' && year.trim() === '') return '';
  return `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
}

/** English and Dutch, by their first three letters; both ways to write March in Dutch. */
const months: readonly (readonly string[])[] = [
  ['jan'],
  ['feb'],
  ['mar', 'maa', 'mrt'],
  ['apr'],
  ['may', 'mei'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec'],
];

/**
 * A pasted date with a year of four figures: 27-11-2026, 27/11/2026, 27.11.2026, 27 11 2026, 2026-11-27,
 * 27 november 2026, 27 Nov. 2026, alone or after a weekday. Null for everything else, which is pasted as it is.
 */
export function readPastedDate(text: string): TypedDate | null {
  const parts = text.split(/[-/., \u00a0]+/).filter((part) => part !== '');
  const afterWeekday = parts.length === 4 && /^\p{L}+$/u.test(parts[0] ?? '');
  const [first = '', second = '', third = '', ...more] = afterWeekday ? parts.slice(1) : parts;
  if (more.length > 0) return null;
  const month = monthOf(second);
  if (month === null) return null;
  if (/^\d{4}$/.test(first) && /^\d{1,2}$/.test(third)) return { day: String(Number(third)), month, year: first };
  if (/^\d{1,2}$/.test(first) && /^\d{4}$/.test(third)) return { day: String(Number(first)), month, year: third };
  return null;
}

function monthOf(text: string): string | null {
  if (/^\d{1,2}$/.test(text)) return String(Number(text));
  const start = text.toLowerCase().slice(0, 3);
  const at = months.findIndex((names) => names.includes(start));
  return /^\p{L}{3,}$/u.test(text) && at >= 0 ? String(at + 1) : null;
}
