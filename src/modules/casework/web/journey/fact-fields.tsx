import { useState } from 'react';
import { factFormOf, factNames, type FactForm, type FormField, type Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import {
  Check,
  DateField,
  Field,
  fromTypedDate,
  noDate,
  Notice,
  Select,
  toTypedDate,
  type TypedDate,
} from '#platform/web/ui';
import { dateOfText, textOfDate } from '../shared/typed-date-text.ts';
import type { FactValues } from './fact-form-values.ts';

/** What is asked of a fact: which, its day, and what else it has. Holds nothing itself. */
export function FactFields({
  packs,
  values,
  form,
  timed,
  errors,
  onChange,
  fixed = false,
  mark = '',
  prefix = '',
}: {
  readonly packs: readonly Pack[];
  readonly values: FactValues;
  readonly form: FactForm | null;
  readonly timed: boolean;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  readonly onChange: (changed: FactValues) => void;
  /** Which fact it is cannot be chosen. */
  readonly fixed?: boolean;
  /** Changes when the values came from elsewhere than these fields. */
  readonly mark?: string;
  /** Begins the ids of the fields, where a page holds several such forms. */
  readonly prefix?: string;
}) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const on = dateOfText(String(values['on'] ?? ''));
  return (
    <>
      {!fixed && (
        <FactChoice
          id={`${prefix}fact`}
          packs={packs}
          value={form?.fact ?? ''}
          onChange={(fact) => onChange({ fact })}
        />
      )}
      <DateField
        id={`${prefix}fact-on`}
        legend={t('casework.fact.on')}
        hint={t('casework.fact.onHint')}
        error={errors.find(({ field }) => field === `${prefix}fact-on`)?.message}
        words={{ day: t('casework.day'), month: t('casework.month'), year: t('casework.year') }}
        value={on}
        onChange={(typed) => onChange({ on: textOfDate(typed) })}
      />
      {timed && (
        <Field
          id={`${prefix}fact-at`}
          label={`${t('casework.fact.at')} (${t('casework.optional')})`}
          hint={t('casework.fact.atHint')}
          type="time"
          value={String(values['field-at'] ?? '')}
          onChange={(event) => onChange({ 'field-at': event.target.value })}
        />
      )}
      {fromTypedDate(on) > today && <Notice tone="soon">{t('casework.fact.future')}</Notice>}
      {form?.fields.map((field) => (
        <FactField
          key={`${form.fact} ${field.name} ${mark}`}
          id={`${prefix}field-${field.name}`}
          field={field}
          value={values[`field-${field.name}`]}
          onChange={(value) => onChange({ [`field-${field.name}`]: value })}
        />
      ))}
    </>
  );
}

function FactChoice({
  id,
  packs,
  value,
  onChange,
}: {
  readonly id: string;
  readonly packs: readonly Pack[];
  readonly value: string;
  readonly onChange: (fact: string) => void;
}) {
  const { t, language } = useLanguage();
  const seen = new Set<string>();
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const pack of packs) {
    for (const name of factNames(pack)) {
      const form = seen.has(name) ? null : factFormOf(pack, name, language);
      seen.add(name);
      if (!form) continue;
      groups.set(form.groupTitle, [...(groups.get(form.groupTitle) ?? []), { value: name, label: form.title }]);
    }
  }
  const options = [...groups].flatMap(([group, facts]) =>
    facts.map(({ value: name, label }) => ({ value: name, label: `${group}: ${label}` })),
  );
  return (
    <Select
      id={id}
      label={t('casework.fact.which')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[{ value: '', label: t('casework.fact.choose') }, ...options]}
    />
  );
}

function FactField({
  id,
  field,
  value,
  onChange,
}: {
  readonly id: string;
  readonly field: FormField;
  readonly value: string | boolean | undefined;
  readonly onChange: (value: string | boolean) => void;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState<TypedDate>(
    typeof value === 'string' && field.kind === 'day' && value !== '' ? toTypedDate(value) : noDate,
  );
  const label = field.required ? field.label : `${field.label} (${t('casework.optional')})`;
  if (field.kind === 'flag') return <Check label={field.label} checked={value === true} onChange={onChange} />;
  if (field.kind === 'day') {
    return (
      <DateField
        id={id}
        legend={label}
        words={{ day: t('casework.day'), month: t('casework.month'), year: t('casework.year') }}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          onChange(fromTypedDate(next));
        }}
      />
    );
  }
  if (field.choices.length > 0) {
    const empty = { value: '', label: field.required ? t('casework.fact.choose') : t('casework.fact.notSaid') };
    return (
      <Select
        id={id}
        label={label}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.target.value)}
        options={[empty, ...field.choices]}
      />
    );
  }
  return (
    <Field
      id={id}
      label={label}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
