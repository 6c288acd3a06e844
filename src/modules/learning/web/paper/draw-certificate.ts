import { create } from 'fontkit';
import { PDFDocument, type StructureElement } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import type { FontBytes } from '#kernel/documents/client';
import { ok, refuse, type Result } from '#platform/base';
import { drawQr } from '#platform/web/ui';

/** All that stands on a certificate, in the language it is made in. */
export interface CertificateToDraw {
  /** Of the document, for readers of files; without the holder's name, which window titles would show. */
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly issuer: string;
  readonly heading: string;
  readonly name: string;
  /** What was done, in sentences; one paragraph each. */
  readonly says: readonly string[];
  readonly check: string;
  readonly code: string;
  /** What the picture code holds, and what is said of it to whoever does not see it. */
  readonly scanned: string;
  readonly picture: string;
  readonly limits: string;
  readonly made: Date;
  readonly fonts: FontBytes;
}

/** Signs that the printed letters do not have, or that a line from left to right would set in the wrong order. */
export interface NotPrintable {
  readonly type: 'NotPrintable';
  readonly signs: readonly string[];
}

const page = { size: 'A4', margin: 72, pictureWidth: 118 } as const;
/** Scripts written from right to left: pdfkit shapes their letters, and puts their lines the wrong way round. */
const backwards =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Draws a certificate on one A4 page as PDF/UA-1 (ISO 14289-1): tagged, with title, language and embedded letters. The same
 * input gives the same bytes. Refuses `NotPrintable` with the signs; the browser's own print shapes every script.
 */
export async function drawCertificate(
  paper: CertificateToDraw,
): Promise<Result<Uint8Array<ArrayBuffer>, NotPrintable>> {
  const texts = [paper.issuer, paper.heading, paper.name, ...paper.says, paper.check, paper.code, paper.limits];
  const signs = unprintable(paper.fonts, texts.join(' ').normalize('NFC'));
  if (signs.length > 0) return refuse({ type: 'NotPrintable', signs });
  const document = startDocument(paper);
  const bytes = toBytes(document);
  drawParts(document, paper);
  document.end();
  return ok(await bytes);
}

function unprintable({ regular, bold }: FontBytes, text: string): readonly string[] {
  const fonts = [regular, bold].map((bytes) => create(bytes));
  const has = (sign: string): boolean => fonts.every((font) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
  return [...new Set(text)].filter((sign) => backwards.test(sign) || !has(sign));
}

function startDocument({ title, language, made, fonts }: CertificateToDraw): PDFDocument {
  const document = new PDFDocument({
    size: page.size,
    margin: page.margin,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: 'Baken', CreationDate: made },
    font: fonts.regular,
  });
  document.registerFont('regular', fonts.regular);
  document.registerFont('bold', fonts.bold);
  return document;
}

/** Puts the parts below each other, each with its tag, in the order in which they are read. */
function drawParts(document: PDFDocument, paper: CertificateToDraw): void {
  const root = document.struct('Document');
  document.addStructure(root);
  const say = (tag: string, words: string, size: number, font: 'regular' | 'bold', after: number): void => {
    const draw = (): void => {
      document
        .font(font)
        .fontSize(size)
        .text(words.normalize('NFC'), { lineGap: size * 0.25 });
    };
    root.add(document.struct(tag, draw));
    document.y += after;
  };
  say('P', paper.issuer, 12, 'regular', 48);
  say('H1', paper.heading, 28, 'bold', 28);
  say('P', paper.name, 22, 'bold', 14);
  for (const words of paper.says) say('P', words, 13, 'regular', 12);
  document.y += 28;
  drawPicture(document, root, paper);
  say('P', paper.check, 11, 'regular', 4);
  say('P', paper.code, 13, 'bold', 40);
  say('P', paper.limits, 10, 'regular', 0);
  root.end();
}

function drawPicture(document: PDFDocument, root: StructureElement, { scanned, picture }: CertificateToDraw): void {
  const { size, path } = drawQr(scanned);
  const { x, y } = document;
  const scale = page.pictureWidth / size;
  // The quiet zone of the code may lie in the margin: so its squares stand in line with the text.
  const left = x - 4 * scale;
  const options = { alt: picture, bbox: [left, y, left + page.pictureWidth, y + page.pictureWidth] };
  const draw = (): void => {
    document.save().translate(left, y).scale(scale).path(path).fill('#000000').restore();
  };
  root.add(document.struct('Figure', options, draw));
  document.y = y + page.pictureWidth + 8;
  document.fillColor('#000000');
}
