import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { auditTable } from './audit-table.ts';
import type { Solver } from './program.ts';
import { roundTable } from './round-table.ts';
import { suppressTable, type Suppression } from './suppress-table.ts';
import { withMargins } from './with-margins.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver(600);
});

const tables = (rows: number, columns: number, most: number) =>
  fc.array(fc.array(fc.nat(most), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });

/** What a stranger proves when just these cells are hidden. */
const attack = (table: readonly (readonly number[])[], k: number, isHidden: (place: number) => boolean) => {
  const columns = table[0]?.length ?? 0;
  const cells = withMargins(table).map((row, r) =>
    row.map((count, c) => (r < table.length && c < columns && isHidden(r * columns + c) ? ('hidden' as const) : count)),
  );
  const found = auditTable(solver, { rule: 'exact', cells }, { k, values: 5 });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value.ranges;
};

test('what is hidden protects every small count, costs least of all patterns, and is attacked as it says', () => {
  const asked = fc.record({
    table: tables(2, 3, 12),
    k: fc.constantFrom(3, 5),
    minimise: fc.constantFrom('cells' as const, 'weight' as const),
    protection: fc.constantFrom('exact' as const, 'sliding' as const),
  });
  fc.assert(
    fc.property(asked, (question: Suppression) => {
      const { table, k, minimise, protection } = question;
      const counts = table.flat();
      const small = counts.map((count) => count > 0 && count < k);
      const protects = (bits: number) => {
        const hidden = (place: number) => Math.floor(bits / 2 ** place) % 2 === 1;
        if (small.some((is, place) => is && !hidden(place))) return null;
        const ranges = attack(table, k, hidden);
        const good = small.every((is, place) => {
          const { low, high } = ranges[Math.floor(place / 3)]?.[place % 3] ?? { low: 0, high: 0 };
          return !is || (high ?? Infinity) - low >= (protection === 'exact' ? 1 : k);
        });
        const cost = counts.reduce(
          (sum, count, place) =>
            sum + (hidden(place) && small[place] !== true ? (minimise === 'cells' ? 1 : Math.max(1, count)) : 0),
          0,
        );
        return good ? cost : null;
      };
      const costs = Array.from({ length: 2 ** counts.length }, (_, bits) => protects(bits)).filter(
        (cost) => cost !== null,
      );
      const found = suppressTable(solver, question);
      if (!found.ok) throw new Error(found.refusal.code);
      if ('open' in found.value) {
        expect(costs).toEqual([]);
        return;
      }
      expect(minimise === 'cells' ? found.value.extraCells : found.value.extraWeight).toBe(Math.min(...costs));
      const { pattern, intervals } = found.value;
      const ranges = attack(table, k, (place) => pattern.flat()[place] === 1);
      expect(
        intervals.map(({ row, col, min, max }) => [ranges[row]?.[col]?.low === min, ranges[row]?.[col]?.high === max]),
      ).toEqual(intervals.map(() => [true, true]));
    }),
    { numRuns: 12 },
  );
});

test('a rounded table adds up, goes to multiples next to the counts, and none is nearer', () => {
  fc.assert(
    fc.property(tables(2, 3, 40), fc.constantFrom(3, 5, 10), (table, base) => {
      const found = roundTable(solver, table, base);
      if (!found.ok || found.value === null) throw new Error('there always is a rounding');
      const { rounded, distance } = found.value;
      const full = withMargins(table);
      expect(withMargins(rounded.slice(0, -1).map((row) => row.slice(0, -1)))).toEqual(rounded);
      const distanceOf = (other: readonly (readonly number[])[]) => {
        let sum = 0;
        for (const [r, row] of full.entries())
          for (const [c, count] of row.entries()) {
            const one = other[r]?.[c] ?? 0;
            if (one % base !== 0 || Math.abs(one - count) >= base) return Infinity;
            sum += Math.abs(one - count);
          }
        return sum;
      };
      expect(distanceOf(rounded)).toBe(distance);
      const nearest = Array.from({ length: 2 ** 6 }, (_, bits) =>
        distanceOf(
          withMargins(
            table.map((row, r) =>
              row.map((count, c) => base * (Math.floor(count / base) + (Math.floor(bits / 2 ** (r * 3 + c)) % 2))),
            ),
          ),
        ),
      );
      expect(distance).toBe(Math.min(...nearest));
    }),
    { numRuns: 25 },
  );
});
