import {
  concatTransformationMatrix,
  drawObject,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  popGraphicsState,
  pushGraphicsState,
  type PDFDocument,
  type PDFPage,
} from '@cantoo/pdf-lib';

type Matrix = readonly [number, number, number, number, number, number];

// Hidden, or not to be seen.
const unseen = 0x02 | 0x20;
const dropped = new Set(['Link', 'Popup', 'FileAttachment', 'Screen', 'Movie', 'Sound', 'RichMedia', '3D']);

/**
 * Draws what notes, stamps and form fields look like into the page itself, so that it stays when they are
 * dropped. Answers how many had words to show but no picture of them: those cannot be carried over.
 */
export function flattenAnnotations(document: PDFDocument, page: PDFPage): number {
  const annotations = page.node.Annots();
  if (!annotations) return 0;
  let lost = 0;
  const shown: { readonly picture: PDFRef; readonly matrix: Matrix }[] = [];
  for (let at = 0; at < annotations.size(); at += 1) {
    const annotation = annotations.lookup(at);
    if (!(annotation instanceof PDFDict) || !isToBeSeen(annotation)) continue;
    const picture = pictureOf(document, annotation);
    const rect = numbersOf(annotation, 'Rect', 4);
    if (picture && rect) shown.push({ picture: picture.ref, matrix: placeOf(picture.stream.dict, rect) });
    else if (annotation.get(PDFName.of('V')) || annotation.get(PDFName.of('Contents'))) lost += 1;
  }
  if (shown.length > 0) drawPictures(document, page, shown);
  page.node.delete(PDFName.of('Annots'));
  return lost;
}

function drawPictures(
  document: PDFDocument,
  page: PDFPage,
  shown: readonly { readonly picture: PDFRef; readonly matrix: Matrix }[],
): void {
  const { context } = document;
  const operators = shown.flatMap(({ picture, matrix }, at) => {
    const name = page.node.newXObject(`Flat${at}`, picture);
    return [pushGraphicsState(), concatTransformationMatrix(...matrix), drawObject(name), popGraphicsState()];
  });
  const push = context.register(context.contentStream([pushGraphicsState()]));
  const pop = context.register(context.contentStream([popGraphicsState()]));
  page.node.wrapContentStreams(push, pop);
  page.node.addContentStream(context.register(context.contentStream(operators)));
}

function isToBeSeen(annotation: PDFDict): boolean {
  const subtype = annotation.lookup(PDFName.of('Subtype'));
  const flags = annotation.lookup(PDFName.of('F'));
  if (subtype instanceof PDFName && dropped.has(subtype.decodeText())) return false;
  return !(flags instanceof PDFNumber) || (flags.asNumber() & unseen) === 0;
}

function pictureOf(
  document: PDFDocument,
  annotation: PDFDict,
): { readonly ref: PDFRef; readonly stream: PDFStream } | null {
  const looks = annotation.lookup(PDFName.of('AP'));
  if (!(looks instanceof PDFDict)) return null;
  let normal = looks.get(PDFName.of('N'));
  const choices = normal instanceof PDFRef ? document.context.lookup(normal) : normal;
  if (choices instanceof PDFDict) {
    const chosen = annotation.lookup(PDFName.of('AS'));
    if (!(chosen instanceof PDFName)) return null;
    normal = choices.get(chosen);
  }
  const stream = normal instanceof PDFRef ? document.context.lookup(normal) : undefined;
  return normal instanceof PDFRef && stream instanceof PDFStream ? { ref: normal, stream } : null;
}

/** The matrix that puts the picture's box, as its own matrix turns it, onto the annotation's rectangle (ISO 32000-1, 12.5.5). */
function placeOf(picture: PDFDict, rect: readonly number[]): Matrix {
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(picture, 'BBox', 4) ?? [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(picture, 'Matrix', 6) ?? [];
  const corners = [left, right].flatMap((x) =>
    [bottom, top].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
  );
  const [fromX, toX] = spanOf(corners.map(([x]) => x));
  const [fromY, toY] = spanOf(corners.map(([, y]) => y));
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect;
  const scaleX = toX === fromX ? 1 : Math.abs(x2 - x1) / (toX - fromX);
  const scaleY = toY === fromY ? 1 : Math.abs(y2 - y1) / (toY - fromY);
  return [scaleX, 0, 0, scaleY, Math.min(x1, x2) - fromX * scaleX, Math.min(y1, y2) - fromY * scaleY];
}

function spanOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function numbersOf(dict: PDFDict, key: string, length: number): readonly number[] | null {
  const array = dict.lookup(PDFName.of(key));
  if (!(array instanceof PDFArray) || array.size() !== length) return null;
  const values = Array.from({ length }, (_, at) => array.lookup(at)).map((value) =>
    value instanceof PDFNumber ? value.asNumber() : Number.NaN,
  );
  return values.every(Number.isFinite) ? values : null;
}
