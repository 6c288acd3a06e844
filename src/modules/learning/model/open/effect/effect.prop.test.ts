import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectOfPairs, pairedDifference, sensitivityOf, type StoryPair } from './effect-of-pairs.ts';
import { effectOfYear, type KeptStories } from './effect-of-year.ts';
import { normalQuantile, studentQuantile } from './quantiles.ts';
import type { StoryScore } from './score-stories.ts';

const sure = fc.option(fc.integer({ min: 1, max: 3 }), { nil: null });
const score: fc.Arbitrary<StoryScore> = fc
  .record({
    hits: fc.integer({ min: 0, max: 4 }),
    falseAlarms: fc.integer({ min: 0, max: 4 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    sureRight: sure,
    sureWrong: sure,
  })
  .map(({ share, falseAlarms, ...one }) => ({
    ...one,
    falseAlarms,
    signals: 4,
    others: 4,
    heavy: Math.floor(share * falseAlarms),
  }));
const pair: fc.Arbitrary<StoryPair> = fc.record({ before: score, after: score });

describe('quantiles', () => {
  test('are those of published tables', () => {
    // Two-sided 95 % points of Student's t, as every textbook prints them.
    const table = [
      [1, 12.706],
      [2, 4.303],
      [3, 3.182],
      [5, 2.571],
      [9, 2.262],
      [10, 2.228],
      [19, 2.093],
      [29, 2.045],
      [30, 2.042],
      [60, 2.0],
      [120, 1.98],
    ] as const;
    for (const [freedom, t] of table) expect(studentQuantile(0.95, freedom)).toBeCloseTo(t, 3);
    for (const [below, z] of [
      [0.5, 0],
      [0.841345, 1],
      [0.975, 1.959964],
      [0.995, 2.575829],
      [0.001, -3.090232],
    ] as const)
      expect(normalQuantile(below)).toBeCloseTo(z, 4);
  });

  test('are those that come of integrating the densities', () => {
    const area = (density: (x: number) => number, from: number, until: number): number => {
      const steps = 4_000;
      const width = (until - from) / steps;
      let sum = density(from) + density(until);
      for (let at = 1; at < steps; at += 1) sum += density(from + at * width) * (at % 2 === 1 ? 4 : 2);
      return (sum * width) / 3;
    };
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (below) => {
        const z = normalQuantile(below);
        expect(0.5 + area((x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI), 0, z)).toBeCloseTo(below, 6);
      }),
      { numRuns: 50 },
    );
    for (const freedom of [9, 10, 24, 57]) {
      const kernel = (x: number): number => (1 + (x * x) / freedom) ** (-(freedom + 1) / 2);
      const whole = 2 * area(kernel, 0, 400);
      const t = studentQuantile(0.95, freedom);
      expect((2 * area(kernel, 0, t)) / whole).toBeCloseTo(0.95, 4);
    }
  });
});

