import type { BundlePart, BundleRefusal, BundleWords, FollowingPart, Turn } from '#kernel/documents';
import type { Messages } from '#kernel/languages';
import { formatDay } from '#kernel/languages';
import type { SpaceSession } from '#kernel/spaces/client';
import { degreesOf, readPaper, type OpenedCase } from '#modules/casework/client';
import { readPrintedFonts } from '#kernel/documents/web';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import type { StationeryState } from '../stationery/stationery-store.ts';
import { followingOf, titleOfDocument, titleOfStep, type ApplicationView, type PartView } from './application-view.ts';
import { fillOfficialForm } from './fill-official-form.ts';
import type { LetterGround } from './letter-sources.ts';
import { printablePicture } from './printable-picture.ts';
import { templateBytes, writeLetter, type Made } from './write-letter.ts';

/** A finished bundle, its hash, and where each part begins, by the part's id. */
export interface ApplicationBundle {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** SHA-256, base64url: filing says with it which bundle was sent. */
  readonly sha256: string;
  readonly firstPages: ReadonlyMap<string, number>;
  /** Titles of parts in which notes or fields had no picture and so are missing. */
  readonly withLostNotes: readonly string[];
}

/** What a bundle is made from. */
export interface BundleMaking {
  readonly session: SpaceSession;
  readonly opened: OpenedCase;
  readonly view: ApplicationView;
  readonly stationery: StationeryState;
  readonly ground: LetterGround;
  /** Words of the page, for what goes wrong. */
  readonly t: Messages;
  readonly onProgress: (done: number, of: number) => void;
}

/** Opens the papers, writes the letter, fills the form and makes one PDF of all, on this device; or says why not. */
export async function makeApplicationBundle(making: BundleMaking): Promise<Made<ApplicationBundle>> {
  const { view, t, ground, onProgress } = making;
  const { makeBundleAside } = await import('#kernel/documents/web');
  const { hashBytes } = await import('#platform/crypto');
  const fonts = await readPrintedFonts();
  const letter = await letterPdf(making);
  if (!letter.ok) return letter;
  const inBundle = view.parts.filter((part) => part.kind === 'form' || part.paper.file !== null);
  const parts = await readParts(making, inBundle);
  if (!parts.ok) return parts;
  const { reference } = view.content;
  const made = await makeBundleAside(
    {
      title: titleOfStep(view.packs, view.content.step, ground.language),
      language: ground.language,
      letter: letter.value,
      parts: parts.value,
      following: listedAsFollowing(view, ground),
      ...(reference === null ? {} : { reference }),
      fonts,
      words: bundleWords(ground.words),
    },
    onProgress,
  );
  if (!made.ok) return { ok: false, message: await whyNot(t, made.refusal, inBundle) };
  const { bytes, pages, parts: places, partsWithLostNotes } = made.value;
  return {
    ok: true,
    value: {
      bytes,
      pages,
      sha256: await hashBytes(bytes),
      firstPages: new Map(inBundle.flatMap(({ id }, at) => (places[at] ? [[id, places[at].firstPage] as const] : []))),
      withLostNotes: partsWithLostNotes.flatMap((number) => inBundle[number - 1]?.title ?? []),
    },
  };
}

async function letterPdf({ view, stationery, ground, t }: BundleMaking): Promise<Made<Uint8Array>> {
  const { makeLetterPdf } = await import('#kernel/documents/client');
  const { documentRefusalMessage } = await import('#kernel/documents/web');
  const template = templateBytes(view.content, stationery);
  if (!template) return { ok: false, message: t('casework.letter.noTemplate') };
  const written = await writeLetter(t, template, view.content, ground);
  if (!written.ok) return written;
  const { language } = ground;
  const fonts = await readPrintedFonts();
  const set = await makeLetterPdf({ title: view.content.title, language, fonts, blocks: written.value.blocks });
  return set.ok ? set : { ok: false, message: documentRefusalMessage(t, set.refusal) };
}

async function readParts(making: BundleMaking, inBundle: readonly PartView[]): Promise<Made<readonly BundlePart[]>> {
  const parts: BundlePart[] = [];
  for (const part of inBundle) {
    const read = await readPartBytes(making, part);
    if (!read.ok) return { ok: false, message: `${part.title}: ${read.message}` };
    const turn: Turn = degreesOf(making.view.content, part.id);
    parts.push({ title: part.title, ...read.value, turn });
  }
  return { ok: true, value: parts };
}

async function readPartBytes(
  { session, opened, view, stationery, ground, t }: BundleMaking,
  part: PartView,
): Promise<Made<Pick<BundlePart, 'bytes' | 'kind'>>> {
  const { kindOfMediaType } = await import('#kernel/documents');
  if (part.kind === 'form') {
    const blank = stationery.files.get(part.form.content.file.document);
    if (!blank) return { ok: false, message: t('casework.stationery.fileUnfit') };
    const filled = await fillOfficialForm(t, part.form.content, blank, view.content, ground);
    return filled.ok ? { ok: true, value: { bytes: filled.value.flattened, kind: 'pdf' } } : filled;
  }
  const bytes = await readPaper(session, opened, part.paper);
  if (!bytes.ok) return { ok: false, message: caseRefusalMessage(t, bytes.refusal) };
  const kind = kindOfMediaType(part.paper.file?.mediaType ?? '') ?? 'text';
  return { ok: true, value: await printablePicture({ bytes: bytes.value, kind }) };
}

/** What is listed as to follow: what was said about it, and what is simply not there. */
function listedAsFollowing(view: ApplicationView, { language, words }: LetterGround): readonly FollowingPart[] {
  const missing = followingOf(view).map(({ requirement, without }) => ({
    title: titleOfDocument(view.packs, requirement.id, language),
    ...(without
      ? { note: words('casework.bundle.followsNote', { what: without.what, day: formatDay(without.by, language) }) }
      : {}),
  }));
  const onPaper = view.parts.filter((part) => part.kind === 'paper' && part.paper.file === null);
  return [...missing, ...onPaper.map(({ title }) => ({ title }))];
}

/** A refusal with the title of the part it is about, so that nobody has to count. */
async function whyNot(t: Messages, refusal: BundleRefusal, parts: readonly PartView[]): Promise<string> {
  const { documentRefusalMessage } = await import('#kernel/documents/web');
  const message = documentRefusalMessage(t, refusal);
  const number = 'part' in refusal ? refusal.part : 'where' in refusal ? Number(refusal.where) : Number.NaN;
  const title = number === 0 ? t('casework.letter.title') : parts[number - 1]?.title;
  return title === undefined ? message : `${title}: ${message}`;
}

function bundleWords(t: Messages): BundleWords {
  return {
    contents: t('casework.bundle.contents'),
    letter: t('casework.letter.title'),
    part: t('casework.bundle.part', { part: '{part}' }),
    page: t('casework.bundle.page'),
    follows: t('casework.bundle.follows'),
    stamp: t('casework.bundle.stamp', { page: '{page}', pages: '{pages}' }),
    stampPart: t('casework.bundle.stampPart', { page: '{page}', pages: '{pages}', part: '{part}' }),
  };
}
