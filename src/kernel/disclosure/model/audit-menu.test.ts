import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { failingAt } from '../../../../tests/support/failing-solver.ts';
import { auditMenu, type MenuAudit } from './audit-menu.ts';
import { findMenuFault, menuOne, type Menu } from './menu.ts';
import { cellsOf, type MenuFigures } from './menu.ts';
import type { Solver } from './program.ts';
import { usualFloor, type Floor } from './verdict.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver(600);
});

const menuOf = (tables: Menu['tables'], codes: readonly string[] = ['1', '2']): Menu => ({
  ...{ version: 0, tables },
  dimensions: ['a', 'b', 'c'].map((name) => ({ name, codes, coarser: {} })),
});
const audit = (menu: Menu, figures: MenuFigures, floor: Floor = usualFloor): MenuAudit => {
  const found = auditMenu(solver, menu, figures, floor);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};

describe('the cells of a table', () => {
  const menu = menuOf({});
  test('are everybody, the codes of a dimension, or pairs of them with the second running faster', () => {
    expect(cellsOf(menu, [])).toEqual([{}]);
    expect(cellsOf(menu, ['b'])).toEqual([{ b: '1' }, { b: '2' }]);
    expect(cellsOf(menu, ['b', 'a'])).toEqual([
      { b: '1', a: '1' },
      { b: '1', a: '2' },
      { b: '2', a: '1' },
      { b: '2', a: '2' },
    ]);
    expect(cellsOf(menu, ['x'])).toEqual([]);
  });
});

describe('a menu that may not be used', () => {
  test('is one with a table of three, of an unknown dimension, or with pairs that go round', () => {
    expect(findMenuFault(menuOne)).toBeNull();
    expect(findMenuFault(menuOf({ A: ['a', 'b'], B: ['b', 'c'] }))).toBeNull();
    expect(findMenuFault(menuOf({ A: ['a', 'b'], B: ['b', 'c'], C: ['a', 'c'] }))).toEqual({
      table: 'C',
      fault: 'cycle',
    });
    expect(findMenuFault(menuOf({ A: ['a', 'b', 'c'] }))).toEqual({ table: 'A', fault: 'three-dimensions' });
    expect(findMenuFault(menuOf({ A: ['x'] }))).toEqual({ table: 'A', fault: 'dimension-unknown' });
    expect(auditMenu(solver, menuOf({ A: ['x'] }), {}, usualFloor)).toMatchObject({
      ok: false,
      refusal: { code: 'too-large', path: 'A' },
    });
  });
});

describe('all tables of a year together', () => {
  const two = menuOf({ A: [], B: ['a'] });
  test('give a group away that each alone does not: the worst is told, with what is proved', () => {
    // 65 means 63 to 67 and 60 means 58 to 62; so the other code has 1 to 9.
    expect(audit(two, { A: [65], B: [60, null] })).toEqual({
      ...{ verdict: 'warn', insiders: 'pass' },
      findings: [{ group: { a: '2' }, range: { low: 1, high: 9 }, verdict: 'warn' }],
    });
    // 70 means 68 to 72: the other code has 6 to 9.
    expect(audit(two, { A: [70], B: [60, null] })).toEqual({
      ...{ verdict: 'block', insiders: 'pass' },
      findings: [{ group: { a: '2' }, range: { low: 6, high: 9 }, verdict: 'block' }],
    });
    expect(audit(two, { A: [60], B: [60, null] })).toEqual({ verdict: 'pass', insiders: 'pass', findings: [] });
  });
  test('by another floor, or with other values that must stay possible, give others away', () => {
    expect(audit(two, { A: [70], B: [60, null] }, { k: 10, values: 4 }).verdict).toBe('warn');
    expect(audit(two, { A: [65], B: [60, null] }, { k: 15, values: 5 }).findings[0]?.range).toEqual({
      low: 1,
      high: 9,
    });
  });
  test('nothing told bounds nothing', () => {
    expect(audit(two, {})).toEqual({ verdict: 'pass', insiders: 'pass', findings: [] });
    expect(audit(two, { A: [65] })).toEqual({ verdict: 'pass', insiders: 'pass', findings: [] });
  });
  test.each<[why: string, figures: MenuFigures, table: string]>([
    ['a table that the menu does not have', { A: [65], X: [20] }, 'X'],
    ['a table that lacks a cell', { A: [65], B: [60] }, 'B'],
    ['a table with a cell too many', { A: [65], B: [60, null, null] }, 'B'],
  ])('are not checked with %s', (_, figures, path) => {
    expect(auditMenu(solver, two, figures, usualFloor)).toMatchObject({
      ok: false,
      refusal: { code: 'not-checked', path },
    });
  });
  test('that contradict each other are refused', () => {
    expect(auditMenu(solver, two, { A: [100], B: [20, 20] }, usualFloor)).toMatchObject({
      ok: false,
      refusal: { code: 'contradiction' },
    });
  });
});

