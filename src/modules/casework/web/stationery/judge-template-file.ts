import type { Messages } from '#kernel/languages';
import type { TemplateReport } from '#kernel/documents';
import type { TagPlace } from '#kernel/documents/client';

/** What the check says of a chosen Word file. */
export type JudgedTemplate =
  | { readonly at: 'good'; readonly bytes: Uint8Array; readonly name: string; readonly report: TemplateReport }
  | { readonly at: 'refused'; readonly message: string; readonly places: readonly TagPlace[] };

/** Holds a chosen file against the rules of files and of templates; of refused fields it says the lines. */
export async function judgeTemplateFile(t: Messages, file: File): Promise<JudgedTemplate> {
  const { documentRefusalMessage, takeFile } = await import('#kernel/documents/web');
  const { checkTemplate, placesOfTags } = await import('#kernel/documents/client');
  const taken = await takeFile(file, { keepAsEvidence: true });
  if (!taken.ok) return { at: 'refused', message: documentRefusalMessage(t, taken.refusal), places: [] };
  if (taken.value.kind !== 'docx') return { at: 'refused', message: t('casework.stationery.onlyDocx'), places: [] };
  const { bytes, name } = taken.value;
  const checked = checkTemplate(bytes);
  if (checked.ok) return { at: 'good', bytes, name, report: checked.value };
  const tags = 'tags' in checked.refusal ? checked.refusal.tags : [];
  return {
    at: 'refused',
    message: documentRefusalMessage(t, checked.refusal),
    places: placesOfTags(bytes, tags).slice(0, 40),
  };
}
