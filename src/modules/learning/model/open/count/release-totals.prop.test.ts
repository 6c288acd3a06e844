import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TotalId } from './learning-ids.ts';
import { fewest, isSafe } from './release-steps.ts';
import { currentTotals, hasMonths, releaseTotals, type TotalEntry } from './release-totals.ts';

// Ids of this test alone.
const idOf = (at: number): TotalId => String(at) as TotalId;
/** Sums of months that do not overlap, each with its corrections, in some order in which they came in. */
const entries: fc.Arbitrary<readonly TotalEntry[]> = fc
  .array(
    fc.record({
      span: fc.integer({ min: 0, max: 3 }),
      people: fc.integer({ min: 0, max: 45 }),
      again: fc.integer({ min: 0, max: 25 }),
    }),
    { maxLength: 12 },
  )
  .map((all) => {
    const last = new Map<number, TotalId>();
    return all.map(({ span, people, again }, at): TotalEntry => {
      const replaces = last.get(span) ?? null;
      last.set(span, idOf(at));
      const months = { from: span * 3 + 1, until: span * 3 + 3 };
      return { id: idOf(at), replaces, ...months, people, completions: people + again, basis: 'lists' };
    });
  });

const safe = (number: number): boolean => isSafe(number, fewest);

test('of a partner no number, no correction and no difference between columns tells of one to nine', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const days = all.map((_one, at) => releaseTotals(all.slice(0, at + 1), false));
      for (const [at, spans] of days.entries())
        for (const { from, people, completions } of spans) {
          expect(people === null).toBe(completions === null);
          if (people === null || completions === null) continue;
          for (const number of [people, completions, completions - people]) expect(safe(number)).toBe(true);
          for (const before of days.slice(0, at)) {
            const then = before.find((one) => one.from === from);
            if (typeof then?.people !== 'number' || typeof then.completions !== 'number') continue;
            const [first, runs] = [people - then.people, completions - then.completions];
            for (const number of [first, runs, runs - first]) expect(safe(number)).toBe(true);
          }
        }
    }),
  );
});

test('of ourselves every sum that holds is told as it is, and nothing twice', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const told = releaseTotals(all, true).map(({ from, people, completions }) => ({ from, people, completions }));
      const held = currentTotals(all).map(({ from, people, completions }) => ({ from, people, completions }));
      expect(told).toEqual(held.toSorted((one, other) => one.from - other.from));
      expect(new Set(told.map(({ from }) => from)).size).toBe(told.length);
    }),
  );
});

test('months that are in a sum cannot be told in another one', () => {
  const one: TotalEntry = {
    ...{ id: idOf(0), replaces: null, from: 3, until: 5, people: 20, completions: 20, basis: 'system' },
  };
  const taken = (from: number, until: number): boolean => hasMonths([one], { from, until });
  expect([taken(1, 2), taken(1, 3), taken(4, 4), taken(5, 9), taken(6, 12), taken(1, 12)]).toEqual([
    ...[false, true, true, true, false, true],
  ]);
});
