import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { auditMenu } from './audit-menu.ts';
import { publishCount, type Published } from './count-rule.ts';
import { findMenuFault, menuOne, type Menu } from './menu.ts';
import { cellsOf, type MenuFigures, type MenuGroup } from './menu.ts';
import { withKnown, type KnownFigure } from './known-figures.ts';
import { provenRange } from './count-rule.ts';
import type { Solver } from './program.ts';
import { judgeRange, usualFloor } from './verdict.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver(600);
});

/** A small menu of four dimensions whose pairs make a path. */
const small: Menu = {
  version: 0,
  dimensions: ['a', 'b', 'c', 'd'].map((name) => ({ name, codes: ['1', '2'], coarser: {} })),
  tables: { A: [], B: ['a'], C: ['a', 'b'], D: ['b', 'c'], E: ['c', 'd'] },
};

const people = (menu: Menu, most: number) =>
  fc.array(fc.record(Object.fromEntries(menu.dimensions.map(({ name, codes }) => [name, fc.constantFrom(...codes)]))), {
    minLength: 10,
    maxLength: most,
  });

const isIn = (group: MenuGroup, person: MenuGroup) =>
  Object.entries(group).every(([name, code]) => person[name] === code);

const publishAll = (menu: Menu, persons: readonly MenuGroup[]): MenuFigures =>
  Object.fromEntries(
    Object.entries(menu.tables).map(([table, names]) => [
      table,
      cellsOf(menu, names).map((group): Published => publishCount(persons.filter((one) => isIn(group, one)).length)),
    ]),
  );

describe('a menu', () => {
  test('of the first year has no fault: its pairs make a tree', () => {
    expect(findMenuFault(menuOne)).toBeNull();
  });
  test.each([
    [{ ...small.tables, F: ['a', 'd'] }, 'F', 'cycle'],
    [{ ...small.tables, F: ['b', 'a'] }, 'F', 'cycle'],
    [{ ...small.tables, F: ['a', 'b', 'c'] }, 'F', 'three-dimensions'],
    [{ ...small.tables, F: ['a', 'x'] }, 'F', 'dimension-unknown'],
  ])('with a table too many is refused (%j)', (tables, table, fault) => {
    expect(findMenuFault({ ...small, tables })).toEqual({ table, fault });
    expect(auditMenu(solver, { ...small, tables }, {}, usualFloor)).toMatchObject({
      refusal: { code: 'too-large', path: table },
    });
  });
  test('whose figures contradict each other is refused', () => {
    expect(auditMenu(solver, small, { A: [100], B: [20, 20] }, usualFloor)).toMatchObject({
      refusal: { code: 'contradiction' },
    });
  });
});

test('one variable for each cell finds what the full cross of all dimensions finds', () => {
  const cross = cellsOf(small, ['a', 'b', 'c', 'd']);
  const nameOf = (group: MenuGroup) => cross.filter((cell) => isIn(group, cell)).map((cell) => JSON.stringify(cell));
  fc.assert(
    fc.property(people(small, 60), (persons) => {
      const figures = publishAll(small, persons);
      const found = auditMenu(solver, small, figures, usualFloor);
      if (!found.ok) throw new Error(found.refusal.code);
      const known = Object.entries(figures).flatMap(([table, cells]) =>
        cellsOf(small, small.tables[table] ?? []).map((group, place): KnownFigure => ({
          atoms: nameOf(group),
          range: provenRange('10-5', cells[place] ?? null),
        })),
      );
      const targets = [
        [],
        ['a'],
        ['b'],
        ['c'],
        ['d'],
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
        ['a', 'b', 'c'],
        ['b', 'c', 'd'],
      ];
      const expected = withKnown(
        solver,
        cross.map((cell) => JSON.stringify(cell)),
        known,
        (figure) => {
          const bad: { readonly group: MenuGroup; readonly low: number; readonly high: number | null }[] = [];
          for (const group of targets.flatMap((names) => cellsOf(small, names))) {
            const range = figure.range(nameOf(group));
            if (!range.ok) return range;
            const count = persons.filter((one) => isIn(group, one)).length;
            expect(range.value.low <= count && count <= (range.value.high ?? Infinity)).toBe(true);
            if (judgeRange(range.value, usualFloor) !== 'pass') bad.push({ group, ...range.value });
          }
          return { ok: true, value: bad };
        },
      );
      if (!expected.ok) throw new Error(expected.refusal.code);
      const told = found.value.findings.map(({ group, range: { low, high } }) => ({ group, low, high }));
      const sorted = (list: readonly { readonly group: MenuGroup }[]) =>
        list.map((one) => JSON.stringify(one)).toSorted();
      expect(sorted(told)).toEqual(sorted(expected.value));
    }),
    { numRuns: 12 },
  );
});

test('the first menu of a year of seventy people is audited, and the same figures give the same answer', () => {
  fc.assert(
    fc.property(people(menuOne, 70), (persons) => {
      const figures = publishAll(menuOne, persons);
      const found = auditMenu(solver, menuOne, figures, usualFloor);
      if (!found.ok) throw new Error(found.refusal.code);
      for (const { group, range } of found.value.findings) {
        const count = persons.filter((one) => isIn(group, one)).length;
        expect(range.low <= count && count <= (range.high ?? Infinity)).toBe(true);
      }
      expect(auditMenu(solver, menuOne, figures, usualFloor)).toEqual(found);
    }),
    { numRuns: 2 },
  );
});
