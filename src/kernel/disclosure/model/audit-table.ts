import { ok, type Result } from '#platform/base';
import { provenRange, type CountRule, type Range } from './count-rule.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import { findExtreme, findRange } from './find-range.ts';
import { withProgram, type OpenProgram, type Program, type Solver, type Terms } from './program.ts';
import { judgeInsiders, judgeRange, worstOf, type Floor, type Verdict } from './verdict.ts';

/** A cell of a published table: a number, null for "below the floor", or nothing at all. */
export type TableCell = number | null | 'hidden';

/** A published table with its margins in the last row and the last column. */
export interface PublishedTable {
  readonly rule: Exclude<CountRule, 'threshold'>;
  readonly cells: readonly (readonly TableCell[])[];
}

/** Why a cell is not simply passed. */
export type TableReasonCode = 'too-narrow' | 'not-zero' | 'shown-small' | 'all-in-one' | 'nearly-all-in-one';

export interface TableReason {
  readonly row: number;
  readonly column: number;
  readonly code: TableReasonCode;
}

export interface TableAudit {
  readonly verdict: Verdict;
  readonly insiders: Verdict;
  readonly ranges: readonly (readonly Range[])[];
  readonly reasons: readonly TableReason[];
}

/**
 * Attacks a published table: what can a stranger prove of each cell and margin, and what does somebody inside learn of the others in a
 * group. Refuses a table that no counts fit, and what the solver cannot answer for sure.
 */
export function auditTable(solver: Solver, table: PublishedTable, floor: Floor): Result<TableAudit, DisclosureRefusal> {
  const shape = shapeOf(table);
  return withProgram(solver, programOf(table, shape, floor), (open) => {
    const ranges = findRanges(open, table, shape, floor);
    if (!ranges.ok) return ranges;
    const outside = listInsiders(open, shape, ranges.value);
    if (!outside.ok) return outside;
    const judged = judgeTargets(table, ranges.value, floor);
    return ok({
      verdict: worstOf(judged.map(({ verdict }) => verdict)),
      insiders: worstOf(outside.value.map(({ verdict }) => verdict)),
      ranges: ranges.value,
      reasons: [...judged, ...outside.value].flatMap(({ row, column, code }) =>
        code === null ? [] : [{ row, column, code }],
      ),
    });
  });
}

interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** Rows and columns without the margins. */
function shapeOf({ cells }: PublishedTable): Shape {
  return { rows: cells.length - 1, columns: (cells[0]?.length ?? 1) - 1 };
}

function cellRange({ rule, cells }: PublishedTable, row: number, column: number, { k }: Floor): Range {
  const cell = cells[row]?.[column] ?? null;
  return cell === 'hidden' ? { low: 0, high: null } : provenRange(rule, cell, k);
}

/** The inner cells that a place of the table adds up; margins are the last row and column. */
function termsOf({ rows, columns }: Shape, row: number, column: number): Terms {
  const terms: (readonly [number, number])[] = [];
  for (let r = row === rows ? 0 : row; r < (row === rows ? rows : row + 1); r += 1)
    for (let c = column === columns ? 0 : column; c < (column === columns ? columns : column + 1); c += 1)
      terms.push([r * columns + c, 1]);
  return terms;
}

function programOf(table: PublishedTable, shape: Shape, floor: Floor): Program {
  const bounded = (row: number, column: number) => {
    const { low, high } = cellRange(table, row, column, floor);
    return { low, high: high ?? Infinity };
  };
  const places = placesOf(shape);
  return {
    variables: places
      .filter(([row, column]) => row < shape.rows && column < shape.columns)
      .map(([row, column]) => ({ ...bounded(row, column), whole: true })),
    rows: places
      .filter(([row, column]) => row === shape.rows || column === shape.columns)
      .map(([row, column]) => ({ ...bounded(row, column), terms: termsOf(shape, row, column) })),
  };
}

/** Every place of the table, row by row, margins included. */
function placesOf({ rows, columns }: Shape): readonly (readonly [row: number, column: number])[] {
  return Array.from({ length: (rows + 1) * (columns + 1) }, (_, index) => [
    Math.floor(index / (columns + 1)),
    index % (columns + 1),
  ]);
}

function findRanges(
  open: OpenProgram,
  table: PublishedTable,
  shape: Shape,
  floor: Floor,
): Result<readonly (readonly Range[])[], DisclosureRefusal> {
  // Also of a table without a single hidden cell it must be known that it adds up.
  const fits = findExtreme(open, [], 'least');
  if (!fits.ok) return fits;
  const ranges: Range[][] = Array.from({ length: shape.rows + 1 }, () => []);
  for (const [row, column] of placesOf(shape)) {
    const shown = cellRange(table, row, column, floor);
    const found = shown.low === shown.high ? ok(shown) : findRange(open, termsOf(shape, row, column));
    if (!found.ok) return found;
    ranges[row]?.push(found.value);
  }
  return ok(ranges);
}

interface Judged {
  readonly row: number;
  readonly column: number;
  readonly verdict: Verdict;
  readonly code: TableReasonCode | null;
}

const targetCode = { pass: null, warn: 'not-zero', block: 'too-narrow' } as const;

function judgeTargets(
  { rule, cells }: PublishedTable,
  ranges: readonly (readonly Range[])[],
  floor: Floor,
): readonly Judged[] {
  return ranges.flatMap((line, row) =>
    line.map((range, column): Judged => {
      const cell = cells[row]?.[column] ?? null;
      if (rule === 'exact' && typeof cell === 'number') {
        const small = cell > 0 && cell < floor.k;
        return { row, column, verdict: small ? 'block' : 'pass', code: small ? 'shown-small' : null };
      }
      const verdict = judgeRange(range, floor);
      return { row, column, verdict, code: targetCode[verdict] };
    }),
  );
}

const insiderCode = { pass: null, warn: 'nearly-all-in-one', block: 'all-in-one' } as const;

/** For every group inside a larger one of the table: a cell in its row and in its column, a margin in the total. */
function listInsiders(
  open: OpenProgram,
  { rows, columns }: Shape,
  ranges: readonly (readonly Range[])[],
): Result<readonly Judged[], DisclosureRefusal> {
  const judged: Judged[] = [];
  for (const [row, column] of placesOf({ rows, columns })) {
    const larger = [
      // In the margin of its row, unless it is that margin; and of its column.
      ...(column < columns && columns > 1 ? [[row, columns] as const] : []),
      ...(row < rows && rows > 1 ? [[rows, column] as const] : []),
    ];
    const verdicts: Verdict[] = [];
    for (const [r, c] of larger) {
      const range = ranges[r]?.[c] ?? { low: 0, high: null };
      const own = new Set(termsOf({ rows, columns }, row, column).map(([variable]) => variable));
      const others = termsOf({ rows, columns }, r, c).filter(([variable]) => !own.has(variable));
      const outside = range.low < 1 ? ok({ value: null }) : findExtreme(open, others, 'most');
      if (!outside.ok) return outside;
      verdicts.push(judgeInsiders(range, outside.value.value));
    }
    const verdict = worstOf(verdicts);
    judged.push({ row, column, verdict, code: insiderCode[verdict] });
  }
  return ok(judged);
}
