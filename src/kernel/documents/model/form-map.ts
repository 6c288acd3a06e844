import { z } from 'zod';
import { templateFields, templateFilters, type TemplateNeed } from './template-fields.ts';

/** A field of the workspace, by the same list as templates. */
const from = z.string().refine((path) => Object.hasOwn(templateFields, path), { message: 'no such field' });
const pdfField = z.string().min(1).max(200);
const shared = { from, required: z.boolean().optional() };

const mappedField = z.discriminatedUnion('kind', [
  z.strictObject({
    ...shared,
    kind: z.literal('text'),
    pdf: pdfField,
    filter: z.enum(templateFilters).optional(),
    max: z.int().min(1).max(5_000).optional(),
  }),
  /** Ticked when the value is yes. */
  z.strictObject({ ...shared, kind: z.literal('check'), pdf: pdfField }),
  /** `options` leads from our value to the form's own. */
  z.strictObject({ ...shared, kind: z.literal('radio'), pdf: pdfField, options: z.record(z.string(), z.string()) }),
  z.strictObject({ ...shared, kind: z.literal('choice'), pdf: pdfField, options: z.record(z.string(), z.string()) }),
  /** A date in three boxes. */
  z.strictObject({
    ...shared,
    kind: z.literal('date3'),
    pdf: z.strictObject({ day: pdfField, month: pdfField, year: pdfField }),
  }),
]);

/**
 * How an official form is filled: `forms/<country>/<id>.yaml`. The blank form is supplied by the
 * organisation; `sha256` (64 hex digits, as `sha256sum` prints) says of which edition this speaks.
 */
export const formMapSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,60}$/),
  title: z.string().min(1).max(200),
  authority: z.string().min(1).max(200),
  edition: z.string().min(1).max(60),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  checkedOn: z.iso.date(),
  fields: z.array(mappedField).min(1).max(600),
  /** Fields that stay empty on purpose. */
  leaveEmpty: z.array(pdfField).max(600),
  /** Where a person signs, in words. */
  sign: z.array(z.string().max(200)).max(20),
});
export type FormMap = z.infer<typeof formMapSchema>;
export type MappedField = FormMap['fields'][number];

/** A value that does not fit its box: it is left out and listed, never cut. */
export interface OverlongValue {
  readonly field: string;
  readonly length: number;
  readonly max: number;
}

/** A value with signs that the printed letters do not have: it is left out and listed, never printed as a question mark. */
export interface UnprintableValue {
  readonly field: string;
  readonly signs: readonly string[];
}

/** Why a form is not filled. The way out is always the same: print it and fill it by hand. */
export type FormRefusal =
  | { readonly type: 'FormUnreadable' }
  | { readonly type: 'FormHasXfa' }
  | { readonly type: 'FormEncrypted' }
  | { readonly type: 'FormCertified' }
  | { readonly type: 'FormScripted' }
  | { readonly type: 'FormMapWrong'; readonly fields: readonly string[] }
  | { readonly type: 'FormUnknownEdition'; readonly sha256: string }
  | { readonly type: 'FormFieldsMissing'; readonly fields: readonly string[] }
  | { readonly type: 'FormNeedsNotSeen'; readonly needs: readonly TemplateNeed[] }
  | { readonly type: 'FormValueMisfits'; readonly field: string };
