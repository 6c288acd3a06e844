import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { openSolver } from '../../../../../tests/support/disclosure-solver.ts';
import { askExistence } from './ask-existence.ts';
import { bootstrapEstimate } from './bootstrap-estimate.ts';
import { estimate } from './estimate.ts';
import { findExistence } from './find-existence.ts';
import { designOf } from './fit-model.ts';
import { listPairs, type ListTable } from './list-table.ts';

const solver = await openSolver(60);

function tableOf(counts: readonly number[]): ListTable {
  return { lists: ['A', 'B', 'C', 'D', 'E'].slice(0, Math.log2(counts.length)), counts };
}

/** Three lists on which many people stand independently of each other: chances 0.3, 0.4 and 0.5 of 20,000. */
const independent = tableOf([0, 1800, 2800, 1200, 4200, 1800, 2800, 1200]);

describe('drawing a table again and again', () => {
  it('says the same digits for the same seed, and others for another', () => {
    const first = bootstrapEstimate(solver, independent, { method: 'main' }, { draws: 50, seed: 7 });
    const again = bootstrapEstimate(solver, independent, { method: 'main' }, { draws: 50, seed: 7 });
    const other = bootstrapEstimate(solver, independent, { method: 'main' }, { draws: 50, seed: 8 });
    expect(first.ok).toBe(true);
    expect(again).toEqual(first);
    expect(other.ok && first.ok && other.value.interval).not.toEqual(first.ok && first.value.interval);
  });

  it('agrees with the interval of large numbers where the model is right', () => {
    const drawn = bootstrapEstimate(solver, independent, { method: 'main' }, { draws: 400, seed: 3 });
    const whole = estimate(solver, independent, [{ method: 'main' }]);
    if (!drawn.ok || !whole.ok) throw new Error('no estimate');
    const [model] = whole.value.models;
    if (model === undefined || !('wald' in model) || drawn.value.interval === null) throw new Error('no interval');
    const width = model.wald[1] - model.wald[0];
    expect(drawn.value.without).toBe(0);
    expect(Math.abs(drawn.value.interval[0] - model.wald[0])).toBeLessThan(0.25 * width);
    expect(Math.abs(drawn.value.interval[1] - model.wald[1])).toBeLessThan(0.25 * width);
  });

  it('is wider where the choice of model may fall otherwise', () => {
    const shared = tableOf([0, 60, 50, 14, 70, 9, 12, 3]);
    const fixed = bootstrapEstimate(solver, shared, { method: 'main' }, { draws: 200, seed: 1 });
    const chosen = bootstrapEstimate(solver, shared, { method: 'forward-aic', p: 0.05 }, { draws: 200, seed: 1 });
    if (!fixed.ok || !chosen.ok || fixed.value.interval === null || chosen.value.interval === null)
      throw new Error('no interval');
    const widthOf = ([low, high]: readonly [number, number]) => high - low;
    expect(widthOf(chosen.value.interval)).toBeGreaterThan(widthOf(fixed.value.interval));
  });

  it('counts tables without an estimate, and leaves them out of the interval', () => {
    // One person holds the third list; a third of all tables miss that person, and then no estimate exists.
    const thin = tableOf([0, 40, 40, 12, 0, 1, 0, 0]);
    const drawn = bootstrapEstimate(solver, thin, { method: 'main' }, { draws: 300, seed: 5 });
    if (!drawn.ok) throw new Error(drawn.refusal.code);
    expect(drawn.value.without).toBeGreaterThan(60);
    expect(drawn.value.without).toBeLessThan(160);
    expect(drawn.value.interval?.every(Number.isFinite)).toBe(true);
    const none = bootstrapEstimate(
      solver,
      tableOf([0, 5, 5, 0, 5, 0, 0, 0]),
      { method: 'main' },
      { draws: 5, seed: 5 },
    );
    expect(none).toEqual({ ok: true, value: { draws: 5, seed: 5, without: 5, interval: null } });
  });

  it('tells how far it is after each table', () => {
    const heard: number[] = [];
    bootstrapEstimate(solver, independent, { method: 'main' }, { draws: 4, seed: 1 }, (done) => heard.push(done));
    expect(heard).toEqual([1, 2, 3, 4]);
  });
});

describe('what is drawn', () => {
  /** The tables that a seed draws, by the definition: each person again is one of those seen, whoever it was. */
  function drawnBy(table: ListTable, seed: number, draws: number): readonly ListTable[] {
    const people = table.counts.flatMap((count, combination) => Array.from({ length: count }, () => combination));
    const source = xoroshiro128plus(seed);
    return Array.from({ length: draws }, () => {
      const drawn = people.map(() => people[Math.floor(uniformFloat64(source) * people.length)]);
      return { ...table, counts: table.counts.map((_, at) => drawn.filter((one) => one === at).length) };
    });
  }
  const wholeOf = (table: ListTable): number => {
    const found = estimate(solver, table, [{ method: 'main' }]);
    const [model] = found.ok ? found.value.models : [];
    return model !== undefined && 'N' in model ? model.N : NaN;
  };
  const table = tableOf([0, 60, 50, 14, 70, 9, 12, 3]);

  it('are as many people as were seen, each one of those seen', () => {
    for (const seed of [1, 2, -7, 2 ** 31 - 1]) {
      const found = bootstrapEstimate(solver, table, { method: 'main' }, { draws: 1, seed });
      const [only] = drawnBy(table, seed, 1).map(wholeOf);
      expect(found).toMatchObject({ ok: true, value: { draws: 1, seed, without: 0, interval: [only, only] } });
    }
  });

  it('gives an interval from the 2.5th to the 97.5th of a hundred, between two of them in proportion', () => {
    const values = drawnBy(table, 11, 81)
      .map(wholeOf)
      .toSorted((one, other) => one - other);
    const of = (draws: number) => bootstrapEstimate(solver, table, { method: 'main' }, { draws, seed: 11 });
    // Of 81 values, the 2.5th of a hundred is the third from below, the 97.5th the third from above.
    expect(of(81)).toMatchObject({ value: { interval: [values[2], values[78]] } });
    const [low = 0, high = 0] = drawnBy(table, 11, 2)
      .map(wholeOf)
      .toSorted((one, other) => one - other);
    const two = of(2);
    const interval = two.ok ? two.value.interval : null;
    expect(interval?.[0]).toBeCloseTo(low + 0.025 * (high - low), 9);
    expect(interval?.[1]).toBeCloseTo(low + 0.975 * (high - low), 9);
  });
});

describe('existence remembered by who holds somebody', () => {
  it('is what the solver says of each table itself', () => {
    const counts = fc.array(fc.nat(3), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(counts, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 7, maxLength: 7 }), (first, times) => {
        const remembered = askExistence(solver);
        const pairs = listPairs(tableOf([0, ...first]));
        for (const table of [first, first.map((count, i) => count * (times[i] ?? 1))].map((all) =>
          tableOf([0, ...all]),
        ))
          for (const chosen of [[], pairs.slice(0, 1), pairs.slice(1), pairs])
            expect(remembered(table, chosen)).toEqual(findExistence(solver, designOf(table, chosen)));
      }),
      { numRuns: 60 },
    );
  });
});
