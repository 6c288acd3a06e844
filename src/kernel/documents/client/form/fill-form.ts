import { PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import { base64urlToBytes, bytesToHex, ok, refuse, type Result } from '#platform/base';
import { hashBytes } from '#platform/crypto';
import type { Language } from '#kernel/languages';
import type { FormMap, FormRefusal, OverlongValue, UnprintableValue } from '../../model/form-map.ts';
import { templateFields, templateNeeds, type TemplateNeed, type TemplateValues } from '../../model/template-fields.ts';
import { flattenAnnotations } from '../pdf/flatten-annotations.ts';
import { embedPrintedFonts, type FontBytes } from '../pdf/printed-fonts.ts';
import { freezeValues } from '../template/freeze-values.ts';
import { lookUp } from '../template/look-up.ts';
import { openForm, removeActions } from './open-form.ts';
import { pdfNamesOf, setField } from './set-field.ts';

/** A blank form with its map and what goes into it. */
export interface FormInput {
  readonly pdf: Uint8Array;
  readonly map: FormMap;
  readonly values: TemplateValues;
  readonly language: Language;
  readonly fonts: FontBytes;
  /** What both readers saw that the form asks about health or accounts. */
  readonly seenNeeds?: readonly TemplateNeed[];
}

/** A filled form: a copy to change by hand and one that is fixed, and what a person still has to look at. */
export interface FilledForm {
  readonly editable: Uint8Array;
  readonly flattened: Uint8Array;
  readonly overlong: readonly OverlongValue[];
  readonly unprintable: readonly UnprintableValue[];
  /** Fields of ours whose value is none of the answers that the form knows. */
  readonly misfits: readonly string[];
  /** Fields that must be filled and have no value. */
  readonly missing: readonly string[];
  /** Fields of the form that the map does not speak of. */
  readonly unmapped: readonly string[];
  readonly sign: readonly string[];
}

/** SHA-256 of a blank form in hex, as a form map names its edition. */
export async function editionOf(pdf: Uint8Array): Promise<string> {
  const digest = base64urlToBytes(await hashBytes(pdf));
  if (!digest) throw new Error('a hash that is not base64url');
  return bytesToHex(digest);
}

/** Fills in an official form by its map. Another edition than the map's is refused until somebody checked it. */
export async function fillForm(input: FormInput): Promise<Result<FilledForm, FormRefusal>> {
  const sha256 = await editionOf(input.pdf);
  if (sha256 !== input.map.sha256) return refuse({ type: 'FormUnknownEdition', sha256 });
  const unseen = templateNeeds.filter(
    (need) =>
      !(input.seenNeeds ?? []).includes(need) &&
      input.map.fields.some(({ from }) => templateFields[from]?.reveals === need),
  );
  if (unseen.length > 0) return refuse({ type: 'FormNeedsNotSeen', needs: unseen });
  const opened = await openForm(input.pdf);
  if (!opened.ok) return opened;
  const document = opened.value;
  const names = document
    .getForm()
    .getFields()
    .map((field) => field.getName());
  const mapped = input.map.fields.flatMap(pdfNamesOf);
  const absent = [...mapped, ...input.map.leaveEmpty].filter((name) => !names.includes(name));
  if (absent.length > 0) return refuse({ type: 'FormFieldsMissing', fields: absent });
  const put = await putValues(document, input);
  removeActions(document);
  const editable = await document.save({ updateFieldAppearances: false });
  const unmapped = names.filter((name) => !mapped.includes(name) && !input.map.leaveEmpty.includes(name));
  return ok({ ...put, editable, flattened: await flatten(document), unmapped, sign: input.map.sign });
}

type LeftOut = Pick<FilledForm, 'overlong' | 'unprintable' | 'misfits' | 'missing'>;

async function putValues(document: PDFDocument, input: FormInput): Promise<LeftOut> {
  // The whole font, so that the copy can still be changed by hand.
  const fonts = await embedPrintedFonts(document, input.fonts, false);
  const form = document.getForm();
  const values = freezeValues(input.values);
  const overlong: OverlongValue[] = [];
  const unprintable: UnprintableValue[] = [];
  const misfits: string[] = [];
  const missing: string[] = [];
  for (const field of input.map.fields) {
    const value = lookUp(values, field.from);
    if (value === undefined || value === null || value === '') {
      if (field.required) missing.push(field.from);
      continue;
    }
    const set = setField({ form, known: fonts.known, language: input.language }, field, value);
    if (set.kind === 'overlong') overlong.push(set.value);
    else if (set.kind === 'unprintable') unprintable.push(set.value);
    else if (set.kind === 'misfits') misfits.push(set.field);
  }
  form.updateFieldAppearances(fonts.regular);
  return { overlong, unprintable, misfits, missing };
}

async function flatten(document: PDFDocument): Promise<Uint8Array> {
  for (const page of document.getPages()) flattenAnnotations(document, page);
  document.catalog.delete(PDFName.of('AcroForm'));
  return document.save({ updateFieldAppearances: false });
}
