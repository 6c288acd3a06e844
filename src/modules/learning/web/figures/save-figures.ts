import { writeCsv, writeWorkbook, type Cell, type Sheet } from '#kernel/disclosure';
import { handFile } from '../hand-file.ts';

/** Hands tables of figures to whoever sits before the browser: as text with commas, one below the other, or as a workbook of sheets. */
export function saveFigures(tables: readonly Sheet[], kind: 'csv' | 'xlsx', name: string): void {
  const there = tables.filter(({ rows }) => rows.length > 0);
  const below: readonly (readonly Cell[])[] = there.flatMap(({ rows }, at) => (at === 0 ? rows : [[], ...rows]));
  if (kind === 'csv') handFile(new TextEncoder().encode(writeCsv(below)), name, 'text/csv');
  else handFile(writeWorkbook(there), name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
}
