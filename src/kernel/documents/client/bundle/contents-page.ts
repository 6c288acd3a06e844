import { rgb, type PDFDocument } from '@cantoo/pdf-lib';
import type { BundleWords } from '../../model/bundle.ts';
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
export function layOutContents(
  rows: readonly ContentsRow[],
  title: string,
  fonts: PrintedFonts,
): readonly (readonly SetRow[])[] {
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

/** What the first page of the contents says above its rows. */
interface ContentsHead {
  readonly title: string;
  readonly words: BundleWords;
}

/** Draws the contents, first of the bundle's own pages. */
export function drawContentsPages(
  document: PDFDocument,
  pages: readonly (readonly SetRow[])[],
  head: ContentsHead,
  fonts: PrintedFonts,
): void {
  pages.forEach((rows, at) => {
    const pen = startPen(document, fonts);
    if (at === 0) drawHead(pen, head, fonts);
    for (const row of rows) drawRow(pen, row, head.words);
  });
}

interface Pen {
  down(points: number): void;
  left(text: string, indent: number, size: number, bold?: boolean): void;
  right(text: string): void;
}

function startPen(document: PDFDocument, { regular, bold }: PrintedFonts): Pen {
  const page = document.addPage([sheet.width, sheet.height]);
  let y = sheet.height - sheet.top;
  return {
    down: (points) => {
      y -= points;
    },
    left: (text, indent, size, isBold = false) =>
      page.drawText(text, {
        x: sheet.side + indent,
        y,
        size,
        font: isBold ? bold : regular,
        color: size < 10 ? quiet : ink,
      }),
    right: (text) =>
      page.drawText(text, {
        x: sheet.width - sheet.side - regular.widthOfTextAtSize(text, 11),
        y,
        size: 11,
        font: regular,
        color: ink,
      }),
  };
}

function drawHead(pen: Pen, { title, words }: ContentsHead, fonts: PrintedFonts): void {
  for (const text of wrapText(title, fonts.bold, 20, sheet.width - 2 * sheet.side)) {
    pen.down(26);
    pen.left(text, 0, 20, true);
  }
  pen.down(26);
  pen.left(words.contents, 0, 13, true);
  pen.right(words.page);
  pen.down(12);
}

function drawRow(pen: Pen, { row, lines, notes }: SetRow, words: BundleWords): void {
  pen.down(line);
  pen.left(row.label, 0, 11, true);
  lines.forEach((text, at) => {
    if (at > 0) pen.down(line);
    pen.left(text, labelWidth, 11);
    // Drawn in the order in which it is read: number, title, page.
    if (at === 0) pen.right(row.page === null ? words.follows : String(row.page));
  });
  for (const note of notes) {
    pen.down(12.5);
    pen.left(note, labelWidth, 9.5);
  }
  pen.down(7);
}

function titleHeight(title: string, fonts: PrintedFonts): number {
  return wrapText(title, fonts.bold, 20, sheet.width - 2 * sheet.side).length * 26 + 26 + 12;
}
