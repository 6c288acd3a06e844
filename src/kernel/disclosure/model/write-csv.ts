/** What stands in a cell of a table that is handed out: a number, or words. */
export type Cell = string | number;

/** Signs with which programs for tables begin a formula; blanks before them do not keep all of them from it. */
const beginsFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A table as text with commas (RFC 4180), in UTF-8 with a mark by which programs know that it is. Words that would begin a formula
 * get a sign in front that makes them words again: names of organisations come from people.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row) => row.map(writeCell).join(','));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
}

function writeCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const words = beginsFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(words) || words !== words.trim() ? `"${words.replaceAll('"', '""')}"` : words;
}