describe('a group of three dimensions', () => {
  test('is found by both tables that share one of them', () => {
    // Of the 10 to 12 with b = 1, 10 to 12 have a = 1 and 10 to 12 have c = 1: nearly all of them have both, and that is a large group.
    // Those with a = 2 or c = 2 are at most 2 each, since b = 1 has at most 12.
    const menu = menuOf({ B: ['b'], C: ['a', 'b'], D: ['b', 'c'] });
    const { findings, verdict, insiders } = audit(menu, {
      ...{ B: [10, 40], C: [10, 20, null, 20], D: [10, null, 20, 20] },
    });
    const told = new Map(findings.map(({ group, range }) => [JSON.stringify(group), range]));
    expect(verdict).toBe('block');
    expect(insiders).toBe('warn');
    // Each group once.
    expect(findings).toHaveLength(told.size);
    expect(told.get('{"a":"2","b":"1"}')).toEqual({ low: 0, high: 2 });
    expect(told.get('{"a":"1","b":"1","c":"2"}')).toEqual({ low: 0, high: 2 });
    expect(told.get('{"a":"2","b":"1","c":"1"}')).toEqual({ low: 0, high: 2 });
    expect(told.get('{"a":"2","b":"1","c":"2"}')).toEqual({ low: 0, high: 2 });
    expect(told.has('{"a":"1","b":"1","c":"1"}')).toBe(false);
  });
  test('is at least what both sums have more than everybody around them', () => {
    const menu = menuOf({ A: ['a'], B: ['b'], C: ['a', 'b'], D: ['b', 'c'], E: ['c'] });
    // b = 1 has at most 9. a = 1 has at least 18, of whom at most 12 have b = 2: so at least 6 of the 9. So it is with c = 1: at least 3 have all.
    const { findings } = audit(menu, {
      ...{ A: [20, 30], B: [null, 40], C: [null, 10, null, 30], D: [null, null, 10, 30], E: [20, 30] },
    });
    const told = (group: object) => findings.find((one) => JSON.stringify(one.group) === JSON.stringify(group));
    expect(told({ b: '1' })?.range).toEqual({ low: 6, high: 9 });
    expect(told({ a: '1', b: '1' })?.range).toEqual({ low: 6, high: 9 });
    expect(told({ a: '1', b: '1', c: '1' })).toEqual({
      ...{ group: { a: '1', b: '1', c: '1' }, verdict: 'warn', range: { low: 3, high: 9 } },
    });
    expect(told({ a: '2', b: '1', c: '1' })?.range).toEqual({ low: 0, high: 3 });
  });
  test('is none where two tables share nothing', () => {
    const apart: Menu = {
      ...{ version: 0, tables: { A: ['a', 'b'], B: ['c', 'd'] } },
      dimensions: ['a', 'b', 'c', 'd'].map((name) => ({ name, codes: ['1', '2'], coarser: {} })),
    };
    for (const cell of [null, 30]) {
      const found = audit(apart, { A: [cell, null, cell, cell], B: [cell, cell, null, cell] });
      // Though everybody is in both.
      expect(
        auditMenu(solver, apart, { A: [200, 200, 200, 200], B: [cell, cell, cell, cell] }, usualFloor),
      ).toMatchObject({
        refusal: { code: 'contradiction' },
      });
      expect(found).toEqual({ verdict: 'pass', insiders: 'pass', findings: [] });
    }
  });
});

