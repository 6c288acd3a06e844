import { writeCsv, type Cell } from '../../model/open/count/write-csv.ts';
import { writeWorkbook } from '../../model/open/count/write-workbook.ts';
import { handFile } from '../hand-file.ts';

/** Hands a table of figures to whoever sits before the browser, as text with commas or as a workbook. */
export function saveFigures(rows: readonly (readonly Cell[])[], kind: 'csv' | 'xlsx', name: string): void {
  if (kind === 'csv') handFile(new TextEncoder().encode(writeCsv(rows)), name, 'text/csv');
  else
    handFile(
      writeWorkbook([{ name: 'Baken', rows }]),
      name,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
}
