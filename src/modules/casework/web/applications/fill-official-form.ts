import type { Messages } from '#kernel/languages';
import type { FilledForm } from '#kernel/documents/client';
import { needsSeenByTwo, type Application, type OfficialForm } from '#modules/casework/client';
import { readPrintedFonts } from '#kernel/documents/web';
import type { LetterGround } from './letter-sources.ts';
import type { Made } from './write-letter.ts';

/** A filled official form with everything that was left out of it. */
export type FilledOfficialForm = FilledForm;

/** Fills in the blank form by its map, on this device; or says in words why not. */
export async function fillOfficialForm(
  t: Messages,
  { map }: OfficialForm,
  pdf: Uint8Array,
  content: Application,
  { values, language }: LetterGround,
): Promise<Made<FilledOfficialForm>> {
  const { fillForm } = await import('#kernel/documents/client');
  const { documentRefusalMessage } = await import('#kernel/documents/web');
  const fonts = await readPrintedFonts();
  const filled = await fillForm({ pdf, map, values, language, fonts, seenNeeds: needsSeenByTwo(content) });
  return filled.ok ? filled : { ok: false, message: documentRefusalMessage(t, filled.refusal) };
}
