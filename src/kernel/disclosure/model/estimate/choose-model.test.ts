import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../../tests/support/disclosure-solver.ts';
import { failingAt } from '../../../../../tests/support/failing-solver.ts';
import type { Solver } from '../program.ts';
import { askExistence, type ExistenceAsked } from './ask-existence.ts';
import { choosePairs, fitPairs, mostListsForBest, type Choice } from './choose-model.ts';
import { countOn, isOn, listPairs, type ListTable, type Pair } from './list-table.ts';
import { normalTwoSided } from './normal-two-sided.ts';
import { poissonTail } from './poisson-tail.ts';

let solver: Solver;
let existenceOf: ExistenceAsked;
beforeAll(async () => {
  solver = await openSolver(600);
  existenceOf = askExistence(solver);
});

/** Combinations in the order A, B, AB, C, AC, BC, ABC. */
const three = (...counts: readonly number[]): ListTable => ({ lists: ['A', 'B', 'C'], counts: [0, ...counts] });
const [ab, ac, bc] = [[0, 1] as const, [0, 2] as const, [1, 2] as const];
const choose = (table: ListTable, choice: Choice) => {
  const found = choosePairs(existenceOf, table, choice);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};
const exists = (table: ListTable, pairs: readonly Pair[]) => {
  const found = existenceOf(table, pairs);
  return found.ok && found.value === 0;
};
const leftOf = (table: ListTable, chosen: readonly Pair[]) =>
  listPairs(table).filter(([a, b]) => !chosen.some(([c, d]) => a === c && b === d));

/** Many people on A and B together; C goes its own way. */
const bound = three(60, 50, 80, 90, 12, 11, 15);

describe('a model', () => {
  test('with one pair has the likelihood of its closed form, and a parameter for each list and pair', () => {
    const { aic, bic, fit } = fitPairs(bound, [ab]);
    // C is as likely with each combination of A and B that is seen: 38 of 228 are on C too. So the unseen are 90 / (38 / 190).
    expect(Math.exp(fit.coefficients[0] ?? 0)).toBeCloseTo(450, 5);
    const means = [72, 61, 95].flatMap((all) => [(all * 190) / 228, (all * 38) / 228]);
    const counts = [60, 12, 50, 11, 80, 15];
    const lnFactorial = (n: number) =>
      Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((sum, one) => sum + one, 0);
    const likelihood = [...counts, 90].reduce((sum, n, i) => {
      const mean = [...means, 90][i] ?? 0;
      return sum + n * Math.log(mean) - mean - lnFactorial(n);
    }, 0);
    expect(aic).toBeCloseTo(-2 * likelihood + 2 * 5, 6);
    expect(bic).toBeCloseTo(-2 * likelihood + Math.log(318) * 5, 6);
  });
  test('counts a pair at minus infinity as a parameter too', () => {
    const apart = three(60, 50, 0, 40, 12, 11, 0);
    const [without, withPair] = [fitPairs(apart, []), fitPairs(apart, [ab])];
    expect(withPair.aic + 2 * withPair.fit.logLikelihood).toBeCloseTo(10, 9);
    expect(without.aic + 2 * without.fit.logLikelihood).toBeCloseTo(8, 9);
  });
});

describe('pairs', () => {
  test('are none, or those that are named, in their order', () => {
    expect(choose(bound, { method: 'main' })).toEqual([]);
    expect(choose(bound, { method: 'fixed', pairs: [bc, ab] })).toEqual([bc, ab]);
  });
  test.each<[choice: Choice]>([
    [{ method: 'forward-aic', p: 0.05 }],
    [{ method: 'stepwise', p: 0.02 }],
    [{ method: 'best-bic' }],
  ])('are those that depend on each other: %j', (choice) => {
    expect(choose(bound, choice)).toEqual([ab]);
    expect(choose(three(1800, 2800, 1200, 4200, 1800, 2800, 1200), choice)).toEqual([]);
  });
  test('are not added where it is not sure enough that they depend on each other', () => {
    const { fit } = fitPairs(bound, [ab]);
    const p = normalTwoSided((fit.coefficients[4] ?? 0) / Math.sqrt(fit.variance(4) ?? 0));
    expect(choose(bound, { method: 'forward-aic', p })).toEqual([ab]);
    expect(choose(bound, { method: 'forward-aic', p: p * 0.999 })).toEqual([]);
    const { design, fit: plain } = fitPairs(bound, []);
    const mean = design.combinations.reduce((sum, one, i) => sum + (isOn(one, ab) ? (plain.means[i] ?? 0) : 0), 0);
    const chance = poissonTail(95, mean);
    expect(choose(bound, { method: 'stepwise', p: chance })).toEqual([]);
    expect(choose(bound, { method: 'stepwise', p: chance * 1.001 })).toEqual([ab]);
  });
  test('forward, are not added where AIC does not fall, however unsure one may be', () => {
    expect(choose(three(1800, 2800, 1200, 4200, 1800, 2800, 1200), { method: 'forward-aic', p: 0.999 })).toEqual([]);
    expect(choose(bound, { method: 'forward-aic', p: 0.999 })).toEqual([ab]);
  });
  test('forward, end at a pair that shares nobody', () => {
    const apart = three(100, 100, 0, 100, 30, 30, 0);
    const aics = [ab, ac, bc].map((pair) => fitPairs(apart, [pair]).aic);
    expect(Math.min(...aics)).toBe(aics[0]);
    expect(aics[0]).toBeLessThan(fitPairs(apart, []).aic);
    expect(choose(apart, { method: 'forward-aic', p: 0.05 })).toEqual([]);
    // Stepwise goes on with it: C tells of the unseen.
    expect(choose(apart, { method: 'stepwise', p: 0.02 })[0]).toEqual(ab);
    // All models are looked at only with pairs that share somebody.
    expect(choose(apart, { method: 'best-bic' })).not.toContainEqual(ab);
  });
  test('of which the likeliest has no estimate: forward ends, stepwise and the best take the next', () => {
    // Everybody on C is on A too: with that pair a parameter, nobody on C tells of those who are not on A.
    const inside = three(100, 60, 30, 0, 40, 0, 15);
    expect(exists(inside, [ac])).toBe(false);
    expect(choose(inside, { method: 'forward-aic', p: 0.05 })).toEqual([]);
    for (const choice of [{ method: 'stepwise', p: 0.02 }, { method: 'best-bic' }] as const)
      expect(exists(inside, choose(inside, choice)) || choose(inside, choice).length === 0).toBe(true);
  });
  test('of six lists are too many for the best of all models', () => {
    expect(mostListsForBest).toBe(5);
    const six: ListTable = { lists: ['A', 'B', 'C', 'D', 'E', 'F'], counts: Array.from({ length: 64 }, (_, at) => at) };
    expect(choosePairs(askExistence(solver), six, { method: 'best-bic' })).toMatchObject({
      ok: false,
      refusal: { code: 'too-large', path: 'lists' },
    });
  });
  test('where no model has an estimate are none', () => {
    expect(choose(three(9, 8, 3, 0, 0, 0, 0), { method: 'best-bic' })).toEqual([]);
  });
});

