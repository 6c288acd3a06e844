import type { CivilDate } from '#platform/base';
import type { Deadline } from '#kernel/procedures';
import type { JourneyRecord } from '#modules/casework/client';
import type { DateMove } from './moved-dates.ts';

/** Another day that was shown for a date, and the last day on which it was. */
export interface ShownBefore {
  readonly date: CivilDate;
  readonly until: CivilDate;
}

/**
 * The last other day that was shown to people for a date and that no correction explains: a fact that was recorded later,
 * or another version of the procedure, moved it. Null where there is none.
 */
export function shownBefore(
  shown: JourneyRecord['shown'],
  { id, due }: Pick<Deadline, 'id' | 'due'>,
  moves: readonly DateMove[],
): ShownBefore | null {
  const explained = new Set([due, ...moves.map(({ from }) => from.due)].map((day) => day.slice(0, 10)));
  for (const { on, dates } of shown.toReversed()) {
    const other = dates.find(({ deadline, date }) => deadline === id && !explained.has(date));
    if (other) return { date: other.date, until: on };
  }
  return null;
}
