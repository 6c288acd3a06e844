import { PDFName, rgb, type PDFDocument } from '@cantoo/pdf-lib';
import { ok, refuse, type Result } from '#platform/base';
import {
  bundleLimits,
  fillPlaces,
  type BundlePart,
  type BundleRefusal,
  type BundleWords,
  type FollowingPart,
  type PartPlace,
  type Turn,
} from '../../model/bundle.ts';
import { createOwnDocument } from '../pdf/own-document.ts';
import { checkSigns, embedPrintedFonts, type FontBytes, type PrintedFonts } from '../pdf/printed-fonts.ts';
import { drawContentsPages, layOutContents, type ContentsRow } from './contents-page.ts';
import { drawPartSheet } from './draw-part-sheet.ts';
import { writeOutline } from './outline.ts';
import { placePart } from './place-part.ts';
import { readPages, readPart, type ReadPart } from './read-part.ts';

/** What a bundle is made of. Texts stand in the language of the bundle. */
export interface BundleInput {
  readonly title: string;
  readonly language: string;
  readonly parts: readonly BundlePart[];
  /** Parts that are listed as to follow. */
  readonly following?: readonly FollowingPart[];
  /** A finished cover letter; it comes before the contents. */
  readonly letter?: Uint8Array;
  /** What the user chose to stand at the foot of each page. */
  readonly reference?: string;
  readonly words: BundleWords;
  readonly fonts: FontBytes;
}

/** A finished bundle. */
export interface MadeBundle {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly parts: readonly PartPlace[];
  /** Numbers of parts in which notes or fields had no picture and so are missing: look at these. */
  readonly partsWithLostNotes: readonly number[];
}

/** Hears how many parts of how many are in the bundle. */
export type BundleProgress = (done: number, of: number) => void;

/**
 * Makes one PDF: cover letter, contents with page numbers, a sheet before each part, bookmarks, page
 * labels and a foot stamp (casework design, section 6). Same input, same file. It claims neither PDF/UA
 * nor PDF/A. Refuses rather than leaving something out.
 */
export async function makeBundle(
  input: BundleInput,
  onProgress: BundleProgress = () => undefined,
): Promise<Result<MadeBundle, BundleRefusal>> {
  if (input.parts.length === 0) return refuse({ type: 'BundleEmpty' });
  const weight = input.parts.reduce((total, { bytes }) => total + bytes.length, input.letter?.length ?? 0);
  if (weight > bundleLimits.bytes) return refuse({ type: 'BundleTooLarge' });
  const document = await createOwnDocument(input.title, input.language);
  const fonts = await embedPrintedFonts(document, input.fonts);
  const texts = checkTexts(input, fonts);
  if (!texts.ok) return texts;
  const read = await readAll(texts.value);
  if (!read.ok) return read;
  return writeBundle(document, fonts, texts.value, read.value, onProgress);
}

/** Everything that is printed, cleaned; or the first text with a sign that cannot be. */
function checkTexts(input: BundleInput, { known }: PrintedFonts): Result<BundleInput, BundleRefusal> {
  const parts = [...input.parts, ...(input.following ?? [])];
  const texts: readonly (readonly [string, string])[] = [
    ['title', input.title],
    ['reference', input.reference ?? ''],
    ...Object.entries(input.words),
    ...parts.flatMap(({ title, note }, at) => [
      [String(at + 1), title] as const,
      [String(at + 1), note ?? ''] as const,
    ]),
  ];
  for (const [where, text] of texts) {
    const checked = checkSigns(known, where, text);
    if (!checked.ok) return checked;
  }
  const clean = (text: string): string => {
    const checked = checkSigns(known, '', text);
    return checked.ok ? checked.value.replaceAll('\n', ' ') : text;
  };
  const cleaned = <Part extends FollowingPart>(part: Part): Part => ({
    ...part,
    title: clean(part.title),
    ...(part.note === undefined ? {} : { note: clean(part.note) }),
  });
  return ok({
    ...input,
    title: clean(input.title),
    reference: clean(input.reference ?? ''),
    parts: input.parts.map(cleaned),
    following: (input.following ?? []).map(cleaned),
  });
}

interface ReadParts {
  readonly letter: Extract<ReadPart, { kind: 'pages' }> | null;
  readonly parts: readonly ReadPart[];
}

async function readAll(input: BundleInput): Promise<Result<ReadParts, BundleRefusal>> {
  const letter = input.letter ? await readPages(input.letter, 0) : null;
  if (letter && !letter.ok) return letter;
  const parts: ReadPart[] = [];
  for (const [at, part] of input.parts.entries()) {
    const read = await readPart(part, at + 1, input.language, input.fonts);
    if (!read.ok) return read;
    parts.push(read.value);
  }
  return ok({ letter: letter?.value ?? null, parts });
}

