import * as fontkit from '@cantoo/fontkit';
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';
import { ok, refuse, type Result } from '#platform/base';

/** TrueType bytes of the two printed weights. They must hold outlines, so web fonts do not do. */
export interface FontBytes {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** The two weights inside one document, and the code points that both can print. */
export interface PrintedFonts {
  readonly regular: PDFFont;
  readonly bold: PDFFont;
  readonly known: ReadonlySet<number>;
}

/** Signs of a text that the printed font does not have. Without this check they would print as "?". */
export interface SignsNotInFont {
  readonly type: 'SignsNotInFont';
  /** Which text: a part's number, a field's name; never its words. */
  readonly where: string;
  readonly signs: readonly string[];
}

/** Embeds both weights, only with the letters that come to be used. */
export async function embedPrintedFonts(document: PDFDocument, bytes: FontBytes, subset = true): Promise<PrintedFonts> {
  document.registerFontkit(fontkit);
  // A name of our own keeps the same input the same file: the library would make up a random one.
  const regular = await document.embedFont(bytes.regular, { subset, customName: 'BakenText' });
  const bold = await document.embedFont(bytes.bold, { subset, customName: 'BakenTextBold' });
  const alsoBold = new Set(bold.getCharacterSet());
  return { regular, bold, known: new Set(regular.getCharacterSet().filter((point) => alsoBold.has(point))) };
}

/** Normalises a text for print: composed letters, plain spaces, line ends kept as `\n`. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(/[\u00a0\u202f\u2009]/g, ' ')
    .replaceAll('\u2011', '-');
}

/** Refuses a text with a sign outside the font, by name of the place and the signs themselves. */
export function checkSigns(known: ReadonlySet<number>, where: string, text: string): Result<string, SignsNotInFont> {
  const clean = printable(text);
  const signs = [...new Set(clean)].filter((sign) => sign !== '\n' && !known.has(sign.codePointAt(0) ?? -1));
  return signs.length === 0 ? ok(clean) : refuse({ type: 'SignsNotInFont', where, signs });
}
