import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { openSolver } from '../../../../../tests/support/disclosure-solver.ts';
import {
  exactly,
  ledgerDay,
  ledgerOf,
  releaseOf,
  saidOf,
  type Told,
} from '../../../../../tests/support/ledger-contents.ts';
import { publishCount } from '../count-rule.ts';
import { worstOf } from '../verdict.ts';
import { judgeRelease } from './judge-release.ts';
import type { KnownEntry } from './ledger-entry.ts';
import { listReleaseRepairs, type ReleaseTable } from './list-release-repairs.ts';
import { tableFigures } from './table-figures.ts';

const dimensions = { rows: 'form', columns: 'gender' };
const whole = { cells: true, rowTotals: true, columnTotals: true };
const release = (told: Told) => releaseOf(10, told);
const said = (number: number, sets: Record<string, string[]>, value: number): KnownEntry => ({
  content: saidOf(number, exactly(sets, value)),
  on: ledgerDay,
});
const table = {
  rows: ['sexual', 'labour', 'criminal'],
  columns: ['woman', 'man'],
  counts: [
    [24, 3],
    [12, 21],
    [2, 8],
  ],
};

describe('a table of true counts that is to be released', () => {
  test('tells each number from its own true sum, by the words of its groups', () => {
    const { dimensions: listed, figures } = tableFigures(
      {
        ...table,
        rows: ['sexual + labour', 'criminal'],
        counts: [
          [36, 24],
          [2, 8],
        ],
      },
      dimensions,
      whole,
      10,
    );
    expect(listed).toEqual({ form: ['sexual', 'labour', 'criminal'], gender: ['woman', 'man'] });
    expect(figures[0]).toEqual({ sets: { form: ['sexual', 'labour'], gender: ['woman'] }, rule: '10-5', value: 35 });
    expect(figures.at(-1)).toEqual({ sets: {}, rule: '10-5', value: publishCount(70) });
    expect(figures).toHaveLength(9);
    expect(tableFigures(table, dimensions, { ...whole, cells: false }, 20).figures.map(({ value }) => value)).toEqual([
      25,
      35,
      null,
      40,
      30,
      70,
    ]);
  });

  test('of one column is a list: its rows and the total', () => {
    const list = { rows: ['woman', 'man'], columns: ['1'], counts: [[40], [30]] };
    const told = tableFigures(list, { rows: 'gender', columns: '' }, whole, 10);
    expect(told.dimensions).toEqual({ gender: ['woman', 'man'] });
    expect(told.figures.map(({ sets, value }) => [sets, value])).toEqual([
      [{ gender: ['woman'] }, 40],
      [{ gender: ['man'] }, 30],
      [{}, 70],
    ]);
  });
});

describe('ways out of a release', () => {
  const counts = fc.array(fc.array(fc.nat(30), { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 3 });

  test('each passes with all that is known, the smallest loss first, and none tells more than was asked for', async () => {
    const solver = await openSolver(300);
    let offered = 0;
    fc.assert(
      fc.property(counts, fc.nat(2), fc.nat(1), (numbers, row, column) => {
        const from: ReleaseTable = { table: { ...table, counts: numbers }, dimensions, parts: whole };
        const proposed = release(tableFigures(from.table, dimensions, whole, 10));
        const known = [
          said(
            11,
            { form: [table.rows[row] ?? ''], gender: [table.columns[column] ?? ''] },
            numbers[row]?.[column] ?? 0,
          ),
        ];
        const repairs = expectOk(listReleaseRepairs(solver, known, proposed, from));
        expect(repairs.length).toBeLessThanOrEqual(5);
        expect(repairs.map(({ lost }) => lost)).toEqual(repairs.map(({ lost }) => lost).toSorted((a, b) => a - b));
        for (const { told, lost, to } of repairs) {
          offered += 1;
          expect(lost).toBe(12 - told.figures.length);
          expect(told).toEqual(tableFigures(to.table, to.dimensions, to.parts, 10));
          const { audit } = expectOk(judgeRelease(solver, known, release(told)));
          expect(worstOf([audit.verdict, audit.insiders])).toBe('pass');
        }
      }),
      { numRuns: 15 },
    );
    expect(offered).toBeGreaterThan(0);
  });

  test('are found also where a wrong number is warned of, whatever is released', async () => {
    const solver = await openSolver(300);
    const from: ReleaseTable = { table, dimensions, parts: whole };
    const proposed = release(tableFigures(table, dimensions, whole, 10));
    const kinds = (known: readonly KnownEntry[]) =>
      expectOk(listReleaseRepairs(solver, known, proposed, from)).map(({ kind }) => kind);
    expect(kinds([]).length).toBeGreaterThan(0);
    expect(kinds([said(11, {}, 600)])).toEqual(kinds([]));
  });

  test('are as many as there are, and where nothing may leave there is none', async () => {
    const solver = await openSolver(300);
    const small = {
      ...table,
      counts: [
        [1, 0],
        [0, 1],
        [1, 0],
      ],
    };
    const from: ReleaseTable = { table: small, dimensions, parts: whole };
    const proposed = release(tableFigures(small, dimensions, whole, 10));
    expect(expectOk(listReleaseRepairs(solver, [], proposed, from)).length).toBeGreaterThan(0);
    const other = { dimensions: {}, figures: [{ sets: {}, rule: 'exact', value: 200 }] } as const;
    const impossible = ledgerOf([releaseOf(12, other)]);
    expect(expectOk(listReleaseRepairs(solver, impossible, proposed, from))).toEqual([]);
  });
});
