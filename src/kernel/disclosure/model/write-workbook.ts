import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '#platform/base';
import type { Cell } from './write-csv.ts';

/** One sheet of a workbook; its first row holds the headings. */
export interface Sheet {
  /** At most 31 signs, without []:*?/\ */
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** The time that stands in every entry, so that the same sheets are the same bytes. */
const always = new Date(1980, 0, 1, 0, 0, 0);

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const schema = 'http://schemas.openxmlformats.org';
const office = `${schema}/officeDocument/2006/relationships`;
const main = `${schema}/spreadsheetml/2006/main`;
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Sheets as a workbook (Office Open XML). Words stand in it as words, never as formulas; the same sheets give the same bytes. */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const numbered = sheets.map((sheet, at) => ({ ...sheet, number: String(at + 1) }));
  const each = (write: (sheet: (typeof numbered)[number]) => string): string => numbered.map(write).join('');
  const stylesNumber = String(sheets.length + 1);
  const files: readonly (readonly [name: string, text: string])[] = [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${schema}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${each(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${kind}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${schema}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(({ name, number }) => `<sheet name="${escapeXml(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${schema}/package/2006/relationships">${each(({ number }) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${stylesNumber}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    // Style 1 is bold, for headings.
    [
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ],
    ...numbered.map(({ number, rows }) => [`xl/worksheets/sheet${number}.xml`, writeSheet(rows)] as const),
  ];
  const packed = Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)]));
  return zipSync(packed, { level: 9, mtime: always });
}

function writeSheet(rows: Sheet['rows']): string {
  const lines = rows.map((cells, at) => {
    const row = String(at + 1);
    const written = cells.map((cell, column) => writeCell(cell, `${columnName(column)}${row}`, at === 0));
    return `<row r="${row}">${written.join('')}</row>`;
  });
  return `${head}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function writeCell(cell: Cell, place: string, isHeading: boolean): string {
  const style = isHeading ? ' s="1"' : '';
  if (typeof cell === 'number') return `<c r="${place}"${style}><v>${String(cell)}</v></c>`;
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(withoutControls(cell))}</t></is></c>`;
}

/** Signs that XML cannot hold are left out. */
function withoutControls(words: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the signs that are meant
  return words.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '');
}

/** A, B, … Z, AA. */
function columnName(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : `${columnName(Math.floor(column / 26) - 1)}${last}`;
}
