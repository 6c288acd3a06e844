import { rgb, type PDFDocument } from '@cantoo/pdf-lib';
import { fillPlaces, type BundleWords } from '../../model/bundle.ts';
import type { PrintedFonts } from '../pdf/printed-fonts.ts';
import { sheet, wrapText } from '../pdf/text-flow.ts';

const ink = rgb(0.1, 0.12, 0.16);
const quiet = rgb(0.35, 0.38, 0.44);
const line = 15;
const numberWidth = 60;
const labelWidth = 52;

/** One row of the contents; `page` is null for a part that follows. */
export interface ContentsRow {
  readonly label: string;
  readonly title: string;
  readonly note: string | null;
  readonly page: number | null;
}

/** A row with its lines, as it will be drawn. */
interface SetRow {
  readonly row: ContentsRow;
  readonly lines: readonly string[];
  readonly notes: readonly string[];
  readonly height: number;
}

/** Breaks the contents over pages. How many there are does not depend on the page numbers in it. */
export function layOutContents(rows: readonly ContentsRow[], title: string, fonts: PrintedFonts): readonly (readonly SetRow[])[] {
  const width = sheet.width - 2 * sheet.side - labelWidth - numberWidth;
  const firstRoom = sheet.height - sheet.top - sheet.bottom - titleHeight(title, fonts);
  const pages: SetRow[][] = [[]];
  let room = firstRoom;
  for (const row of rows) {
    const lines = wrapText(row.title, fonts.regular, 11, width);
    const notes = row.note === null ? [] : wrapText(row.note, fonts.regular, 9.5, width);
    const height = lines.length * line + notes.length * 12.5 + 7;
    if (height > room && pages.at(-1)?.length !== 0) {
      pages.push([]);
      room = sheet.height - sheet.top - sheet.bottom;
    }
    pages.at(-1)?.push({ row, lines, notes, height });
    room -= height;
  }
  return pages;
}

/** Draws the contents, first of the bundle's own pages. */
export function drawContents(document: PDFDocument, pages: readonly (readonly SetRow[])[], texts: { readonly title: string; readonly words: BundleWords }, fonts: PrintedFonts): void {
  pages.forEach((rows, at) => {
    const page = document.addPage([sheet.width, sheet.height]);
    let y = sheet.height - sheet.top;
    const put = (text: string, x: number, size: number, bold = false): void =>
      page.drawText(text, { x, y, size, font: bold ? fonts.bold : fonts.regular, color: size < 10 ? quiet : ink });
    if (at === 0) {
      for (const text of wrapText(texts.title, fonts.bold, 20, sheet.width - 2 * sheet.side)) {
        y -= 26;
        put(text, sheet.side, 20, true);
      }
      y -= 26;
      put(texts.words.contents, sheet.side, 13, true);
      putRight(texts.words.page);
      y -= 12;
    }
    for (const { row, lines, notes } of rows) {
      y -= line;
      put(row.label, sheet.side, 11, true);
      putRight(row.page === null ? texts.words.follows : String(row.page));
      lines.forEach((text, index) => {
        if (index > 0) y -= line;
        put(text, sheet.side + labelWidth, 11);
      });
      for (const note of notes) {
        y -= 12.5;
        put(note, sheet.side + labelWidth, 9.5);
      }
      y -= 7;
    }
    function putRight(text: string): void {
      page.drawText(text, { x: sheet.width - sheet.side - fonts.regular.widthOfTextAtSize(text, 11), y, size: 11, font: fonts.regular, color: ink });
    }
  });
}

function titleHeight(title: string, fonts: PrintedFonts): number {
  return wrapText(title, fonts.bold, 20, sheet.width - 2 * sheet.side).length * 26 + 26 + 12;
}

/** Draws the sheet before a part: its number, title and what is said about it. */
export function drawPartSheet(document: PDFDocument, part: { readonly number: number; readonly title: string; readonly note: string | null }, words: BundleWords, fonts: PrintedFonts): void {
  const page = document.addPage([sheet.width, sheet.height]);
  const width = sheet.width - 2 * sheet.side;
  let y = sheet.height * 0.62;
  page.drawText(fillPlaces(words.part, { part: part.number }), { x: sheet.side, y, size: 14, font: fonts.regular, color: quiet });
  page.drawRectangle({ x: sheet.side, y: y - 14, width: 48, height: 2, color: ink });
  y -= 22;
  for (const text of wrapText(part.title, fonts.bold, 24, width)) {
    y -= 31;
    page.drawText(text, { x: sheet.side, y, size: 24, font: fonts.bold, color: ink });
  }
  y -= 12;
  for (const text of part.note === null ? [] : wrapText(part.note, fonts.regular, 12, width)) {
    y -= 17;
    page.drawText(text, { x: sheet.side, y, size: 12, font: fonts.regular, color: ink });
  }
}
