import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../../tests/support/disclosure-solver.ts';
import { failingAt } from '../../../../../tests/support/failing-solver.ts';
import type { Solver } from '../program.ts';
import { answerEstimate } from './answer-estimate.ts';
import { bootstrapEstimate } from './bootstrap-estimate.ts';
import type { Choice } from './choose-model.ts';
import { estimate, fewestPersons } from './estimate.ts';
import type { ListTable } from './list-table.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver(600);
});

/** Combinations by their bits: A is 1, B is 2, C is 4, D is 8. */
const tableOf = (counts: readonly number[]): ListTable => ({
  ...{ lists: ['A', 'B', 'C', 'D', 'E'].slice(0, Math.log2(counts.length)), counts },
});
const ask = (table: ListTable, choices: readonly Choice[]) => {
  const found = estimate(solver, table, choices);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};
const warningsOf = (counts: readonly number[], choices: readonly Choice[] = []) =>
  ask(tableOf(counts), choices).warnings;

describe('an estimate', () => {
  // All three pairs have a parameter: the odd combinations over the even ones.
  const counts = [0, 60, 50, 10, 40, 8, 5, 2];
  const all: Choice = {
    method: 'fixed',
    pairs: [
      [0, 1],
      [0, 2],
      [1, 2],
    ],
  };
  const dark = (60 * 50 * 40 * 2) / (10 * 8 * 5);
  const se = Math.sqrt(1 / 60 + 1 / 50 + 1 / 10 + 1 / 40 + 1 / 8 + 1 / 5 + 1 / 2);
  test('with every pair of three lists is the one that can be worked out by hand, with its interval', () => {
    const { models, range, seen } = ask(tableOf(counts), [all]);
    expect(seen).toBe(175);
    expect(models).toHaveLength(1);
    expect(models[0]).toMatchObject({
      ...{ method: 'fixed', existence: 0, pairs: ['A:B', 'A:C', 'B:C'], minusInfinity: [], df: 0 },
      dark: expect.closeTo(dark, 4),
      N: expect.closeTo(175 + dark, 4),
      intercept: expect.closeTo(Math.log(dark), 7),
      interceptSE: expect.closeTo(se, 7),
      wald: [
        expect.closeTo(175 + dark * Math.exp(-1.959963984540054 * se), 3),
        expect.closeTo(175 + dark * Math.exp(1.959963984540054 * se), 2),
      ],
    });
    expect(range?.[0]).toBeCloseTo(175 + dark, 4);
  });
  test('is a range over the models that have one, and each says why it has none', () => {
    // With A and C a pair, nobody on C tells of those who are not on A.
    const inside = tableOf([0, 100, 60, 30, 0, 40, 0, 15]);
    const { models, range } = ask(inside, [{ method: 'main' }, { method: 'fixed', pairs: [[0, 2]] }]);
    expect(models.map((one) => [one.existence, 'N' in one])).toEqual([
      [0, true],
      [1, false],
    ]);
    const [main] = models;
    const N = main !== undefined && 'N' in main ? main.N : 0;
    expect(range).toEqual([N, N]);
    expect(ask(inside, [{ method: 'fixed', pairs: [[0, 2]] }]).range).toBeNull();
    const both = ask(tableOf(counts), [all, { method: 'main' }]);
    const [saturated, plain] = both.models.map((one) => ('N' in one ? one.N : 0));
    expect(plain).toBeLessThan(saturated ?? 0);
    expect(both.range).toEqual([plain, saturated]);
  });
  test('says what is on the lists, and which pairs share nobody', () => {
    const found = ask(tableOf([0, 60, 50, 0, 40, 12, 11, 0]), [
      {
        method: 'fixed',
        pairs: [
          [0, 1],
          [1, 2],
        ],
      },
    ]);
    expect(found).toMatchObject({
      ...{ seen: 173, listTotals: { A: 72, B: 61, C: 63 }, overlaps: { 'A:B': 0, 'A:C': 12, 'B:C': 11 } },
      chapman: { 'A:B': 73 * 62 - 1 },
      models: [{ pairs: ['B:C'], minusInfinity: ['A:B'] }],
    });
  });
  test('of two lists is that of Chapman alone', () => {
    expect(ask(tableOf([0, 40, 30, 10]), [{ method: 'main' }])).toMatchObject({
      ...{ models: [], range: null, warnings: ['few-lists', 'few-persons'], chapman: { 'A:B': (51 * 41) / 11 - 1 } },
    });
  });
  test('comes with what must be said beside it', () => {
    const { critique } = ask(tableOf(counts), []);
    expect(critique.text).toMatch(/^Lists are not independent.*cannot carry these estimates\.$/);
    expect(critique.source).toBe('https://doi.org/10.1080/23322705.2019.1660952');
  });
});

