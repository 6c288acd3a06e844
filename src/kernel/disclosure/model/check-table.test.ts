import { beforeAll, expect, test } from 'vitest';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { checkTable, listRepairs } from './check-table.ts';
import { joinColumns, joinRows, type NamedTable } from './join-groups.ts';
import type { Solver } from './program.ts';
import { withMargins } from './with-margins.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const table: NamedTable = {
  rows: ['a', 'b', 'c'],
  columns: ['x', 'y', 'z'],
  counts: [
    [18, 18, 9],
    [21, 20, 30],
    [40, 0, 0],
  ],
};
const check = (of: NamedTable) => {
  const found = checkTable(solver, of);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};

test('groups told as one keep everybody', () => {
  expect(joinRows(table, 2, 0)).toEqual({
    rows: ['a + c', 'b'],
    columns: table.columns,
    counts: [
      [58, 18, 9],
      [21, 20, 30],
    ],
  });
  expect(joinColumns(table, 1, 2)).toEqual({
    rows: table.rows,
    columns: ['x', 'y + z'],
    counts: [
      [18, 27],
      [21, 50],
      [40, 0],
    ],
  });
});

test('a table that may leave only with a reason has ways out, each of which passes and holds everybody', () => {
  const checked = check(table);
  expect(checked).toMatchObject({ verdict: 'warn', audit: { reasons: [{ row: 0, column: 2, code: 'not-zero' }] } });
  const repairs = listRepairs(solver, checked);
  if (!repairs.ok) throw new Error(repairs.refusal.code);
  expect(repairs.value.length).toBeGreaterThan(0);
  expect(repairs.value.length).toBeLessThanOrEqual(5);
  for (const { after } of repairs.value) {
    expect(after.verdict).toBe('pass');
    expect(check(after.table)).toEqual(after);
    expect(withMargins(after.table.counts).at(-1)?.at(-1)).toBe(156);
  }
});

test('what somebody inside can prove counts as much as what a stranger can', () => {
  // Everybody in the first row is in its first cell: 20 means 18 to 22, and so does the row.
  const inside = check({
    rows: ['a', 'b'],
    columns: ['x', 'y'],
    counts: [
      [40, 0],
      [20, 60],
    ],
  });
  expect(inside.audit.verdict).toBe('pass');
  expect(inside.verdict).toBe(inside.audit.insiders);
});

test('two rows and two columns are never made one', () => {
  const small = check({
    rows: ['a', 'b'],
    columns: ['x', 'y'],
    counts: [
      [18, 9],
      [21, 20],
    ],
  });
  expect(listRepairs(solver, small)).toEqual({ ok: true, value: [] });
});