describe('the effect of a group', () => {
  test('is what is worked out by hand for ten people', () => {
    // Hits of 4 before and after; differences in quarters: 1 2 0 1 -1 2 1 1 0 3, mean 1.0 of four = 0.25; s = 1.154701 of four.
    const [before, after] = [
      [2, 1, 3, 2, 3, 1, 2, 2, 3, 1],
      [3, 3, 3, 3, 2, 3, 3, 3, 3, 4],
    ];
    const one = (hits: number, falseAlarms: number): StoryScore => ({
      hits,
      falseAlarms,
      heavy: 0,
      signals: 4,
      others: 4,
      sureRight: 2,
      sureWrong: null,
    });
    const pairs = before.map((hits, at) => ({ before: one(hits, 2), after: one(after[at] ?? 0, 1) }));
    const effect = effectOfPairs(pairs);
    expect(effect?.before.hitRate).toBeCloseTo(20 / 40, 10);
    expect(effect?.after.hitRate).toBeCloseTo(30 / 40, 10);
    expect(effect?.hits.mean).toBeCloseTo(0.25, 10);
    // 2.262157 * 1.154701 / sqrt(10) / 4
    expect(effect?.hits.low).toBeCloseTo(0.25 - 0.206505, 5);
    expect(effect?.hits.high).toBeCloseTo(0.25 + 0.206505, 5);
    expect(effect?.falseAlarms).toEqual({ mean: -0.25, low: -0.25, high: -0.25 });
    // z(20.5/41) - z(20.5/41) = 0; z(30.5/41) - z(10.5/41) = 2 * 0.655... by a table of the normal distribution.
    expect(effect?.before.sensitivity).toBeCloseTo(0, 10);
    expect(effect?.after.sensitivity).toBeCloseTo(1.3108, 3);
    expect([effect?.after.sureRight, effect?.after.sureWrong]).toEqual([2, null]);
  });

  test('is told of ten and more alone, whatever the order, and lies where it can', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
        const effect = effectOfPairs(pairs);
        expect(effect === null).toBe(pairs.length < 10);
        if (effect === null) return;
        const turned = effectOfPairs(pairs.toReversed());
        expect(turned?.hits.low).toBeCloseTo(effect.hits.low, 9);
        for (const { mean, low, high } of [effect.hits, effect.falseAlarms]) {
          expect(low <= mean + 1e-12 && mean <= high + 1e-12).toBe(true);
          expect(low >= -1 && high <= 1).toBe(true);
        }
        for (const group of [effect.before, effect.after]) {
          expect(group.heavyRate <= group.falseAlarmRate && group.falseAlarmRate <= 1 && group.hitRate <= 1).toBe(true);
          expect(Number.isFinite(group.sensitivity)).toBe(true);
        }
        expect(effect.hits.mean).toBeCloseTo(effect.after.hitRate - effect.before.hitRate, 9);
      }),
    );
  });

  test('grows with hits and falls with false alarms; who tells nothing apart has none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 39 }), fc.integer({ min: 0, max: 40 }), (hits, alarms) => {
        expect(sensitivityOf(hits + 1, 40, alarms, 40)).toBeGreaterThan(sensitivityOf(hits, 40, alarms, 40));
        expect(sensitivityOf(alarms, 40, hits + 1, 40)).toBeLessThan(sensitivityOf(alarms, 40, hits, 40));
        expect(sensitivityOf(alarms, 40, alarms, 40)).toBeCloseTo(0, 10);
      }),
    );
  });

  test('covers the true difference about as often as it says', () => {
    // A fixed sequence of numbers, so that the same is drawn every time.
    let state = 12_345;
    const draw = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
    let covered = 0;
    for (let time = 0; time < 2_000; time += 1) {
      const differences = Array.from({ length: 12 }, () => draw() + draw() + draw() - 1.5);
      const { low, high } = pairedDifference(differences.map((one) => one / 3));
      if (low <= 0 && high >= 0) covered += 1;
    }
    expect(covered / 2_000).toBeGreaterThan(0.93);
    expect(covered / 2_000).toBeLessThan(0.97);
  });
});

describe('the effect of a year', () => {
  const month = fc.integer({ min: 1, max: 12 });
  const kept: fc.Arbitrary<KeptStories> = fc
    .record({ beforeMonth: month, later: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null, freq: 3 }), pair })
    .map(({ beforeMonth, later, pair: whole }) => {
      const afterMonth = later === null || beforeMonth + later > 12 ? null : beforeMonth + later;
      return { beforeMonth, afterMonth, pair: afterMonth === null ? null : whole };
    });

  test('grows by ten pairs at a time, and what was told does not depend on later months', () => {
    fc.assert(
      fc.property(fc.array(kept, { maxLength: 150 }), (all) => {
        let last = { until: 0, pairs: 0, dropped: 0 };
        for (let closed = 0; closed <= 12; closed += 1) {
          const told = effectOfYear(all, closed);
          const known = all.filter(
            ({ beforeMonth, afterMonth }) => Math.min(beforeMonth ?? 13, afterMonth ?? 13) <= closed,
          );
          expect(effectOfYear(known, closed)).toEqual(told);
          const pairs = told.effect?.pairs ?? 0;
          if (pairs !== last.pairs) expect(pairs - last.pairs).toBeGreaterThanOrEqual(10);
          if (told.droppedOut !== null) {
            const grown = Math.abs(told.droppedOut - last.dropped);
            expect(grown === 0 || grown >= 10).toBe(true);
          }
          last = { until: told.until, pairs, dropped: told.droppedOut ?? last.dropped };
        }
      }),
      { numRuns: 200 },
    );
  });
});