describe('a warning', () => {
  test.each<[why: string, counts: readonly number[], warnings: readonly string[]]>([
    ['none of the pairs shares few', [0, 60, 50, 5, 40, 5, 5, 0], ['few-lists']],
    ['a third of the pairs shares fewer than five', [0, 60, 50, 4, 40, 5, 5, 0], ['sparse', 'few-lists']],
    ['a pair shares nobody', [0, 60, 50, 0, 40, 5, 5, 0], ['sparse', 'no-overlap', 'few-lists']],
    ['149 people', [0, 60, 50, 9, 11, 9, 9, 1], ['few-lists', 'few-persons']],
    ['150 people', [0, 60, 50, 9, 12, 9, 9, 1], ['few-lists']],
    // Six pairs of four lists: one that shares few is fewer than a third, two are a third.
    ['one of six pairs shares few', [0, 60, 50, 4, 40, 5, 5, 0, 40, 5, 5, 0, 5, 0, 0, 0], []],
    ['two of six pairs share few', [0, 60, 50, 4, 40, 4, 5, 0, 40, 5, 5, 0, 5, 0, 0, 0], ['sparse']],
  ])('stands beside a table where %s', (_, counts, warnings) => {
    expect(warningsOf(counts)).toEqual(warnings);
  });
  test('stands beside methods that differ by more than half', () => {
    const counts = [0, 60, 50, 10, 40, 8, 5, 2];
    const pair: Choice = { method: 'fixed', pairs: [[0, 1]] };
    expect(warningsOf(counts, [{ method: 'main' }])).not.toContain('spread');
    const { models } = ask(tableOf(counts), [{ method: 'main' }, pair]);
    const all = models.map((one) => ('N' in one ? one.N : 0));
    expect(Math.max(...all) / Math.min(...all)).toBeLessThan(1.5);
    expect(warningsOf(counts, [{ method: 'main' }, pair])).not.toContain('spread');
    const apart = [0, 60, 50, 80, 90, 12, 11, 15];
    expect(warningsOf(apart, [{ method: 'main' }, pair])).toContain('spread');
    expect(fewestPersons).toBe(150);
  });
});

test.each<[method: Choice]>([
  [{ method: 'main' }],
  [{ method: 'forward-aic', p: 0.05 }],
  [{ method: 'stepwise', p: 0.02 }],
])('nothing is estimated when the solver has no sure answer, whichever of its questions it is: %j', (choice) => {
  const table = tableOf([0, 60, 50, 80, 90, 12, 11, 15]);
  for (const work of [
    (of: Solver) => estimate(of, table, [choice]),
    (of: Solver) => bootstrapEstimate(of, table, choice, { draws: 3, seed: 1 }),
  ]) {
    const whole = failingAt(solver, -1);
    expect(work(whole.solver).ok).toBe(true);
    for (let question = 0; question < whole.asked; question += 1)
      expect(work(failingAt(solver, question).solver)).toMatchObject({
        ok: false,
        refusal: { code: 'not-checked' },
      });
  }
});

describe('an answer', () => {
  const rows = [
    [1, 0, 0, 60],
    [0, 1, 0, 50],
    [1, 1, 0, 80],
    [0, 0, 1, 90],
    [1, 0, 1, 12],
    [0, 1, 1, 11],
    [1, 1, 1, 15],
  ];
  const lists = ['A', 'B', 'C'];
  const models = [{ method: 'main' } as const];
  test('has no interval by drawing where none was asked for, and one where it was', () => {
    const [without, drawn] = [null, { model: { method: 'main' } as const, draws: 3, seed: 9 }].map((bootstrap) =>
      answerEstimate(solver, { lists, rows, models, bootstrap }, () => undefined),
    );
    expect(without).toMatchObject({ ok: true, value: { bootstrap: null } });
    expect(drawn).toMatchObject({ ok: true, value: { bootstrap: { draws: 3, seed: 9, without: 0 } } });
  });
  test('is refused as a whole when a part of it is', () => {
    const bootstrap = { model: { method: 'stepwise', p: 0.02 } as const, draws: 2, seed: 9 };
    const whole = failingAt(solver, -1);
    answerEstimate(whole.solver, { lists, rows, models, bootstrap }, () => undefined);
    for (let question = 0; question < whole.asked; question += 1)
      expect(
        answerEstimate(failingAt(solver, question).solver, { lists, rows, models, bootstrap }, () => undefined),
      ).toMatchObject({ ok: false, refusal: { code: 'not-checked' } });
  });
});
