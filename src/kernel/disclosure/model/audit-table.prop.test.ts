import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { auditTable, type PublishedTable, type TableCell } from './audit-table.ts';
import { provenRange, publishCount, type Range } from './count-rule.ts';
import type { Solver } from './program.ts';
import { usualFloor, type Floor } from './verdict.ts';
import { withMargins } from './with-margins.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver(600);
});

const ask = (table: PublishedTable, floor: Floor = usualFloor) => {
  const found = auditTable(solver, table, floor);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};
const tenFive = (cells: readonly (readonly TableCell[])[]): PublishedTable => ({ rule: '10-5', cells });
const exact = (cells: readonly (readonly TableCell[])[]): PublishedTable => ({ rule: 'exact', cells });

/** How many values a place inside may have, by its own range and those of its margins. */
const highestOf = (ranges: readonly (readonly Range[])[], r: number, c: number): number =>
  Math.min(...[ranges[r]?.[c], ranges[r]?.at(-1), ranges.at(-1)?.[c]].map((range) => range?.high ?? Infinity));

/** Every table whose places all lie in these ranges, by trying all of them; null where they are too many to try. */
function tryEveryTable(ranges: readonly (readonly Range[])[]): readonly (readonly number[])[] | null {
  const inner = ranges.slice(0, -1).flatMap((row, r) =>
    row.slice(0, -1).map(({ low }, c) => {
      const values = Math.max(0, highestOf(ranges, r, c) - low + 1);
      return { low, values };
    }),
  );
  const columns = (ranges[0]?.length ?? 1) - 1;
  const tables = inner.reduce((product, { values }) => product * values, 1);
  if (tables > 60_000) return null;
  const found: (readonly number[])[] = [];
  for (let code = 0; code < tables; code += 1) {
    let left = code;
    const cells = inner.map(({ low, values }) => {
      const value = low + (left % values);
      left = Math.floor(left / values);
      return value;
    });
    const full = withMargins(ranges.slice(0, -1).map((_, r) => cells.slice(r * columns, (r + 1) * columns)));
    const fits = full.every((row, r) =>
      row.every((count, c) => count >= (ranges[r]?.[c]?.low ?? 0) && count <= (ranges[r]?.[c]?.high ?? Infinity)),
    );
    if (fits) found.push(full.flat());
  }
  return found;
}

const expectEveryTable = (table: PublishedTable, floor: Floor) => {
  const known = table.cells.map((row) =>
    row.map((cell): Range => (cell === 'hidden' ? { low: 0, high: null } : provenRange(table.rule, cell, floor.k))),
  );
  const all = tryEveryTable(known);
  fc.pre(all !== null);
  const { ranges } = ask(table, floor);
  for (const [place, range] of ranges.flat().entries()) {
    const values = all.map((one) => one[place] ?? 0);
    const [least, most] = values.reduce(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
      [Infinity, 0],
    );
    expect(range).toEqual({ low: least, high: most });
  }
};
const shapes = (most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }))
    .filter(([rows, columns]) => rows * columns <= most);

describe('what is proved is what trying every table finds', () => {
  test('of exact tables of at most twelve cells, some of them hidden or below the floor', () => {
    const drawn = shapes(12).chain(([rows, columns]) =>
      fc.record({
        counts: fc.array(fc.array(fc.nat(2), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
        hidden: fc.array(fc.constantFrom('cell', 'below', 'shown', 'shown', 'shown', 'margin'), {
          minLength: 40,
          maxLength: 40,
        }),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ counts, hidden }) => {
        const floor = { k: 3, values: 2 };
        const columns = counts[0]?.length ?? 0;
        const cells = withMargins(counts).map((row, r) =>
          row.map((count, c): TableCell => {
            const how = hidden[r * (columns + 1) + c];
            const inner = r < counts.length && c < columns;
            if (inner && how === 'cell') return 'hidden';
            // A margin may be missing too; the total stays, so that the list is complete.
            if (!inner && how === 'margin' && !(r === counts.length && c === columns)) return 'hidden';
            return count < floor.k && how === 'below' ? null : count;
          }),
        );
        expectEveryTable(exact(cells), floor);
      }),
      { numRuns: 40 },
    );
  });
  test('of tables by the 10-5 rule of at most six cells', () => {
    const count = fc.oneof(fc.constantFrom(0, 1, 4), fc.integer({ min: 5, max: 40 }));
    const drawn = shapes(6).chain(([rows, columns]) =>
      fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
    fc.assert(
      fc.property(drawn, (counts) => {
        expectEveryTable(tenFive(withMargins(counts).map((row) => row.map((one) => publishCount(one)))), usualFloor);
      }),
      { numRuns: 25 },
    );
  });
});

test('protecting twice changes nothing: a published table is published as it is, and proves no more', () => {
  const tables = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.nat(60), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
  fc.assert(
    fc.property(tables, fc.constantFrom(10, 15, 20), (truth, floor) => {
      const published = withMargins(truth).map((row) => row.map((count) => publishCount(count, floor)));
      const again = published.map((row) => row.map((count) => (count === null ? null : publishCount(count, floor))));
      expect(again).toEqual(published);
      // A hidden count is hidden whichever of the counts below the floor it was.
      for (let count = 0; count < floor; count += 1) expect(publishCount(count, floor)).toBeNull();
      const asked = { k: floor, values: 5 };
      expect(ask(tenFive(again), asked)).toEqual(ask(tenFive(published), asked));
    }),
    { numRuns: 15 },
  );
});
