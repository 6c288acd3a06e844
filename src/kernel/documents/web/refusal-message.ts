import type { Messages } from '#kernel/languages';
import type { BundleRefusal, FileRefusal, FormRefusal, TemplateRefusal } from '../index.ts';

/** Every refusal of this area. */
export type DocumentRefusal = FileRefusal | BundleRefusal | TemplateRefusal | FormRefusal;

/** A refusal in words of the page's language, with the tags, fields or parts it names. */
export function documentRefusalMessage(t: Messages, refusal: DocumentRefusal): string {
  return t(`documents.refused.${refusal.type}`, { list: named(refusal).join(', ') });
}

function named(refusal: DocumentRefusal): readonly string[] {
  if ('tags' in refusal) return refusal.tags;
  if ('codes' in refusal) return refusal.codes;
  if ('needs' in refusal) return refusal.needs;
  if ('signs' in refusal) return refusal.signs;
  if ('fields' in refusal) return refusal.fields;
  if ('field' in refusal) return [refusal.field];
  if ('tag' in refusal) return [refusal.tag];
  return 'part' in refusal ? [String(refusal.part)] : [];
}
