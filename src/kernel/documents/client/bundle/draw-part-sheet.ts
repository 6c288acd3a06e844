import { rgb, type PDFDocument } from '@cantoo/pdf-lib';
import { fillPlaces, type BundleWords } from '../../model/bundle.ts';
import type { PrintedFonts } from '../pdf/printed-fonts.ts';
import { sheet, wrapText } from '../pdf/text-flow.ts';

const ink = rgb(0.1, 0.12, 0.16);
const quiet = rgb(0.35, 0.38, 0.44);

/** A part as its sheet names it. */
interface NamedPart {
  readonly number: number;
  readonly title: string;
  readonly note: string | null;
}

/** Draws the sheet before a part: its number, title and what is said about it. */
export function drawPartSheet(document: PDFDocument, part: NamedPart, words: BundleWords, fonts: PrintedFonts): void {
  const page = document.addPage([sheet.width, sheet.height]);
  const width = sheet.width - 2 * sheet.side;
  let y = sheet.height * 0.62;
  page.drawText(fillPlaces(words.part, { part: part.number }), {
    x: sheet.side,
    y,
    size: 14,
    font: fonts.regular,
    color: quiet,
  });
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
