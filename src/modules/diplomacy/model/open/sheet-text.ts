/**
 * A sheet of a workbook as text with tabs, as if it had been copied from there: without the empty rows and columns around the table, and
 * without tabs or line ends within cells. What is no number, word or truth value stands as it is written out.
 */
export function sheetText(rows: readonly (readonly unknown[])[]): string {
  const written = rows.map((row) => row.map(writeCell)).filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...written.map((row) => row.length));
  const used = Array.from({ length: width }, (_, column) => column).filter((column) =>
    written.some((row) => (row[column] ?? '') !== ''),
  );
  const [first = 0, last = -1] = [used[0], used.at(-1)];
  return written.map((row) => cellsBetween(row, first, last).join('\t')).join('\n');
}

/** A short row is filled up, so that all have as many cells. */
function cellsBetween(row: readonly string[], first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, step) => row[first + step] ?? '');
}

function writeCell(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  // The words of a cell may hold quotation marks: they part nothing, so they are doubled within marks of their own.
  if (typeof cell === 'object') return JSON.stringify(cell);
  // What is left is a word, a number or a truth value.
  const text = String(cell as string | number | boolean)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}
