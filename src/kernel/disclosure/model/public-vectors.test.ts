import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { askAudit } from './ask/ask-audit.ts';
import { askProtect } from './ask/ask-protect.ts';
import { askRound, askSuppress } from './ask/ask-suppress.ts';
import type { Solver } from './program.ts';
import { withMargins } from './with-margins.ts';

const folder = join(import.meta.dirname, '../examples');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const load = <Shape>(name: string, shape: z.ZodType<Shape>): Shape => shape.parse(JSON.parse(read(name)));
const counts = z.array(z.array(z.number()));
const published = z.array(z.array(z.number().nullable()));

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const answer = (result: ReturnType<typeof askProtect>): object => {
  if (!result.ok) throw new Error(`${result.refusal.code} ${result.refusal.path ?? ''}`);
  return result.value;
};

describe('the 10-5 rule', () => {
  const rows = read('sdc/ons_ptable_10_5_compact.csv').trim().split(/\r?\n/).slice(1);
  test('publishes the first 200 counts as the published table does', () => {
    const [given, results] = [
      rows.map((row) => Number(row.split(',')[0])),
      rows.map((row) => Number(row.split(',')[2])),
    ];
    expect(answer(askProtect({ counts: given }))).toMatchObject({
      published: results.map((result) => (result === 0 ? null : result)),
    });
    expect(given).toHaveLength(200);
  });
  const audits = load(
    'sdc/tenFiveAudit_public.json',
    z.array(z.object({ id: z.string(), truth: counts, published, intervals: z.array(published), verdict: z.string() })),
  );
  test.each(audits)('a stranger proves of table $id just what is known', ({ truth, ...vector }) => {
    const inner = truth.slice(0, -1).map((row) => row.slice(0, -1));
    expect(answer(askProtect({ table: inner, margins: true }))).toMatchObject({ published: vector.published });
    expect(answer(askAudit(solver, { kind: 'table', rule: '10-5', published: vector.published }))).toMatchObject({
      verdict: vector.verdict,
      intervals: vector.intervals,
    });
  });
});

describe('releases one after the other', () => {
  const interval = z.tuple([z.number(), z.number()]);
  const sequences = load(
    'sdc/releaseSequences_public.json',
    z.array(
      z.object({
        id: z.string(),
        k: z.number(),
        minPossibleValues: z.number(),
        truth: z.record(z.string(), z.number()),
        releases: z.array(
          z.object({
            release: z.string(),
            figures: z.array(
              z.object({
                id: z.string(),
                atoms: z.array(z.string()),
                method: z.enum(['threshold10', '10-5', 'external']),
                published: z.union([z.number(), z.string()]),
                interval,
              }),
            ),
          }),
        ),
        targets: z.array(
          z.object({ id: z.string(), atoms: z.array(z.string()), intervalAfter: z.record(z.string(), interval) }),
        ),
        verdict: z.record(z.string(), z.string()),
      }),
    ),
  );
  const rules = { threshold10: 'threshold', '10-5': '10-5', external: 'exact' } as const;
  test.each(sequences)('$id', ({ k, minPossibleValues, truth, releases, targets, verdict }) => {
    const question = {
      ...{ kind: 'sequence', k, values: minPossibleValues, atoms: Object.keys(truth) },
      releases: releases.map(({ release, figures }) => ({
        release,
        figures: figures.map((figure) => ({
          ...{ id: figure.id, atoms: figure.atoms, rule: rules[figure.method], published: figure.published },
        })),
      })),
      targets: targets.map(({ id, atoms }) => ({ id, atoms })),
    };
    expect(answer(askAudit(solver, question))).toMatchObject({
      releases: releases.map(({ release }) => ({
        ...{ release, verdict: verdict[release] },
        targets: targets.map(({ id, intervalAfter }) => ({
          id,
          interval: intervalAfter[release]?.map((end) => (end === 5000 ? null : end)),
        })),
      })),
    });
  });
});

