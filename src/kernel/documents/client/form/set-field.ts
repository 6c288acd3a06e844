import { PDFCheckBox, PDFDropdown, PDFOptionList, PDFRadioGroup, PDFTextField, type PDFForm } from '@cantoo/pdf-lib';
import type { Language } from '#kernel/languages';
import type { MappedField, OverlongValue, UnprintableValue } from '../../model/form-map.ts';
import { checkSigns } from '../pdf/printed-fonts.ts';
import { applyFilter } from '../template/apply-filter.ts';

/** What is needed to set a value. */
export interface SettingContext {
  readonly form: PDFForm;
  readonly known: ReadonlySet<number>;
  readonly language: Language;
}

/** What became of a value: written, or left out for a reason that is listed. */
export type FieldOutcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'overlong'; readonly value: OverlongValue }
  | { readonly kind: 'unprintable'; readonly value: UnprintableValue }
  | { readonly kind: 'misfits'; readonly field: string };

const written: FieldOutcome = { kind: 'written' };

/** Names of the form's fields that one mapping writes to. */
export function pdfNamesOf(field: MappedField): readonly string[] {
  return field.kind === 'date3' ? [field.pdf.day, field.pdf.month, field.pdf.year] : [field.pdf];
}

/** Puts one value in; what does not fit, cannot be printed or is of another kind than the field is left out and said. */
export function setField(context: SettingContext, field: MappedField, value: unknown): FieldOutcome {
  switch (field.kind) {
    case 'text': {
      const text = field.filter
        ? applyFilter(field.filter, value, context.language)
        : typeof value === 'number'
          ? String(value)
          : value;
      return typeof text === 'string' ? setText(context, field.pdf, text, field.max) : misfits(field.from);
    }
    case 'check': {
      const box = context.form.getFieldMaybe(field.pdf);
      if (!(box instanceof PDFCheckBox) || typeof value !== 'boolean') return misfits(field.from);
      if (value) box.check();
      else box.uncheck();
      return written;
    }
    case 'radio':
    case 'choice':
      return setChoice(context.form, field, value);
    case 'date3': {
      const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
      if (!parts) return misfits(field.from);
      const boxes = [
        [field.pdf.day, parts[3]],
        [field.pdf.month, parts[2]],
        [field.pdf.year, parts[1]],
      ] as const;
      for (const [name, text] of boxes) {
        const set = setText(context, name, text ?? '', undefined);
        if (set.kind !== 'written') return set;
      }
      return written;
    }
  }
}

function setText({ form, known }: SettingContext, name: string, text: string, max: number | undefined): FieldOutcome {
  const box = form.getFieldMaybe(name);
  if (!(box instanceof PDFTextField) || box.isRichFormatted()) return misfits(name);
  const checked = checkSigns(known, name, text);
  if (!checked.ok) return { kind: 'unprintable', value: { field: name, signs: checked.refusal.signs } };
  const length = Array.from(checked.value).length;
  const room = Math.min(max ?? Infinity, box.getMaxLength() ?? Infinity);
  if (length > room) return { kind: 'overlong', value: { field: name, length, max: room } };
  box.setText(checked.value);
  return written;
}

function setChoice(
  form: PDFForm,
  field: Extract<MappedField, { kind: 'radio' | 'choice' }>,
  value: unknown,
): FieldOutcome {
  const list = form.getFieldMaybe(field.pdf);
  const key = String(value);
  const option = Object.hasOwn(field.options, key) ? field.options[key] : undefined;
  if (option === undefined) return misfits(field.from);
  if (!(list instanceof PDFRadioGroup || list instanceof PDFDropdown || list instanceof PDFOptionList))
    return misfits(field.from);
  if (!list.getOptions().includes(option)) return misfits(field.from);
  list.select(option);
  return written;
}

function misfits(field: string): FieldOutcome {
  return { kind: 'misfits', field };
}
