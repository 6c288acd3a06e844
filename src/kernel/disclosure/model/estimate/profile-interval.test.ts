import { describe, expect, test } from 'vitest';
import { designOf, fitModel } from './fit-model.ts';
import type { ListTable, Pair } from './list-table.ts';
import { profileInterval } from './profile-interval.ts';

/** Half of 3.841458820694124, the 95 % point of χ² with one degree of freedom. */
const half = 1.920729410347062;

/** ln n! by adding up, between two whole numbers in proportion. */
const lnFactorials = [0];
for (let n = 1; n <= 200_000; n += 1) lnFactorials.push((lnFactorials[n - 1] ?? 0) + Math.log(n));

/** How likely so many unseen people make two lists that are independent of each other: then means are row times column over all. */
function likelihoodOfTwo([a, b, both]: readonly [number, number, number], unseen: number): number {
  const all = a + b + both + unseen;
  const means = [
    (a + unseen) * (b + unseen),
    (a + both) * (a + unseen),
    (b + both) * (b + unseen),
    (a + both) * (b + both),
  ];
  const counts = [unseen, a, b, both];
  const sum = counts.reduce((total, n, i) => (n > 0 ? total + n * Math.log((means[i] ?? 0) / all) : total), 0);
  return (lnFactorials[all] ?? 0) - (lnFactorials[unseen] ?? 0) - all * Math.log(all) + sum;
}

/** The interval by looking at every whole number. */
function tryAll(counts: readonly [number, number, number]): readonly [number, number] {
  const values = Array.from({ length: 100_000 }, (_, unseen) => likelihoodOfTwo(counts, unseen));
  const top = values.reduce((most, one) => Math.max(most, one), -Infinity);
  const inside = values.flatMap((value, unseen) => (value >= top - half ? [unseen] : []));
  const seen = counts[0] + counts[1] + counts[2];
  return [seen + (inside[0] ?? 0), seen + (inside.at(-1) ?? 0)];
}

const darkOf = (table: ListTable, pairs: readonly Pair[]) =>
  Math.exp(fitModel(designOf(table, pairs)).coefficients[0] ?? 0);
const two = (counts: readonly [number, number, number]): ListTable => ({ lists: ['A', 'B'], counts: [0, ...counts] });

describe('the interval by profile likelihood', () => {
  test.each<[counts: [number, number, number]]>([
    [[50, 30, 10]],
    [[200, 90, 40]],
    [[12, 9, 3]],
    [[400, 300, 30]],
    // Nearly everybody is on both: that nobody is unseen is well possible.
    [[5, 3, 90]],
    [[2, 1, 40]],
  ])('of two lists with %j people is what trying every number of unseen people finds', (counts) => {
    const [low, high] = profileInterval(two(counts), [], darkOf(two(counts), []));
    const [first, last] = tryAll(counts);
    // The ends lie between the last number inside and the next outside.
    expect(low).toBeGreaterThan(first - 1);
    expect(low).toBeLessThan(first + 0.01);
    expect(high).toBeGreaterThan(last - 0.01);
    expect(high).toBeLessThan(last + 1);
    // Where it is well possible that everybody was seen, the interval begins just there.
    if (first === counts[0] + counts[1] + counts[2]) expect(low).toBe(first);
  });

  test('does not depend on the first guess of how many are unseen', () => {
    const found = [150, 0, 1, 20, 5000].map((guess) => profileInterval(two([50, 30, 10]), [], guess));
    for (const [low, high] of found) {
      expect(low).toBeCloseTo(found[0]?.[0] ?? 0, 1);
      expect(high).toBeCloseTo(found[0]?.[1] ?? 0, 1);
    }
  });

  test('has no upper end where nobody is on two lists', () => {
    for (const guess of [10, 1e9, 1e30]) {
      const [low, high] = profileInterval(two([20, 30, 0]), [], guess);
      expect(high).toBeNull();
      expect(low).toBeGreaterThan(50);
      expect(low).toBeLessThan(1000);
    }
  });

  test('of a model with a pair that shares nobody leaves their combination out', () => {
    // With A and B apart, C alone tells of the unseen: dark = n(C) · (a + b) / (ac + bc) in the closed form of this model.
    const table: ListTable = { lists: ['A', 'B', 'C'], counts: [0, 60, 50, 0, 40, 12, 11, 0] };
    const pairs: readonly Pair[] = [[0, 1]];
    const dark = darkOf(table, pairs);
    expect(dark).toBeCloseTo((40 * 110) / 23, 4);
    const [low, high] = profileInterval(table, pairs, dark);
    expect(low).toBeLessThan(173 + dark);
    expect(low).toBeGreaterThan(173 + dark / 3);
    expect(high).toBeGreaterThan(173 + dark);
    expect(high).toBeLessThan(173 + 3 * dark);
  });
});
