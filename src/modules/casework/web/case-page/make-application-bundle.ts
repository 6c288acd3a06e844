import type { BundlePart, BundleWords, LetterBlock } from '#kernel/documents';
import type { Language, Messages } from '#kernel/languages';
import type { SpaceSession } from '#kernel/spaces/client';
import { readPaper, type OpenedCase, type Paper } from '#modules/casework/client';
import { readPrintedFonts } from '../shared/printed-fonts.ts';
import { caseRefusalMessage } from '../shared/refusal-message.ts';

/** What goes into the bundle of an application. */
export interface BundleContents {
  readonly title: string;
  /** The letter in plain words; an empty line parts two paragraphs. */
  readonly letter: string;
  readonly papers: readonly Paper[];
  /** Titles of papers that follow. */
  readonly missing: readonly string[];
}

interface PageWords {
  readonly t: Messages;
  readonly language: Language;
  readonly writtenToday: string;
}

type ApplicationBundle =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly ok: false; readonly message: string };

/** Opens the papers, sets the letter and makes one PDF of all, on this device; or says in words why not. */
export async function makeApplicationBundle(
  session: SpaceSession,
  opened: OpenedCase,
  contents: BundleContents,
  page: PageWords,
): Promise<ApplicationBundle> {
  const { makeLetterPdf } = await import('#kernel/documents/client');
  const { documentRefusalMessage, makeBundleAside } = await import('#kernel/documents/web');
  const { t, language } = page;
  const { title } = contents;
  const fonts = await readPrintedFonts();
  const written = await makeLetterPdf({ title, language, fonts, blocks: letterBlocks(contents, page) });
  if (!written.ok) return { ok: false, message: documentRefusalMessage(t, written.refusal) };
  const parts = await readParts(session, opened, contents.papers, t);
  if (!parts.ok) return parts;
  const following = contents.missing.map((one) => ({ title: one }));
  const bundle = await makeBundleAside({
    title,
    language,
    letter: written.value,
    parts: parts.parts,
    following,
    fonts,
    words: bundleWords(t),
  });
  if (!bundle.ok) return { ok: false, message: documentRefusalMessage(t, bundle.refusal) };
  return { ok: true, bytes: bundle.value.bytes, pages: bundle.value.pages };
}

function letterBlocks({ title, letter }: BundleContents, { t, writtenToday }: PageWords): readonly LetterBlock[] {
  const paragraphs = letter.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return [
    { kind: 'heading', words: title },
    { kind: 'paragraph', words: writtenToday },
    ...paragraphs.map((text) => ({ kind: 'paragraph' as const, words: text.trim() })),
    { kind: 'lines', lines: [t('casework.bundle.signature'), ' ', '____________________'] },
  ];
}

async function readParts(
  session: SpaceSession,
  opened: OpenedCase,
  papers: readonly Paper[],
  t: Messages,
): Promise<
  { readonly ok: true; readonly parts: readonly BundlePart[] } | { readonly ok: false; readonly message: string }
> {
  const { kindOfMediaType } = await import('#kernel/documents');
  const parts: BundlePart[] = [];
  for (const paper of papers) {
    const kind = paper.file && kindOfMediaType(paper.file.mediaType);
    if (!paper.file || !kind) continue;
    const bytes = await readPaper(session, opened, paper);
    if (!bytes.ok) return { ok: false, message: caseRefusalMessage(t, bytes.refusal) };
    parts.push({ title: paper.title, bytes: bytes.value, kind });
  }
  return { ok: true, parts };
}

function bundleWords(t: Messages): BundleWords {
  return {
    contents: t('casework.bundle.contents'),
    letter: t('casework.bundle.letter'),
    part: t('casework.bundle.part', { part: '{part}' }),
    page: t('casework.bundle.page'),
    follows: t('casework.bundle.follows'),
    stamp: t('casework.bundle.stamp', { page: '{page}', pages: '{pages}' }),
    stampPart: t('casework.bundle.stampPart', { page: '{page}', pages: '{pages}', part: '{part}' }),
  };
}
