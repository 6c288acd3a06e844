import {
  PDFCheckBox,
  PDFDropdown,
  PDFOptionList,
  PDFRadioGroup,
  PDFTextField,
  type PDFDocument,
  type PDFField,
} from '@cantoo/pdf-lib';
import { ok, type Result } from '#platform/base';
import type { FormRefusal } from '../../model/form-map.ts';
import { openForm } from './open-form.ts';

/** One field of a blank form, as somebody who maps it needs to know it. */
export interface FormField {
  readonly name: string;
  readonly kind: 'text' | 'check' | 'radio' | 'choice' | 'other';
  /** Answers that the form itself offers. */
  readonly options: readonly string[];
  /** Letters that fit; null when the form sets no limit. */
  readonly max: number | null;
  /** Page it stands on, from 1; null when the form does not say. */
  readonly page: number | null;
}

/** Lists the fields of a blank form in its own order. Refuses what cannot be filled faithfully, as filling does. */
export async function readFormFields(pdf: Uint8Array): Promise<Result<readonly FormField[], FormRefusal>> {
  const opened = await openForm(pdf);
  if (!opened.ok) return opened;
  const pages = pagesOfWidgets(opened.value);
  return ok(
    opened.value
      .getForm()
      .getFields()
      .map((field) => ({ ...describeField(field), page: pageOf(field, pages) })),
  );
}

function describeField(field: PDFField): Omit<FormField, 'page'> {
  const name = field.getName();
  if (field instanceof PDFTextField) return { name, kind: 'text', options: [], max: field.getMaxLength() ?? null };
  if (field instanceof PDFCheckBox) return { name, kind: 'check', options: [], max: null };
  if (field instanceof PDFRadioGroup) return { name, kind: 'radio', options: field.getOptions(), max: null };
  if (field instanceof PDFDropdown || field instanceof PDFOptionList)
    return { name, kind: 'choice', options: field.getOptions(), max: null };
  return { name, kind: 'other', options: [], max: null };
}

type Widgets = ReadonlyMap<unknown, number>;

function pagesOfWidgets(document: PDFDocument): Widgets {
  const pages = new Map<unknown, number>();
  document.getPages().forEach((page, at) => {
    const list = page.node.Annots();
    for (let index = 0; index < (list?.size() ?? 0); index += 1) pages.set(list?.lookup(index), at + 1);
  });
  return pages;
}

function pageOf(field: PDFField, pages: Widgets): number | null {
  const [widget] = field.acroField.getWidgets();
  return (widget && pages.get(widget.dict)) ?? null;
}
