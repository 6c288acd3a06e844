import type { LetterBlock, TemplateNeed } from '#kernel/documents';
import type { Messages } from '#kernel/languages';
import { needsSeenByTwo, type Application } from '#modules/casework/client';
import type { StationeryState } from '../stationery/stationery-store.ts';
import type { LetterGround } from './letter-sources.ts';
import { languageOfLetter } from './messages-in.ts';

/** A letter that was filled in: as a Word file, and as blocks that can be set as PDF. */
export interface WrittenLetter {
  readonly docx: Uint8Array;
  readonly blocks: readonly LetterBlock[];
  /** Fields without a value; dots stand there. */
  readonly emptyFields: readonly string[];
}

/** Either something that was made, or in words why not. */
export type Made<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string };

/** The bytes of the chosen template: the organisation's own, or the letter that comes along. Null when not there. */
export function templateBytes(
  { letter }: Pick<Application, 'letter'>,
  { stationery, files, shipped }: Pick<StationeryState, 'stationery' | 'files' | 'shipped'>,
): Uint8Array | null {
  if (letter.template === null) return shipped[languageOfLetter(letter.language)] ?? null;
  const own = stationery?.templates.find(({ id }) => id === letter.template);
  return (own && files.get(own.content.file.document)) ?? null;
}

/** Fills in the template on this device. */
export async function writeLetter(
  t: Messages,
  template: Uint8Array,
  content: Application,
  { values, language }: LetterGround,
): Promise<Made<WrittenLetter>> {
  const { readLetterBlocks, renderTemplate } = await import('#kernel/documents/client');
  const { documentRefusalMessage } = await import('#kernel/documents/web');
  const seenNeeds: readonly TemplateNeed[] = needsSeenByTwo(content);
  const rendered = renderTemplate({ template, values, language, seenNeeds });
  if (!rendered.ok) return { ok: false, message: documentRefusalMessage(t, rendered.refusal) };
  const { bytes, emptyFields } = rendered.value;
  const blocks = readLetterBlocks(bytes);
  if (!blocks.ok) return { ok: false, message: documentRefusalMessage(t, blocks.refusal) };
  return { ok: true, value: { docx: bytes, blocks: blocks.value, emptyFields } };
}
