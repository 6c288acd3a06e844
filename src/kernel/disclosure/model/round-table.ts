import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureRefusal } from './disclosure-refusal.ts';
import { withProgram, type Row, type Solver, type Terms } from './program.ts';
import { withMargins } from './with-margins.ts';

/** A table whose cells, margins and total are multiples of a base and still add up. */
export interface RoundedTable {
  /** Sum of the changes of all cells, margins and the total. */
  readonly distance: number;
  /** With margins in the last row and column. */
  readonly rounded: readonly (readonly number[])[];
}

/**
 * Zero-restricted controlled rounding: every cell, margin and the total goes to a multiple of the base next to it, multiples stay, everything
 * adds up, and the sum of all changes is least. A table of two dimensions always has such a rounding (Cox, 1987). Null where none is found.
 */
export function roundTable(
  solver: Solver,
  table: readonly (readonly number[])[],
  base: number,
): Result<RoundedTable | null, DisclosureRefusal> {
  const full = withMargins(table);
  const columns = table[0]?.length ?? 0;
  const places = full.flatMap((line, row) => line.map((count, column) => ({ count, row, column })));
  const variableOf = (row: number, column: number) => row * (columns + 1) + column;
  // A variable says how many bases a place lies above the multiple below it: 0 or 1.
  const variables = places.map(({ count }) => ({ low: 0, high: count % base === 0 ? 0 : 1, whole: true }));
  const floorOf = (row: number, column: number) => Math.floor((full[row]?.[column] ?? 0) / base);
  // Up costs what is missing to the next multiple, down what is above the last: the difference counts.
  const costs: Terms = places.map(({ count, row, column }) => [variableOf(row, column), base - 2 * (count % base)]);
  const rows = listBalances([table.length, columns], variableOf, floorOf);
  return withProgram(solver, { variables, rows }, (open) => {
    const found = open.solve({ sense: 'least', terms: costs });
    if (found.status === 'infeasible') return ok(null);
    if (found.status !== 'optimal') return refuseDisclosure('not-checked');
    const rounded = full.map((cells, row) =>
      cells.map((_, column) => base * (floorOf(row, column) + (found.columns[variableOf(row, column)] ?? 0))),
    );
    const change = ({ count, row, column }: (typeof places)[number]) => Math.abs((rounded[row]?.[column] ?? 0) - count);
    return ok({ distance: places.reduce((total, place) => total + change(place), 0), rounded });
  });
}

/** Every row adds up to its margin, the margins of the rows to the total, and every column to its margin. */
function listBalances(
  [rows, columns]: readonly [number, number],
  variableOf: (row: number, column: number) => number,
  floorOf: (row: number, column: number) => number,
): readonly Row[] {
  const balance = (whole: readonly [number, number], parts: readonly (readonly [number, number])[]): Row => {
    const terms: Terms = [[variableOf(...whole), -1], ...parts.map((part) => [variableOf(...part), 1] as const)];
    const gap = floorOf(...whole) - parts.reduce((total, part) => total + floorOf(...part), 0);
    return { terms, low: gap, high: gap };
  };
  const line = (length: number) => Array.from({ length }, (_, index) => index);
  return [
    ...line(rows + 1).map((row) =>
      balance(
        [row, columns],
        line(columns).map((column) => [row, column] as const),
      ),
    ),
    ...line(columns).map((column) =>
      balance(
        [rows, column],
        line(rows).map((row) => [row, column] as const),
      ),
    ),
  ];
}
