import { ok, refuse, type Result } from '#platform/base';
import type { NamedTable } from '#kernel/disclosure';
import { splitCells } from './split-cells.ts';

/** Why a pasted table is not read; `row` and `column` count from 1, as a person counts them in what was pasted. */
export interface PastedRefusal {
  readonly type: 'TableEmpty' | 'TableRagged' | 'TableSmall' | 'TableLarge' | 'CountMalformed' | 'TotalWrong';
  readonly row: number;
  readonly column: number;
}

/** The most cells that are checked while somebody waits. */
const mostCells = 400;

/** What the edges of a pasted table hold. */
export interface TableEdges {
  /** The first column holds names of groups. */
  readonly rowNames: boolean;
  /** The first row holds names of groups. */
  readonly columnNames: boolean;
  /** The last row and the last column are sums; of a list the last row. */
  readonly totals: boolean;
}

/**
 * Guesses whether names stand in the first column and in the first row. Names may be numbers, as years are: where the corner is empty both
 * hold names, whatever they look like. Whoever knows better says so.
 */
export function guessNames(text: string): Omit<TableEdges, 'totals'> {
  const cells = splitCells(text);
  if (cells.length > 1 && cells[0]?.[0] === '' && (cells[0]?.length ?? 0) > 1)
    return { rowNames: true, columnNames: true };
  return {
    rowNames: cells.slice(1).some((row) => !isNumber(row[0])),
    columnNames: cells[0]?.slice(1).some((cell) => !isNumber(cell)) === true,
  };
}

/**
 * Reads a table as it is copied from a sheet or saved with commas, semicolons or tabs. Without names, rows and columns are numbered. Sums must
 * add up, and are left out. A table of one column is a list: of sums it has the last row alone, and its column may be without a name.
 */
export function readPastedTable(
  text: string,
  { rowNames, columnNames, totals }: TableEdges,
): Result<NamedTable, PastedRefusal> {
  const cells = splitCells(text);
  const width = cells[0]?.length ?? 0;
  if (cells.length === 0) return refusal('TableEmpty', 1, 1);
  const ragged = cells.findIndex((row) => row.length !== width);
  if (ragged >= 0) return refusal('TableRagged', ragged + 1, Math.min(width, cells[ragged]?.length ?? 0) + 1);
  const [top, left] = [columnNames ? 1 : 0, rowNames ? 1 : 0];
  const counts: number[][] = [];
  for (const [index, row] of cells.entries()) {
    if (index < top) continue;
    const wrong = row.findIndex((cell, column) => column >= left && !/^\d{1,6}$/.test(cell));
    if (wrong >= 0) return refusal('CountMalformed', index + 1, wrong + 1);
    counts.push(row.slice(left).map(Number));
  }
  const names = (of: readonly string[], count: number) =>
    Array.from({ length: count }, (_, index) => of[index] ?? String(index + 1));
  const whole: NamedTable = {
    rows: names(rowNames ? cells.slice(top).map(([first]) => first ?? '') : [], counts.length),
    columns: names(columnNames ? (cells[0] ?? []).slice(left) : [], width - left),
    counts,
  };
  const wrong = totals ? findWrongTotal(whole.counts) : null;
  if (wrong !== null) return refusal('TotalWrong', wrong.row + top + 1, wrong.column + left + 1);
  const inner = totals ? withoutTotals(whole) : whole;
  // Of a list there is no second column that a number would tell the only one from.
  const table = inner.columns.length === 1 && !columnNames ? { ...inner, columns: [''] } : inner;
  if (table.rows.length < 2 || table.columns.length === 0) return refusal('TableSmall', 1, 1);
  return table.rows.length * table.columns.length > mostCells ? refusal('TableLarge', 1, 1) : ok(table);
}

function refusal(type: PastedRefusal['type'], row: number, column: number): Result<NamedTable, PastedRefusal> {
  return refuse<PastedRefusal>({ type, row, column });
}

function isNumber(cell: string | undefined): boolean {
  return cell !== undefined && /^[-+]?[\d.,]+$/.test(cell);
}

/** The first sum that is none, row by row; null where all add up. */
function findWrongTotal(
  counts: readonly (readonly number[])[],
): { readonly row: number; readonly column: number } | null {
  const [lastRow, lastColumn] = [counts.length - 1, (counts[0]?.length ?? 0) - 1];
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  // A list has no sums of rows.
  for (const [row, line] of lastColumn === 0 ? [] : counts.entries())
    if (sum(line.slice(0, -1)) !== line[lastColumn]) return { row, column: lastColumn };
  for (const column of counts[lastRow]?.keys() ?? [])
    if (sum(counts.slice(0, -1).map((line) => line[column] ?? 0)) !== counts[lastRow]?.[column])
      return { row: lastRow, column };
  return null;
}

function withoutTotals({ rows, columns, counts }: NamedTable): NamedTable {
  // The only column of a list is no sum.
  const inner = columns.length === 1 ? 1 : columns.length - 1;
  return {
    rows: rows.slice(0, -1),
    columns: columns.slice(0, inner),
    counts: counts.slice(0, -1).map((line) => line.slice(0, inner)),
  };
}
