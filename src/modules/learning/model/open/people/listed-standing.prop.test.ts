import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, civilDate } from '#platform/base';
import { listedStanding, renewalDays } from './listed-standing.ts';

const course = 'a-course';
const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(civilDate('2023-06-01'), days));
const done = fc.array(
  day.map((on) => ({ on, version: '1.0.0' })),
  { maxLength: 5 },
);
const months = fc.option(fc.integer({ min: 1, max: 48 }));

describe('how somebody on a list stands', () => {
  test('over a leap day: done on 29 February counts to the 28th, that day included, and then no more', () => {
    const about = { course, dueOn: civilDate('2024-03-31'), months: 12 };
    const on = (text: string) =>
      listedStanding(about, [{ on: civilDate('2024-02-29'), version: '1.0.0' }], [], civilDate(text));
    expect(on('2024-02-28')).toEqual({ state: 'due', by: '2024-03-31', good: false });
    expect(on('2024-02-29')).toEqual({ state: 'done', until: '2025-02-28' });
    expect(on('2024-12-30')).toEqual({ state: 'due', by: '2025-02-28', good: true });
    expect(on('2025-02-28')).toEqual({ state: 'due', by: '2025-02-28', good: true });
    expect(on('2025-03-01')).toEqual({ state: 'expired', since: '2025-03-01' });
  });

  test('is expired on exactly the days after the last one by which it was due or good', () => {
    fc.assert(
      fc.property(day, months, done, day, (dueOn, months, done, on) => {
        const found = listedStanding({ course, dueOn, months }, done, [], on);
        const next = listedStanding({ course, dueOn, months }, done, [], addDays(on, 1));
        if (found.state === 'expired') expect(found.since <= on).toBe(true);
        if (found.state === 'due') {
          expect(found.by >= on).toBe(true);
          const comes = done.some((one) => one.on === addDays(on, 1));
          if (found.by === on && !comes) expect(next).toEqual({ state: 'expired', since: addDays(on, 1) });
        }
        if (found.state === 'done' && found.until !== null) expect(addDays(found.until, -renewalDays) > on).toBe(true);
      }),
    );
  });

  test('having done more never makes it end earlier', () => {
    const endOf = (found: ReturnType<typeof listedStanding>): string =>
      found.state === 'done' ? (found.until ?? '9999-12-31') : found.state === 'due' && found.good ? found.by : '';
    fc.assert(
      fc.property(day, months, done, day, day, (dueOn, months, done, one, on) => {
        const before = listedStanding({ course, dueOn, months }, done, [], on);
        const after = listedStanding({ course, dueOn, months }, [...done, { on: one, version: '1.0.0' }], [], on);
        expect(endOf(after) >= endOf(before)).toBe(true);
        if (months !== null && one <= on && addMonths(one, months) >= on) expect(after.state).not.toBe('expired');
      }),
    );
  });
});
