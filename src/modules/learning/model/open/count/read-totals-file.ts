/** A line of a file with sums of a partner. */
export interface TotalLine {
  readonly from: number;
  readonly until: number;
  readonly people: number;
  readonly completions: number;
}

/** Sums out of a file, or the first line that cannot be read, counted from 1. */
export type ReadTotals =
  { readonly ok: true; readonly lines: readonly TotalLine[] } | { readonly ok: false; readonly line: number };

/**
 * Reads sums from a text with commas, semicolons or tabs: first month, last month, people, and finished runs, as many as people where
 * they are left out. A first line of words is its heading; empty lines are left out. Whatever else cannot be read is told, never guessed.
 */
export function readTotalsFile(text: string): ReadTotals {
  const lines: TotalLine[] = [];
  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const cells = raw.split(/[;,\t]/).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/s, '$1')
        .trim(),
    );
    if (cells.every((cell) => cell === '')) continue;
    if (at === 0 && cells.every((cell) => !/\d/.test(cell))) continue;
    const line = readLine(cells);
    if (line === null) return { ok: false, line: at + 1 };
    lines.push(line);
  }
  return { ok: true, lines };
}

function readLine(cells: readonly string[]): TotalLine | null {
  const numbers = cells.slice(0, 4).map((cell) => (/^\d{1,7}$/.test(cell) ? Number(cell) : null));
  const [from, until, people, runs] = numbers;
  if (cells.length > 4 && cells.slice(4).some((cell) => cell !== '')) return null;
  if (typeof from !== 'number' || typeof until !== 'number' || typeof people !== 'number') return null;
  const completions = cells[3] === undefined || cells[3] === '' ? people : runs;
  if (typeof completions !== 'number' || completions < people) return null;
  return from >= 1 && until >= from && until <= 12 ? { from, until, people, completions } : null;
}
