import { rgb, type PDFDocument, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';

/** A4 in points, with the margins of everything we set ourselves. The foot belongs to the stamp. */
export const sheet = { width: 595.28, height: 841.89, side: 62, top: 68, foot: 24, bottom: 62 } as const;
const textColour = rgb(0.1, 0.12, 0.16);

/** How a run of text is set. */
export interface TextStyle {
  readonly font: PDFFont;
  readonly size: number;
  readonly indent?: number;
  /** Space after the text. */
  readonly after?: number;
  /** Sign that hangs to the left of the first line. */
  readonly mark?: string;
}

/** Sets texts one under the other and takes a new page when one is full. */
export interface TextFlow {
  set(text: string, style: TextStyle): void;
  skip(points: number): void;
}

/** Starts a flow on a new page of the document. */
export function startTextFlow(document: PDFDocument): TextFlow {
  let page: PDFPage = document.addPage([sheet.width, sheet.height]);
  let y = sheet.height - sheet.top;
  const room = (needed: number): void => {
    if (y - needed >= sheet.bottom) return;
    page = document.addPage([sheet.width, sheet.height]);
    y = sheet.height - sheet.top;
  };
  return {
    set: (text, { font, size, indent = 0, after = 0, mark }) => {
      const height = size * 1.38;
      const x = sheet.side + indent;
      wrapText(text, font, size, sheet.width - sheet.side - x).forEach((line, at) => {
        room(height);
        y -= height;
        if (mark !== undefined && at === 0) page.drawText(mark, { x: x - 14, y, font, size, color: textColour });
        page.drawText(line, { x, y, font, size, color: textColour });
      });
      y -= after;
    },
    skip: (points) => {
      y -= points;
    },
  };
}

/** Breaks a text into lines of at most `width` points; a word that is longer is broken where it must be. */
export function wrapText(text: string, font: PDFFont, size: number, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ').flatMap((whole) => breakWord(whole, font, size, width))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && font.widthOfTextAtSize(longer, size) > width) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    return [...lines, line];
  });
}

function breakWord(word: string, font: PDFFont, size: number, width: number): readonly string[] {
  if (font.widthOfTextAtSize(word, size) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && font.widthOfTextAtSize(piece + letter, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}
