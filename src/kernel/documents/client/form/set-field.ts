import { PDFCheckBox, PDFDropdown, PDFOptionList, PDFRadioGroup, PDFTextField, type PDFForm } from '@cantoo/pdf-lib';
import { ok, refuse, type Result } from '#platform/base';
import type { Language } from '#kernel/languages';
import type { FormRefusal, MappedField, OverlongValue } from '../../model/form-map.ts';
import { checkSigns } from '../pdf/printed-fonts.ts';
import { applyFilter } from '../template/apply-filter.ts';

/** What is needed to set a value. */
export interface SettingContext {
  readonly form: PDFForm;
  readonly known: ReadonlySet<number>;
  readonly language: Language;
}

type Set = Result<OverlongValue | null, FormRefusal>;

/** Names of the form's fields that one mapping writes to. */
export function pdfNamesOf(field: MappedField): readonly string[] {
  return field.kind === 'date3' ? [field.pdf.day, field.pdf.month, field.pdf.year] : [field.pdf];
}

/** Puts one value in; answers what did not fit, or refuses a value of another kind than the field's. */
export function setField(context: SettingContext, field: MappedField, value: unknown): Set {
  switch (field.kind) {
    case 'text': {
      const written = field.filter
        ? applyFilter(field.filter, value, context.language)
        : typeof value === 'number'
          ? String(value)
          : value;
      return typeof written === 'string' ? setText(context, field.pdf, written, field.max) : misfits(field.from);
    }
    case 'check': {
      const box = context.form.getFieldMaybe(field.pdf);
      if (!(box instanceof PDFCheckBox) || typeof value !== 'boolean') return misfits(field.from);
      if (value) box.check();
      else box.uncheck();
      return ok(null);
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
        if (!set.ok || set.value) return set;
      }
      return ok(null);
    }
  }
}

function setText({ form, known }: SettingContext, name: string, text: string, max: number | undefined): Set {
  const box = form.getFieldMaybe(name);
  if (!(box instanceof PDFTextField) || box.isRichFormatted()) return misfits(name);
  const checked = checkSigns(known, name, text);
  if (!checked.ok) return checked;
  const length = Array.from(checked.value).length;
  const room = Math.min(max ?? Infinity, box.getMaxLength() ?? Infinity);
  if (length > room) return ok({ field: name, length, max: room });
  box.setText(checked.value);
  return ok(null);
}

function setChoice(form: PDFForm, field: Extract<MappedField, { kind: 'radio' | 'choice' }>, value: unknown): Set {
  const list = form.getFieldMaybe(field.pdf);
  const key = String(value);
  const option = Object.hasOwn(field.options, key) ? field.options[key] : undefined;
  if (option === undefined) return misfits(field.from);
  if (!(list instanceof PDFRadioGroup || list instanceof PDFDropdown || list instanceof PDFOptionList))
    return misfits(field.from);
  if (!list.getOptions().includes(option)) return misfits(field.from);
  list.select(option);
  return ok(null);
}

function misfits(field: string): Set {
  return refuse({ type: 'FormValueMisfits', field });
}
