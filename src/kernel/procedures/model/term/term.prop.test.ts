import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate, daysBetween, expectOk } from '#platform/base';
import { releasedPacks, term, termGroundOf } from '../../index.ts';
import { offDay } from './holidays.ts';
import { numberOfDay } from './day-number.ts';
import { anyDay } from '../../testing/build-facts.ts';

const ground = termGroundOf(releasedPacks, 'nl-atw');
if (ground === null) throw new Error('no calendar');
const period = fc.oneof(
  fc.integer({ min: 1, max: 120 }).map((days) => `P${String(days)}D`),
  fc.integer({ min: 1, max: 20 }).map((weeks) => `P${String(weeks)}W`),
  fc.integer({ min: 1, max: 14 }).map((months) => `P${String(months)}M`),
  fc.integer({ min: 1, max: 4 }).map((years) => `P${String(years)}Y`),
);

describe('a term', () => {
  test('never ends earlier for a later start', () => {
    fc.assert(
      fc.property(
        anyDay,
        period,
        fc.constantFrom('nl-atw', 'nl-plain'),
        fc.constantFrom('day-after', 'same-day', 'back'),
        fc.constantFrom('up', 'down'),
        (from, length, rule, count, clip) => {
          const due = (day: string): string =>
            expectOk(term({ from: day, period: length, rule, count, clip }, ground)).due;
          expect(due(addDays(civilDate(from), 1)) >= due(from)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('is never shortened by the Act, grows at most nine days, and then ends on a working day', () => {
    fc.assert(
      fc.property(anyDay, period, (from, length) => {
        const { due, nominalDue, moved } = expectOk(term({ from, period: length, rule: 'nl-atw' }, ground));
        const days = daysBetween(civilDate(nominalDue), civilDate(due));
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThanOrEqual(9);
        if (moved) expect(offDay(ground.calendar, numberOfDay(due))).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});
