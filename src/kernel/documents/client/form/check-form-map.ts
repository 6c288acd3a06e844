import { ok, refuse, type Result } from '#platform/base';
import type { FormMap, FormRefusal } from '../../model/form-map.ts';
import { templateFields, templateNeeds, type TemplateNeed, type TemplateTag } from '../../model/template-fields.ts';
import { editionOf } from './fill-form.ts';
import { readFormFields, type FormField } from './read-form-fields.ts';
import { pdfNamesOf } from './set-field.ts';

/** What a map was found to do with its form. */
export interface FormReport {
  /** Each field of ours that the map writes, and what it will reveal. */
  readonly tags: readonly TemplateTag[];
  readonly needs: readonly TemplateNeed[];
  readonly fields: readonly FormField[];
  /** Fields of the form that the map does not speak of. */
  readonly unmapped: readonly string[];
}

/**
 * Judges a form with its map at upload. Refuses a map for another edition, fields that the form does not
 * have, and fields of another kind than the map says, by their names.
 */
export async function checkFormMap(pdf: Uint8Array, map: FormMap): Promise<Result<FormReport, FormRefusal>> {
  const sha256 = await editionOf(pdf);
  if (sha256 !== map.sha256) return refuse({ type: 'FormUnknownEdition', sha256 });
  const fields = await readFormFields(pdf);
  if (!fields.ok) return fields;
  const byName = new Map(fields.value.map((field) => [field.name, field]));
  const mapped = map.fields.flatMap(pdfNamesOf);
  const absent = [...mapped, ...map.leaveEmpty].filter((name) => !byName.has(name));
  if (absent.length > 0) return refuse({ type: 'FormFieldsMissing', fields: [...new Set(absent)] });
  const misfit = map.fields.find((field) =>
    pdfNamesOf(field).some((name) => byName.get(name)?.kind !== (field.kind === 'date3' ? 'text' : field.kind)),
  );
  if (misfit) return refuse({ type: 'FormValueMisfits', field: pdfNamesOf(misfit).join(', ') });
  const paths = [...new Set(map.fields.map(({ from }) => from))];
  const tags = paths.map((tag) => ({ tag, reveals: templateFields[tag]?.reveals ?? ('nothing' as const) }));
  return ok({
    tags,
    needs: templateNeeds.filter((need) => tags.some(({ reveals }) => reveals === need)),
    fields: fields.value,
    unmapped: fields.value
      .map(({ name }) => name)
      .filter((name) => !mapped.includes(name) && !map.leaveEmpty.includes(name)),
  });
}
