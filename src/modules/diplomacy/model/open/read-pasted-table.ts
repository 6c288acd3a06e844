import { ok, refuse, type Result } from '#platform/base';
import type { NamedTable } from '#kernel/disclosure';

/** Why a pasted table is not read; `row` and `column` count from 1, as a person counts them in what was pasted. */
export interface PastedRefusal {
  readonly type: 'TableEmpty' | 'TableRagged' | 'TableSmall' | 'TableLarge' | 'CountMalformed' | 'TotalWrong';
  readonly row: number;
  readonly column: number;
}

/** The most cells that are checked while somebody waits. */
const mostCells = 400;

/**
 * Reads a table as it is copied from a sheet or saved with commas, semicolons or tabs. A first row and a first column that are no numbers are names;
 * without names, rows and columns are numbered. With `totals` the last row and column are sums, must add up, and are left out.
 */
export function readPastedTable(text: string, totals: boolean): Result<NamedTable, PastedRefusal> {
  const cells = splitCells(text);
  const width = cells[0]?.length ?? 0;
  if (cells.length === 0) return refusal('TableEmpty', 1, 1);
  const ragged = cells.findIndex((row) => row.length !== width);
  if (ragged >= 0) return refusal('TableRagged', ragged + 1, Math.min(width, cells[ragged]?.length ?? 0) + 1);
  const named = {
    rows: cells.slice(1).some((row) => !isNumber(row[0])),
    columns: cells[0]?.slice(1).some((cell) => !isNumber(cell)) === true,
  };
  const [top, left] = [named.columns ? 1 : 0, named.rows ? 1 : 0];
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
    rows: names(named.rows ? cells.slice(top).map(([first]) => first ?? '') : [], counts.length),
    columns: names(named.columns ? (cells[0] ?? []).slice(left) : [], width - left),
    counts,
  };
  const wrong = totals ? findWrongTotal(whole.counts) : null;
  if (wrong !== null) return refusal('TotalWrong', wrong.row + top + 1, wrong.column + left + 1);
  const table = totals ? withoutTotals(whole) : whole;
  if (table.rows.length < 2 || table.columns.length < 2) return refusal('TableSmall', 1, 1);
  return table.rows.length * table.columns.length > mostCells ? refusal('TableLarge', 1, 1) : ok(table);
}

function refusal(type: PastedRefusal['type'], row: number, column: number): Result<NamedTable, PastedRefusal> {
  return refuse<PastedRefusal>({ type, row, column });
}

function isNumber(cell: string | undefined): boolean {
  return cell !== undefined && /^[-+]?[\d.,]+$/.test(cell);
}

/** Rows of cells; empty lines are left out. Which sign parts the cells is the first of tab, semicolon and comma that is there. */
function splitCells(text: string): readonly (readonly string[])[] {
  const sign = ['\t', ';', ','].find((one) => text.includes(one)) ?? '\t';
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => splitLine(line, sign).map((cell) => cell.trim()));
}

function splitLine(line: string, sign: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] ?? '';
    if (letter === '"' && quoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === sign && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell];
}

/** The first sum that is none, row by row; null where all add up. */
function findWrongTotal(
  counts: readonly (readonly number[])[],
): { readonly row: number; readonly column: number } | null {
  const [lastRow, lastColumn] = [counts.length - 1, (counts[0]?.length ?? 0) - 1];
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  for (const [row, line] of counts.entries())
    if (sum(line.slice(0, -1)) !== line[lastColumn]) return { row, column: lastColumn };
  for (const column of counts[lastRow]?.keys() ?? [])
    if (sum(counts.slice(0, -1).map((line) => line[column] ?? 0)) !== counts[lastRow]?.[column])
      return { row: lastRow, column };
  return null;
}

function withoutTotals({ rows, columns, counts }: NamedTable): NamedTable {
  return {
    rows: rows.slice(0, -1),
    columns: columns.slice(0, -1),
    counts: counts.slice(0, -1).map((line) => line.slice(0, -1)),
  };
}
