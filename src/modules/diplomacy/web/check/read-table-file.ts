import { takeFile, type DocumentRefusal } from '#kernel/documents/web';
import { ok, refuse, type Result } from '#platform/base';
import { sheetText } from '../../model/open/sheet-text.ts';

/** What a file holds, as text with tabs, semicolons or commas. */
export interface TableFile {
  readonly text: string;
  /** The sheet it is from, and how many there are; null for a file of text. */
  readonly sheet: { readonly title: string; readonly of: number } | null;
}

/** Larger files of text are no table that somebody would publish. */
const mostBytes = 1_000_000;

/**
 * Reads a chosen file: text as it is, or of a workbook the first sheet that holds anything. A workbook goes through the rules for files first
 * (size, macros, what it becomes when it is unpacked); nothing is sent anywhere.
 */
export async function readTableFile(file: File): Promise<Result<TableFile, DocumentRefusal>> {
  if (!file.name.toLowerCase().endsWith('.xlsx')) {
    if (file.size > mostBytes) return refuse({ type: 'FileTooLarge' });
    return ok({ text: await file.text(), sheet: null });
  }
  const taken = await takeFile(file, { keepAsEvidence: true });
  if (!taken.ok) return taken;
  try {
    const { default: readWorkbook } = await import('read-excel-file/universal');
    const sheets = await readWorkbook(new Blob([taken.value.bytes.slice()]));
    const read = sheets.map(({ sheet, data }) => ({ title: sheet, text: sheetText(data) }));
    const found = read.find(({ text }) => text !== '');
    return ok({ text: found?.text ?? '', sheet: { title: found?.title ?? '', of: sheets.length } });
  } catch {
    return refuse({ type: 'FileUnreadable' });
  }
}
