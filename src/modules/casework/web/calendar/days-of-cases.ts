import type { CivilDate } from '#platform/base';
import { isRunning, type OpenCase } from '#modules/casework';
import type { JourneyRecord } from '#modules/casework/client';
import type { CalendarDay } from './calendar-file.ts';

/** The days on the person's side of a case's open values; those that were met, or whose case ended, are struck out. */
export function daysOfOpenCase({ due, codeName, state }: OpenCase): readonly CalendarDay[] {
  return due
    .filter(({ whose }) => whose === 'person')
    .map(({ id, date, metOn }) => ({ id, date, codeName, gone: metOn !== null || !isRunning(state.name) }));
}

/**
 * The same of an opened case, with the days that were once shown and hold no longer, since a fact was put right or a newer
 * version of the rules says otherwise: they too are struck out of a calendar that has them.
 */
export function daysOfCase(
  open: OpenCase,
  { shown, dueIds }: Pick<JourneyRecord, 'shown' | 'dueIds'>,
): readonly CalendarDay[] {
  const known = new Set(open.due.map(({ id }): string => id));
  const gone = new Map<string, CivilDate>();
  for (const { deadline, date, whose } of shown.flatMap(({ dates }) => dates)) {
    const id = dueIds[deadline];
    if (id !== undefined && whose === 'person' && !known.has(id)) gone.set(id, date);
  }
  const { codeName } = open;
  return [...daysOfOpenCase(open), ...[...gone].map(([id, date]) => ({ id, date, codeName, gone: true }))];
}
