import { addDays, weekday, type CivilDate } from '#platform/base';
import { isRunning, type Due } from '#modules/casework';
import type { CaseloadEntry } from '#modules/casework/client';

/** An open date of a case. */
export interface DatedLine {
  readonly entry: CaseloadEntry;
  readonly due: Due;
}

/** How near a date is; each date belongs to one of them. */
export const dateSpans = ['late', 'week', 'month', 'quarter', 'later'] as const;
export type DateSpan = (typeof dateSpans)[number];

/** The span of a date as seen from a day: 7, 30 and 90 days count the last day along. */
export function spanOf(date: CivilDate, today: CivilDate): DateSpan {
  if (date < today) return 'late';
  if (date <= addDays(today, 7)) return 'week';
  if (date <= addDays(today, 30)) return 'month';
  return date <= addDays(today, 90) ? 'quarter' : 'later';
}

/** Every open date of running cases, earliest first. */
export function datedLines(entries: readonly CaseloadEntry[]): readonly DatedLine[] {
  return entries
    .flatMap((entry): readonly DatedLine[] => {
      if (!entry.open || !isRunning(entry.open.state.name)) return [];
      return entry.open.due.filter(({ metOn }) => metOn === null).map((due) => ({ entry, due }));
    })
    .toSorted((left, right) => (left.due.date === right.due.date ? 0 : left.due.date < right.due.date ? -1 : 1));
}

const weeksAhead = 13;

/** Dates per week of both sides, thirteen weeks from the Monday of this week on. */
export function weeksOf(
  lines: readonly DatedLine[],
  today: CivilDate,
): readonly { readonly from: CivilDate; readonly person: number; readonly authority: number }[] {
  const monday = addDays(today, 1 - weekday(today));
  return Array.from({ length: weeksAhead }, (_, at) => {
    const from = addDays(monday, at * 7);
    const until = addDays(from, 6);
    const own = lines.filter(({ due }) => due.date >= from && due.date <= until);
    const person = own.filter(({ due }) => due.whose === 'person').length;
    return { from, person, authority: own.length - person };
  });
}
