import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openSolver } from '../../../../../tests/support/disclosure-solver.ts';
import { askEstimate, askEstimateOfCsv } from '../ask/ask-estimate.ts';
import type { Solver } from '../program.ts';

const folder = join(import.meta.dirname, '../../examples/mse');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver(300);
});

const number = z.number();
const range = z.tuple([number, number]);
const chosen = z.object({
  interactionsInOrder: z.array(z.string()),
  dark: number,
  N: number,
  AIC: number,
  deviance: number,
  df: number,
  profileCI95: range,
});
const table = z.object({
  n: number,
  ...{
    listTotals: z.record(z.string(), number),
    overlaps: z.record(z.string(), number),
    chapman: z.record(z.string(), number),
  },
  mainEffects: z.object({
    ...{ dark: number, N: number, intercept: number, interceptSE: number, deviance: number, df: number, AIC: number },
    ...{ waldLogCI95: range, profileCI95: range },
  }),
  'sparseMSEstepwise_p0.02': z.object({
    ...{
      N: number,
      waldLogCI95: range,
      interactions: z.array(z.string()),
      minusInfinity: z.array(z.string()),
      AIC: number,
    },
  }),
  bicBestTwoWay: z.object({ N: number, BIC_logN: number, interactions: z.array(z.string()) }),
  ...{ 'aicStepwise_p0.05': chosen, 'aicStepwise_p0.001': chosen },
  existence: z.record(z.string(), number).optional(),
});
const names = ['uk2013_5lists', 'western_us_5lists', 'artificial_3lists'] as const;
const expected = z
  .looseObject(Object.fromEntries(names.map((name) => [name, table])))
  .parse(JSON.parse(read('expected_public.json')));

const model = z.object({
  ...{ method: z.string(), existence: number, pairs: z.array(z.string()), minusInfinity: z.array(z.string()) },
  ...{
    dark: number,
    N: number,
    intercept: number,
    interceptSE: number,
    deviance: number,
    df: number,
    AIC: number,
    BIC: number,
  },
  ...{ wald: range, profile: range },
});

const near = (value: number, other: number, relative = 1e-5) =>
  expect(Math.abs(value - other) / Math.abs(other)).toBeLessThan(relative);
const nearBoth = (value: readonly number[], other: readonly number[], tolerance: number) => {
  for (const [index, one] of value.entries()) expect(Math.abs(one - (other[index] ?? 0))).toBeLessThan(tolerance);
};

describe.each(names)('%s', (name) => {
  const vector = table.parse(expected[name]);
  const [head = '', ...lines] = read(`${name}.csv`).trim().split(/\r?\n/);
  const lists = head.split(',').slice(0, -1);
  const rows = lines.map((line) => line.split(',').map(Number));
  const ask = (models: readonly object[]) => {
    const answer = askEstimate(solver, { lists, rows, models });
    if (!answer.ok) throw new Error(answer.refusal.code);
    return z.looseObject({ models: z.array(z.unknown()) }).parse(answer.value);
  };
  const one = (asked: object) => model.parse(ask([asked]).models[0]);
  const names = (of: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(of).map(([pair, value]) => [pair.replace('*', ':'), value]));

  test('what is on the lists', () => {
    const found = ask([]);
    expect(found).toMatchObject({
      seen: vector.n,
      listTotals: vector.listTotals,
      overlaps: names(vector.overlaps),
      range: null,
    });
    const pairs = z.record(z.string(), number).parse(found['chapman']);
    for (const [pair, value] of Object.entries(names(vector.chapman))) near(pairs[pair] ?? 0, value);
    expect(found).toMatchObject({ critique: { source: 'https://doi.org/10.1080/23322705.2019.1660952' } });
  });
  test('without any dependence', () => {
    const [found, main] = [one({ method: 'main' }), vector.mainEffects];
    for (const key of ['dark', 'N', 'intercept', 'interceptSE', 'deviance', 'AIC'] as const)
      near(found[key], main[key]);
    expect(found).toMatchObject({ existence: 0, df: main.df, pairs: [], minusInfinity: [] });
    nearBoth(found.wald, main.waldLogCI95, 0.01);
    nearBoth(found.profile, main.profileCI95, 0.5);
  });
  test('stepwise', () => {
    const [found, stepwise] = [one({ method: 'stepwise', p: 0.02 }), vector['sparseMSEstepwise_p0.02']];
    near(found.N, stepwise.N);
    near(found.AIC, stepwise.AIC);
    expect(found.pairs).toEqual(stepwise.interactions);
    expect(found.minusInfinity).toEqual(stepwise.minusInfinity);
    for (const [index, end] of stepwise.waldLogCI95.entries()) near(found.wald[index] ?? 0, end, 5e-5);
  });
  test('by the best BIC', () => {
    const [found, best] = [one({ method: 'best-bic' }), vector.bicBestTwoWay];
    near(found.N, best.N);
    near(found.BIC, best.BIC_logN);
    expect(found.pairs).toEqual(best.interactions);
  });
  test.each([0.05, 0.001] as const)('forward by AIC, %f', (p) => {
    const [found, forward] = [one({ method: 'forward-aic', p }), vector[`aicStepwise_p${p}`]];
    for (const key of ['dark', 'N', 'deviance', 'AIC'] as const) near(found[key], forward[key]);
    expect(found).toMatchObject({ pairs: forward.interactionsInOrder, df: forward.df });
    nearBoth(found.profile, forward.profileCI95, 0.5);
  });
  test.each(Object.entries(vector.existence ?? { main: 0 }))('whether %s has an estimate', (pairs, existence) => {
    const asked = pairs === 'main' ? { method: 'main' } : { method: 'fixed', pairs: pairs.split('+') };
    const [found] = ask([asked]).models;
    expect(found).toMatchObject({ existence });
    if (existence !== 0)
      expect(Object.keys(found ?? {}).toSorted()).toEqual(['existence', 'method', 'minusInfinity', 'pairs']);
  });
});

test.each([
  ['uk2013_4lists.csv', 4],
  ['uk2013_6lists.csv', 3],
  ['kosovo_4lists.csv', 4],
  ['netherlands_5lists.csv', 4],
])('%s as a file is answered by the usual methods', (name, methods) => {
  const answer = askEstimateOfCsv(solver, read(name));
  const found = z
    .looseObject({ models: z.array(z.looseObject({ N: number })), range })
    .parse(answer.ok ? answer.value : null);
  expect(found.models).toHaveLength(methods);
  for (const { N } of found.models) {
    expect(N).toBeGreaterThanOrEqual(found.range[0]);
    expect(N).toBeLessThanOrEqual(found.range[1]);
  }
});

test('the Netherlands of 2010 to 2015 by the plain methods span what was published of them', () => {
  const answer = askEstimateOfCsv(solver, read('netherlands_5lists.csv'));
  expect(answer).toMatchObject({ ok: true, value: { warnings: ['sparse', 'no-overlap', 'spread'] } });
});
