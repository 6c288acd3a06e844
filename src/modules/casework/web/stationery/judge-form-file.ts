import { ok, refuse, type Result } from '#platform/base';
import type { Messages } from '#kernel/languages';
import type { FormMap } from '#kernel/documents';
import type { FormField } from '#kernel/documents/client';

/** A blank form that can be filled, with its fields and its edition by hash. */
export interface ReadForm {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly sha256: string;
  readonly fields: readonly FormField[];
}

/** Why not, in words. */
interface InWords {
  readonly type: 'InWords';
  readonly message: string;
}

const inWords = (message: string) => refuse({ type: 'InWords', message } as const);

/** Holds a chosen PDF against the rules of files and of forms, and lists its fields. */
export async function judgeFormFile(t: Messages, file: File): Promise<Result<ReadForm, InWords>> {
  const { documentRefusalMessage, takeFile } = await import('#kernel/documents/web');
  const { editionOf, readFormFields } = await import('#kernel/documents/client');
  const taken = await takeFile(file, { keepAsEvidence: true });
  // A form has a way out of its own: it can be filled in by hand.
  if (!taken.ok && taken.refusal.type === 'PdfHasProgram') return inWords(t('documents.refused.FormScripted'));
  if (!taken.ok) return inWords(documentRefusalMessage(t, taken.refusal));
  if (taken.value.kind !== 'pdf') return inWords(t('casework.officialForm.onlyPdf'));
  const { bytes, name } = taken.value;
  const fields = await readFormFields(bytes);
  if (!fields.ok) return inWords(documentRefusalMessage(t, fields.refusal));
  if (fields.value.length === 0) return inWords(t('documents.refused.FormUnreadable'));
  return ok({ bytes, name, sha256: await editionOf(bytes), fields: fields.value });
}

/** Reads a map file and holds it against the form it is for. */
export async function readMapFile(t: Messages, file: File, form: ReadForm): Promise<Result<FormMap, InWords>> {
  const { documentRefusalMessage } = await import('#kernel/documents/web');
  const { checkFormMap, readFormMap } = await import('#kernel/documents/client');
  const map = readFormMap(await file.text());
  if (!map.ok) return inWords(documentRefusalMessage(t, map.refusal));
  const checked = await checkFormMap(form.bytes, map.value);
  return checked.ok ? map : inWords(documentRefusalMessage(t, checked.refusal));
}
