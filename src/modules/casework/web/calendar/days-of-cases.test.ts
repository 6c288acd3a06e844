import { expect, it } from 'vitest';
import { civilDate } from '#platform/base';
import type { Due, DueId, OpenCase } from '#modules/casework';
import { daysOfCase } from './days-of-cases.ts';

/** A row on a day; the id stands for a random one. */
function dueOn(id: string, date: string, change: Partial<Due> = {}): Due {
  // The id has the form of none here: only that it is the same matters.
  return {
    id: id as DueId,
    type: 'remedy',
    date: civilDate(date),
    whose: 'person',
    weight: 'hard',
    metOn: null,
    ...change,
  };
}

it('strikes out what was met and what no longer holds, and leaves authorities out', () => {
  const open = {
    codeName: 'Linden Kite',
    state: { name: 'active', on: civilDate('2026-01-01'), lead: null },
    due: [
      dueOn('runs', '2026-12-28'),
      dueOn('met', '2026-12-01', { metOn: civilDate('2026-11-30') }),
      dueOn('theirs', '2027-01-04', { whose: 'authority' }),
    ],
  } as unknown as OpenCase;
  const line = { ref: 'D13', title: 'Objection', weight: 'hard', state: 'running' } as const;
  const shown = [
    {
      on: civilDate('2026-11-20'),
      stage: 'S7',
      dates: [
        { ...line, deadline: 'D13:old', date: civilDate('2026-12-21'), whose: 'person' as const },
        { ...line, deadline: 'D13:new', date: civilDate('2026-12-28'), whose: 'person' as const },
        { ...line, deadline: 'D15:old', date: civilDate('2027-05-10'), whose: 'authority' as const },
      ],
    },
  ];
  const dueIds = { 'D13:old': 'moved', 'D13:new': 'runs', 'D15:old': 'their-moved' };
  expect(daysOfCase(open, { shown, dueIds })).toEqual([
    { id: 'runs', date: '2026-12-28', codeName: 'Linden Kite', gone: false },
    { id: 'met', date: '2026-12-01', codeName: 'Linden Kite', gone: true },
    { id: 'moved', date: '2026-12-21', codeName: 'Linden Kite', gone: true },
  ]);
});
