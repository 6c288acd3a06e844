import { degrees, PDFName, type PDFDocument, type PDFEmbeddedPage, type PDFPage } from '@cantoo/pdf-lib';
import type { Turn } from '../../model/bundle.ts';
import { pictureTurn } from '../picture-turn.ts';
import { flattenAnnotations } from '../pdf/flatten-annotations.ts';
import { sheet } from '../pdf/text-flow.ts';
import type { ReadPart } from './read-part.ts';

/** Room above the stamp, in points. */
const margin = 12;

/**
 * Adds the pages of a part to the bundle as pictures of pages on A4: what can act (scripts, actions,
 * attachments, forms) stays behind by construction. `turned` adds to how pages lie already. Answers how many notes had no picture to carry over.
 */
export async function placePart(bundle: PDFDocument, part: ReadPart, turned: Turn = 0): Promise<number> {
  if (part.kind === 'picture') {
    await placePicture(bundle, part.bytes, part.format, turned);
    return 0;
  }
  const pages = part.document.getPages();
  const lost = pages.reduce((total, page) => total + flattenAnnotations(part.document, page), 0);
  for (const page of pages) ensureContents(page);
  const boxes = pages.map(shownBox);
  const embedded = pages.length === 0 ? [] : await bundle.embedPages(pages, boxes);
  embedded.forEach((one, at) => placePage(bundle, one, (pages[at]?.getRotation().angle ?? 0) + turned));
  return lost;
}

function ensureContents(page: PDFPage): void {
  if (!page.node.Contents())
    page.node.set(PDFName.of('Contents'), page.doc.context.register(page.doc.context.contentStream([])));
}

/** What of a page is shown: its crop box, as far as it lies on the page. */
function shownBox(page: PDFPage): {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
} {
  const media = page.getMediaBox();
  const crop = page.getCropBox();
  const left = Math.max(media.x, crop.x);
  const bottom = Math.max(media.y, crop.y);
  const right = Math.min(media.x + media.width, crop.x + crop.width);
  const top = Math.min(media.y + media.height, crop.y + crop.height);
  if (right - left < 1 || top - bottom < 1)
    return { left: media.x, bottom: media.y, right: media.x + media.width, top: media.y + media.height };
  return { left, bottom, right, top };
}

function placePage(bundle: PDFDocument, embedded: PDFEmbeddedPage, angle: number): void {
  const turn = ((Math.round(angle / 90) % 4) + 4) % 4;
  const place = fit(embedded.width, embedded.height, turn);
  addSheet(bundle, place).drawPage(embedded, {
    x: place.x,
    y: place.y,
    xScale: place.scale,
    yScale: place.scale,
    rotate: degrees(-90 * turn),
  });
}

async function placePicture(
  bundle: PDFDocument,
  bytes: Uint8Array,
  format: 'jpeg' | 'png',
  turned: Turn,
): Promise<void> {
  const picture = format === 'jpeg' ? await bundle.embedJpg(bytes) : await bundle.embedPng(bytes);
  const turn = ((format === 'jpeg' ? pictureTurn(bytes) : 0) + turned / 90) % 4;
  // A picture has no size on paper: it fills the sheet, but is not blown up beyond 72 points an inch times two.
  const place = fit(picture.width, picture.height, turn, 2);
  addSheet(bundle, place).drawImage(picture, {
    x: place.x,
    y: place.y,
    width: picture.width * place.scale,
    height: picture.height * place.scale,
    rotate: degrees(-90 * turn),
  });
}

interface Place {
  readonly wide: boolean;
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** Scale and corner that put a width × height, turned clockwise, in the middle of the sheet above the stamp. */
function fit(width: number, height: number, turn: number, largest = 1): Place {
  const [across, up] = turn % 2 === 0 ? [width, height] : [height, width];
  const wide = across > up;
  const [sheetWidth, sheetHeight] = wide ? [sheet.height, sheet.width] : [sheet.width, sheet.height];
  const room = {
    width: sheetWidth - (across === width && largest === 1 ? 0 : 2 * margin),
    height: sheetHeight - sheet.foot - margin,
  };
  const scale = Math.min(largest, room.width / across, room.height / up);
  const left = (sheetWidth - across * scale) / 2;
  const bottom = sheet.foot + (sheetHeight - sheet.foot - up * scale) / 2;
  // Turning is about the lower left corner, which then lies at another corner of the picture.
  const x = left + (turn === 2 ? width * scale : turn === 3 ? height * scale : 0);
  const y = bottom + (turn === 1 ? width * scale : turn === 2 ? height * scale : 0);
  return { wide, scale, x, y };
}

function addSheet(bundle: PDFDocument, { wide }: Place): PDFPage {
  return bundle.addPage(wide ? [sheet.height, sheet.width] : [sheet.width, sheet.height]);
}
