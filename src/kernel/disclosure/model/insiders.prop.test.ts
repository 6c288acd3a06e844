import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { auditMenu } from './audit-menu.ts';
import { auditReleases } from './audit-releases.ts';
import { auditTable } from './audit-table.ts';
import { provenRange, publishCount, type Range } from './count-rule.ts';
import { withKnown, type KnownFigure } from './known-figures.ts';
import type { Menu } from './menu.ts';
import { cellsOf, type MenuGroup } from './menu.ts';
import type { Solver } from './program.ts';
import { judgeInsiders, usualFloor, worstOf, type Verdict } from './verdict.ts';
import { withMargins } from './with-margins.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver(600);
});

/** What insiders learn of the pairs of a group and a larger one around it, asked one by one of all figures together. */
function judgePairs(
  atoms: readonly string[],
  figures: readonly KnownFigure[],
  pairs: readonly (readonly [inner: readonly string[], outer: readonly string[]])[],
): Verdict {
  const found = withKnown(solver, atoms, figures, (known) => {
    const verdicts = pairs.map(([inner, outer]) => {
      const [around, outside] = [known.range(outer), known.range(outer.filter((atom) => !inner.includes(atom)))];
      if (!around.ok || !outside.ok) throw new Error('not answered');
      return judgeInsiders(around.value, outside.value.high);
    });
    return { ok: true, value: worstOf(verdicts) };
  });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

describe('what somebody learns who is in a group', () => {
  const exact = (name: string, atoms: readonly string[], range: Range) => ({ name, atoms, range, text: null });
  test.each<readonly [inside: number, all: Range, verdict: Verdict]>([
    [12, { low: 12, high: 12 }, 'block'],
    [11, { low: 12, high: 12 }, 'warn'],
    [10, { low: 12, high: 12 }, 'warn'],
    [9, { low: 12, high: 12 }, 'pass'],
    [12, { low: 12, high: 15 }, 'pass'],
    [0, { low: 0, high: 0 }, 'pass'],
    [0, { low: 1, high: 1 }, 'warn'],
  ])('from releases: %i of %j', (inside, all, verdict) => {
    const figures = [exact('women', ['w'], { low: inside, high: inside }), exact('all', ['w', 'm'], all)];
    const judged = auditReleases(
      solver,
      { atoms: ['w', 'm'], releases: [{ name: 'r', figures }], targets: [] },
      usualFloor,
    );
    expect(judged).toMatchObject({ ok: true, value: [{ insiders: verdict, verdict: 'pass', targets: [] }] });
  });

  test('from a table: what the same pairs say, asked one by one', () => {
    const few = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 1, 2) }, { weight: 2, arbitrary: fc.nat(40) });
    const counts = fc
      .integer({ min: 1, max: 3 })
      .chain((columns) =>
        fc.array(fc.array(few, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 3 }),
      );
    fc.assert(
      fc.property(counts, (truth) => {
        const cells = withMargins(truth).map((row) => row.map((count) => publishCount(count)));
        const found = auditTable(solver, { rule: '10-5', cells }, usualFloor);
        if (!found.ok) throw new Error(found.refusal.code);
        const [rows, columns] = [truth.length, truth[0]?.length ?? 0];
        const atoms = truth.flatMap((row, r) => row.map((_, c) => `${String(r)} ${String(c)}`));
        const groupOf = (row: number, column: number) =>
          atoms.filter((atom) => {
            const [r, c] = atom.split(' ').map(Number);
            return (row === rows || r === row) && (column === columns || c === column);
          });
        const figures = cells.flatMap((row, r) =>
          row.map((cell, c): KnownFigure => ({ atoms: groupOf(r, c), range: provenRange('10-5', cell) })),
        );
        const pairs = cells.flatMap((row, r) =>
          row.flatMap((_, c) => [
            ...(c < columns && columns > 1 ? [[groupOf(r, c), groupOf(r, columns)] as const] : []),
            ...(r < rows && rows > 1 ? [[groupOf(r, c), groupOf(rows, c)] as const] : []),
          ]),
        );
        expect(found.value.insiders).toBe(judgePairs(atoms, figures, pairs));
        // Reasons name each place of which somebody inside learns too much, and nothing else.
        const told = found.value.reasons.filter(({ code }) => code === 'all-in-one' || code === 'nearly-all-in-one');
        expect(told.length > 0).toBe(found.value.insiders !== 'pass');
      }),
      { numRuns: 60 },
    );
  });

  test('from all tables of a year: what the full cross says, asked one by one', () => {
    const menu: Menu = {
      version: 0,
      dimensions: ['a', 'b', 'c'].map((name) => ({ name, codes: ['1', '2'], coarser: {} })),
      tables: { A: [], B: ['a'], C: ['a', 'b'], D: ['b', 'c'] },
    };
    const cross = cellsOf(menu, ['a', 'b', 'c']);
    const isIn = (group: MenuGroup, cell: MenuGroup) =>
      Object.entries(group).every(([name, code]) => cell[name] === code);
    const nameOf = (group: MenuGroup) => cross.filter((cell) => isIn(group, cell)).map((cell) => JSON.stringify(cell));
    const counts = fc.array(fc.oneof(fc.constantFrom(0, 0, 1), fc.nat(30)), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(counts, (people) => {
        const countOf = (group: MenuGroup) =>
          cross.reduce((sum, cell, at) => (isIn(group, cell) ? sum + (people[at] ?? 0) : sum), 0);
        const groups = Object.values(menu.tables).flatMap((names) => cellsOf(menu, names));
        const figures = Object.fromEntries(
          Object.entries(menu.tables).map(([table, names]) => [
            table,
            cellsOf(menu, names).map((group) => publishCount(countOf(group))),
          ]),
        );
        const found = auditMenu(solver, menu, figures, usualFloor);
        if (!found.ok) throw new Error(found.refusal.code);
        // The codes of c stand in no table of one dimension, and are groups all the same.
        const all = [...groups, ...cellsOf(menu, ['b']), ...cellsOf(menu, ['c'])];
        const pairs = all.flatMap((group) =>
          Object.keys(group).map((left) => {
            const larger = Object.fromEntries(Object.entries(group).filter(([name]) => name !== left));
            return [nameOf(group), nameOf(larger)] as const;
          }),
        );
        const known = groups.map((group): KnownFigure => ({
          atoms: nameOf(group),
          range: provenRange('10-5', publishCount(countOf(group))),
        }));
        const atoms = cross.map((cell) => JSON.stringify(cell));
        expect(found.value.insiders).toBe(judgePairs(atoms, known, pairs));
      }),
      { numRuns: 60 },
    );
  });
});