describe('of any table', () => {
  const count = fc.oneof(fc.constantFrom(0, 0, 1, 2), fc.nat(60));
  const tables = fc
    .constantFrom(3, 4)
    .chain((lists) => fc.array(count, { minLength: 2 ** lists - 1, maxLength: 2 ** lists - 1 }))
    .map((counts): ListTable => ({
      lists: ['A', 'B', 'C', 'D'].slice(0, Math.log2(counts.length + 1)),
      counts: [0, ...counts],
    }))
    .filter((table) => table.counts.some((one) => one > 0));

  test('stepwise takes the least likely overlap that has an estimate, and ends where none is left', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const chosen = choose(table, { method: 'stepwise', p: 0.02 });
        for (let step = 0; step <= chosen.length; step += 1) {
          const before = chosen.slice(0, step);
          const { design, fit } = fitPairs(table, before);
          const chanceOf = (pair: Pair) =>
            poissonTail(
              countOn(table, pair),
              design.combinations.reduce((sum, one, i) => sum + (isOn(one, pair) ? (fit.means[i] ?? 0) : 0), 0),
            );
          const possible = leftOf(table, before).filter(
            (pair) => chanceOf(pair) < 0.02 && exists(table, [...before, pair]),
          );
          const next = chosen[step];
          if (next === undefined) expect(possible).toEqual([]);
          else expect(chanceOf(next)).toBe(Math.min(...possible.map(chanceOf)));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('forward takes the pair with the least AIC, and says why it ends', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const chosen = choose(table, { method: 'forward-aic', p: 0.05 });
        for (let step = 0; step <= chosen.length; step += 1) {
          const before = chosen.slice(0, step);
          const sorted = leftOf(table, before)
            .map((pair) => ({ pair, model: fitPairs(table, [...before, pair]) }))
            .toSorted((one, other) => one.model.aic - other.model.aic);
          const [best] = sorted;
          const next = chosen[step];
          if (next !== undefined) {
            expect(next).toEqual(best?.pair);
            continue;
          }
          if (best === undefined) continue;
          const at = best.model.fit.coefficients.length - 1;
          const variance = best.model.fit.variance(at);
          const unsure =
            variance === null || normalTwoSided((best.model.fit.coefficients[at] ?? 0) / Math.sqrt(variance)) > 0.05;
          expect(
            best.model.aic >= fitPairs(table, before).aic ||
              countOn(table, best.pair) === 0 ||
              !exists(table, [...before, best.pair]) ||
              unsure,
          ).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('the best model is the one with the least BIC of all that have an estimate', () => {
    fc.assert(
      fc.property(
        tables.filter(({ lists }) => lists.length === 3),
        (table) => {
          const chosen = choose(table, { method: 'best-bic' });
          const sharing = listPairs(table).filter((pair) => countOn(table, pair) > 0);
          const all = sharing.reduce<readonly (readonly Pair[])[]>(
            (models, pair) => [...models, ...models.map((model) => [...model, pair])],
            [[]],
          );
          const possible = all.filter((model) => exists(table, model));
          if (possible.length === 0) expect(chosen).toEqual([]);
          else {
            expect(exists(table, chosen)).toBe(true);
            const least = Math.min(...possible.map((model) => fitPairs(table, model).bic));
            expect(fitPairs(table, chosen).bic).toBeCloseTo(least, 9);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

test.each<[choice: Choice]>([
  [{ method: 'forward-aic', p: 0.05 }],
  [{ method: 'stepwise', p: 0.02 }],
  [{ method: 'best-bic' }],
])('no model is chosen when the solver has no sure answer, whichever of its questions it is: %j', (choice) => {
  const whole = failingAt(solver, -1);
  expect(choosePairs(askExistence(whole.solver), bound, choice)).toEqual({ ok: true, value: [ab] });
  expect(whole.asked).toBeGreaterThan(0);
  for (let question = 0; question < whole.asked; question += 1)
    expect(choosePairs(askExistence(failingAt(solver, question).solver), bound, choice)).toMatchObject({
      ok: false,
      refusal: { code: 'not-checked' },
    });
});