describe('hiding and rounding', () => {
  const cell = z.object({ row: z.number(), col: z.number(), min: z.number(), max: z.number() });
  const suppressions = load(
    'sdc/complementarySuppression_public.json',
    z.array(
      z.object({
        ...{ id: z.string(), table: counts, k: z.number(), primary: counts, exampleOptimalPattern: counts },
        exactProtection: z.object({ minExtraCells: z.number(), minExtraWeight: z.number() }),
        slidingWidthK: z.object({ minExtraWeight: z.union([z.number(), z.literal('Infeasible')]) }),
        intervalsOfPattern: z.array(cell),
        intervalsPrimaryOnly: z.array(cell),
      }),
    ),
  );
  test.each(suppressions)('the least that must be hidden of table $id', (vector) => {
    const { table, k } = vector;
    const ask = (minimise: string, protection: string) =>
      answer(askSuppress(solver, { table, k, minimise, protection }));
    expect(ask('cells', 'exact')).toMatchObject({
      status: 'optimal',
      extraCells: vector.exactProtection.minExtraCells,
    });
    expect(ask('weight', 'exact')).toMatchObject({
      status: 'optimal',
      extraWeight: vector.exactProtection.minExtraWeight,
    });
    const { minExtraWeight } = vector.slidingWidthK;
    expect(ask('weight', 'sliding')).toMatchObject(
      minExtraWeight === 'Infeasible' ? { status: 'infeasible' } : { status: 'optimal', extraWeight: minExtraWeight },
    );
  });
  test.each(suppressions)('what a stranger proves of table $id', ({ table, k, ...vector }) => {
    for (const [pattern, intervals] of [
      [vector.exampleOptimalPattern, vector.intervalsOfPattern],
      [vector.primary, vector.intervalsPrimaryOnly],
    ] as const) {
      const shown = withMargins(table).map((row, r) =>
        row.map((count, c) => (pattern[r]?.[c] === 1 ? 'hidden' : count)),
      );
      const found = answer(askAudit(solver, { kind: 'table', rule: 'exact', published: shown, k }));
      for (const { row, col, min, max } of intervals)
        expect(Reflect.get(found, 'intervals')).toHaveProperty([row, col], [min, max]);
    }
  });
  const roundings = load(
    'sdc/controlledRounding_public.json',
    z.array(z.object({ id: z.string(), base: z.number(), table: counts, optimalL1: z.number() })),
  );
  test.each(roundings)('the nearest rounding of table $id', ({ base, table, optimalL1 }) => {
    expect(answer(askRound(solver, { table, base }))).toMatchObject({ status: 'optimal', distance: optimalL1 });
  });
  test('the nearest rounding of the table in the handbook is nearer than its own', () => {
    const { controlledRounding } = load(
      'sdc/handbook_examples.json',
      z.object({ controlledRounding: z.object({ table: counts, base: z.number(), optimalL1: z.number() }) }),
    );
    const { table, base, optimalL1 } = controlledRounding;
    expect(answer(askRound(solver, { table, base }))).toMatchObject({ distance: optimalL1 });
  });
});

test('percentages with a decimal give small groups away', () => {
  const inversions = load(
    'sdc/percentInversion_public.json',
    z.array(z.object({ percent: z.string(), decimals: z.number(), baseRange: z.array(z.number()), solutions: counts })),
  );
  for (const { solutions, ...question } of inversions)
    expect(answer(askAudit(solver, { kind: 'percent', ...question }))).toEqual({ solutions });
});

describe('invented people', () => {
  const [head = '', ...rows] = read('microdata/invented_cases_public.csv').trim().split(/\r?\n/);
  const records = rows.map((row) => {
    const cells = row.split(',');
    return Object.fromEntries(head.split(',').map((column, index) => [column, cells[index] ?? '']));
  });
  const expected = load(
    'microdata/expected_public.json',
    z.object({
      kAnonymity: z.array(
        z.looseObject({
          ...{ quasiIdentifiers: z.array(z.string()), sensitive: z.string() },
          ...{ recordsBelow3: z.number(), recordsBelow5: z.number(), recordsBelow10: z.number() },
        }),
      ),
      minimalSampleUniques: z.looseObject({}),
      tenFive: z.record(z.string(), z.array(z.object({ cell: z.array(z.string()), published: z.number().nullable() }))),
    }),
  );
  test.each(expected.kAnonymity)('hidden by $quasiIdentifiers', ({ quasiIdentifiers, sensitive, ...risk }) => {
    const { recordsBelow3, recordsBelow5, recordsBelow10, ...others } = risk;
    expect(answer(askAudit(solver, { kind: 'records', records, quasiIdentifiers, sensitive }))).toEqual({
      ...others,
      recordsBelow: { '3': recordsBelow3, '5': recordsBelow5, '10': recordsBelow10 },
    });
  });
  test('combinations that single somebody out', () => {
    const columns = ['gender', 'age', 'region_of_origin', 'exploitation', 'residence', 'province'];
    expect(answer(askAudit(solver, { kind: 'records', records, columns }))).toMatchObject({
      minimalUniques: expected.minimalSampleUniques,
    });
  });
  test.each(Object.entries(expected.tenFive))('counted by %s', (by, cells) => {
    const found = answer(askProtect({ records, by: by.split('*') }));
    for (const { cell, published: shown } of cells)
      expect(Reflect.get(found, 'cells')).toContainEqual({ cell, published: shown });
  });
});
