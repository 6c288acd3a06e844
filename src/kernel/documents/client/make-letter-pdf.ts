import { ok, type Result } from '#platform/base';
import type { LetterBlock } from '../model/letter-block.ts';
import { createOwnDocument } from './pdf/own-document.ts';
import {
  checkSigns,
  embedPrintedFonts,
  type FontBytes,
  type PrintedFonts,
  type SignsNotInFont,
} from './pdf/printed-fonts.ts';
import { startTextFlow, type TextFlow } from './pdf/text-flow.ts';

/** A letter to be set. */
export interface LetterToSet {
  readonly title: string;
  readonly language: string;
  readonly blocks: readonly LetterBlock[];
  readonly fonts: FontBytes;
}

/**
 * Sets a letter on A4. Refuses `SignsNotInFont` with the block's number when a sign cannot be printed,
 * as for scripts other than Latin, Greek and Cyrillic.
 */
export async function makeLetterPdf({
  title,
  language,
  blocks,
  fonts: bytes,
}: LetterToSet): Promise<Result<Uint8Array, SignsNotInFont>> {
  const document = await createOwnDocument(title, language);
  const fonts = await embedPrintedFonts(document, bytes);
  const checked: LetterBlock[] = [];
  for (const [at, block] of blocks.entries()) {
    const clean = cleanBlock(fonts, String(at + 1), block);
    if (!clean.ok) return clean;
    checked.push(clean.value);
  }
  const flow = startTextFlow(document);
  for (const block of checked) setBlock(flow, fonts, block);
  const notes = checked.filter((block) => block.kind === 'footnote');
  if (notes.length > 0) flow.skip(14);
  notes.forEach(({ words }, at) =>
    flow.set(words, { font: fonts.regular, size: 9, indent: 18, after: 3, mark: String(at + 1) }),
  );
  return ok(await document.save());
}

function cleanBlock(fonts: PrintedFonts, where: string, block: LetterBlock): Result<LetterBlock, SignsNotInFont> {
  const own = block.kind === 'lines' ? block.lines : block.kind === 'list' ? block.items : [block.words];
  const texts: string[] = [];
  for (const text of own) {
    const checked = checkSigns(fonts.known, where, text);
    if (!checked.ok) return checked;
    texts.push(checked.value);
  }
  if (block.kind === 'lines') return ok({ kind: 'lines', lines: texts });
  if (block.kind === 'list') return ok({ kind: 'list', items: texts });
  return ok({ kind: block.kind, words: texts.join(' ') });
}

function setBlock(flow: TextFlow, { regular, bold }: PrintedFonts, block: LetterBlock): void {
  const text = { font: regular, size: 11 };
  switch (block.kind) {
    case 'heading':
      flow.skip(6);
      return flow.set(block.words, { font: bold, size: 13, after: 4 });
    case 'paragraph':
      return flow.set(block.words, { ...text, after: 9 });
    case 'lines':
      for (const line of block.lines) flow.set(line, text);
      return flow.skip(16);
    case 'list':
      for (const item of block.items) flow.set(item, { ...text, indent: 20, after: 3, mark: '•' });
      return flow.skip(7);
    case 'quote':
      return flow.set(block.words, { ...text, indent: 28, after: 9 });
    case 'footnote':
      return undefined;
  }
}