describe('somebody inside', () => {
  const two = menuOf({ A: [], B: ['a'] });
  test('learns of the others when nearly everybody is in one group', () => {
    // 60 of 60: with 58 to 62 in both, up to 4 may be outside.
    expect(audit(two, { A: [60], B: [60, null] }).insiders).toBe('pass');
    // 10 means 10 to 12: at most 2 are outside.
    expect(audit(two, { A: [10], B: [10, null] })).toMatchObject({ insiders: 'warn' });
    // Three codes, each bounded.
    const three = menuOf({ A: [], B: ['a'] }, ['1', '2', '3']);
    expect(audit(three, { A: [10], B: [10, null, null] })).toMatchObject({ insiders: 'warn' });
  });
  test('learns nothing where perhaps nobody is', () => {
    expect(audit(two, { A: [null], B: [null, null] }).insiders).toBe('pass');
  });
  test('learns nothing of a group where perhaps nobody is, also when nobody of it can be outside', () => {
    // Four times at least 13 are 52, the most that 50 means: so nobody with b = 1 has a = 5, and everybody with a = 5, if there is one, has b = 2.
    const five = menuOf({ B: ['b'], C: ['b', 'a'] }, ['1', '2', '3', '4', '5']);
    const found = audit(
      { ...five, dimensions: five.dimensions.map((one) => (one.name === 'b' ? { ...one, codes: ['1', '2'] } : one)) },
      { B: [50, 80], C: [15, 15, 15, 15, null, 20, 20, 20, 20, null] },
    );
    expect(found.findings).toContainEqual({ group: { b: '1', a: '5' }, range: { low: 0, high: 0 }, verdict: 'block' });
    expect(found.insiders).toBe('pass');
  });
  test('learns of a pair in each of its two codes', () => {
    const pairs = menuOf({ A: ['a', 'b'] });
    // a = 1 has 20 or more, all of them with b = 1 but for at most nine; b = 1 too.
    expect(audit(pairs, { A: [20, null, null, 20] }).insiders).toBe('pass');
    const tight = menuOf({ B: ['a'], A: ['a', 'b'] });
    expect(audit(tight, { B: [10, 40], A: [10, null, 20, 20] }).insiders).toBe('warn');
    expect(audit(tight, { B: [40, 10], A: [20, 20, null, 10] }).insiders).toBe('warn');
  });
});

test('only what no table found on the way answers is asked', () => {
  const two = menuOf({ A: [], B: ['a'] });
  const three = menuOf({ B: ['b'], C: ['a', 'b'], D: ['b', 'c'] });
  const questions = (menu: Menu, figures: MenuFigures) => {
    const counting = failingAt(solver, -1);
    expect(auditMenu(counting.solver, menu, figures, usualFloor).ok).toBe(true);
    return counting.asked;
  };
  // The first table that is found, to see whether one fits, shows that all groups are large.
  expect(questions(two, { A: [400], B: [200, 200] })).toBe(1);
  expect(questions(three, { B: [200, 200], C: [100, 100, 100, 100], D: [100, 100, 100, 100] })).toBe(1);
  // Of one group the least and the most are asked; the others are seen to be large, and large outside of it too.
  expect(questions(two, { A: [65], B: [60, null] })).toBe(3);
  expect(questions(three, { B: [40, 40], C: [20, 20, 20, 20], D: [null, 30, 20, 20] })).toBe(3);
  // Nothing bounds anybody, which is seen from the figures: whether a table fits, and for each code how many there are at least around it.
  expect(questions(two, {})).toBe(3);
  // Everybody may be nobody to nine, as two tables show; then so may each code, and insiders are asked about.
  expect(questions(two, { A: [null], B: [null, null] })).toBe(5);
});

test('is refused by a question without a sure answer, whichever it is, also of three dimensions', () => {
  const menu = menuOf({ B: ['b'], C: ['a', 'b'], D: ['b', 'c'] });
  const figures = { B: [10, 40], C: [10, 20, null, 20], D: [10, null, 20, 20] };
  const whole = failingAt(solver, -1);
  expect(auditMenu(whole.solver, menu, figures, usualFloor).ok).toBe(true);
  for (let question = 0; question < whole.asked; question += 1)
    expect(auditMenu(failingAt(solver, question).solver, menu, figures, usualFloor)).toMatchObject({
      ok: false,
      refusal: { code: 'not-checked' },
    });
});