async function writeBundle(
  document: PDFDocument,
  fonts: PrintedFonts,
  input: BundleInput,
  read: ReadParts,
  onProgress: BundleProgress,
): Promise<Result<MadeBundle, BundleRefusal>> {
  const front = read.letter?.pages ?? 0;
  const rowsBefore = contentsRows(input, []);
  const contentsPages = layOutContents(rowsBefore, input.title, fonts).length;
  const places = placesOf(input, read, front + contentsPages);
  const pages = places.reduce((total, place) => total + place.pages, front + contentsPages);
  if (pages > bundleLimits.pages) return refuse({ type: 'BundleTooManyPages', pages });
  if (read.letter) {
    const letter = await tryPlace(document, read.letter, 0);
    if (!letter.ok) return letter;
  }
  drawContentsPages(
    document,
    layOutContents(contentsRows(input, places), input.title, fonts),
    { title: input.title, words: input.words },
    fonts,
  );
  const placed = await placeParts(document, fonts, input, read.parts, onProgress);
  if (!placed.ok) return placed;
  stampFeet(document, fonts, input, places);
  writeOutline(document, [
    ...(front > 0 ? [{ title: input.words.letter, page: 0 }] : []),
    { title: input.words.contents, page: front },
    ...places.map(({ title, firstPage }, at) => ({ title: `${at + 1}. ${title}`, page: firstPage - 1 })),
  ]);
  const bytes = await document.save();
  return bytes.length > bundleLimits.bytes
    ? refuse({ type: 'BundleTooLarge' })
    : ok({ bytes, pages, parts: places, partsWithLostNotes: placed.value });
}

/** Adds sheets and pages of every part; answers the numbers of parts in which notes were lost. */
async function placeParts(
  document: PDFDocument,
  fonts: PrintedFonts,
  input: BundleInput,
  parts: readonly ReadPart[],
  onProgress: BundleProgress,
): Promise<Result<readonly number[], BundleRefusal>> {
  const lost: number[] = [];
  for (const [at, part] of parts.entries()) {
    const named = { number: at + 1, title: input.parts[at]?.title ?? '', note: input.parts[at]?.note ?? null };
    drawPartSheet(document, named, input.words, fonts);
    const placed = await tryPlace(document, part, at + 1, input.parts[at]?.turn);
    if (!placed.ok) return placed;
    onProgress(at + 1, parts.length);
    if (placed.value > 0) lost.push(at + 1);
  }
  return ok(lost);
}

async function tryPlace(
  document: PDFDocument,
  part: ReadPart,
  number: number,
  turn: Turn = 0,
): Promise<Result<number, BundleRefusal>> {
  try {
    return ok(await placePart(document, part, turn));
  } catch {
    // A page or picture that the library cannot decode; nothing of the case is in what it throws.
    return refuse({ type: 'PartUnreadable', part: number });
  }
}

function placesOf(input: BundleInput, read: ReadParts, front: number): readonly PartPlace[] {
  let next = front + 1;
  return input.parts.map(({ title }, at) => {
    const pages = 1 + (read.parts[at]?.pages ?? 0);
    const place = { title, firstPage: next, pages };
    next += pages;
    return place;
  });
}

function contentsRows(input: BundleInput, places: readonly PartPlace[]): readonly ContentsRow[] {
  const parts = input.parts.map(({ title, note }, at) => ({
    label: String(at + 1),
    title,
    note: note ?? null,
    page: places[at]?.firstPage ?? 0,
  }));
  const following = (input.following ?? []).map(({ title, note }) => ({
    label: '–',
    title,
    note: note ?? null,
    page: null,
  }));
  // A letter always comes first, whatever follows it.
  const letter = input.letter ? [{ label: '', title: input.words.letter, note: null, page: 1 }] : [];
  return [...letter, ...parts, ...following];
}

function stampFeet(
  document: PDFDocument,
  { regular }: PrintedFonts,
  input: BundleInput,
  places: readonly PartPlace[],
): void {
  const pages = document.getPageCount();
  document.getPages().forEach((page, at) => {
    const number = at + 1;
    const part =
      places.findIndex(({ firstPage, pages: length }) => number >= firstPage && number < firstPage + length) + 1;
    const stamp = fillPlaces(part === 0 ? input.words.stamp : input.words.stampPart, { page: number, pages, part });
    const text = input.reference ? `${stamp}  ·  ${input.reference}` : stamp;
    const x = (page.getWidth() - regular.widthOfTextAtSize(text, 9)) / 2;
    page.drawText(text, { x, y: 11, size: 9, font: regular, color: rgb(0.25, 0.28, 0.33) });
    // The library gives each page an empty list of annotations; ours have none.
    page.node.delete(PDFName.of('Annots'));
  });
}
