import { useState, type FormEvent } from 'react';
import { parseCivilDate } from '#platform/base';
import { factFormOf, factNames, type FormField, type Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import {
  correctFact,
  createProcedures,
  recordFact,
  type OpenedCase,
  type RecordedFact,
} from '#modules/casework/client';
import {
  Button,
  Card,
  Check,
  DateField,
  ErrorSummary,
  Field,
  fromTypedDate,
  noDate,
  Notice,
  Select,
  toTypedDate,
  type TypedDate,
} from '#platform/web/ui';
import { CancelButton, FormNotices } from '../shared/form-notices.tsx';
import { dateOfText, textOfDate } from '../shared/typed-date-text.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from './next-date.module.css';

type Values = Readonly<Record<string, string | boolean>>;

/** The name under which an unfinished fact is kept. */
export function factFormKey(corrects?: Pick<RecordedFact, 'id'>): string {
  return corrects ? `fact:${corrects.id}` : 'fact';
}

/** What the form shows before anybody types: nothing, or the fact that is put right. */
function startOf(corrects?: RecordedFact): Values {
  if (!corrects) return { fact: '', on: '' };
  const fields = Object.entries(fieldsOf(corrects)).map(([name, value]): [string, string | boolean] => [
    `field-${name}`,
    value,
  ]);
  return { ...Object.fromEntries(fields), fact: corrects.fact, on: textOfDate(toTypedDate(corrects.on)) };
}

/** Records what really happened on a day, or puts a fact right. What was typed stays when something is refused. */
export function FactForm({
  opened,
  packs,
  corrects,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly packs: readonly Pack[];
  readonly corrects?: RecordedFact;
  readonly onDone: () => void;
}) {
  const { t, language } = useLanguage();
  const { today } = useOpenWork();
  const kept = useCaseForm<Values>({ opened, form: factFormKey(corrects), read: () => startOf(corrects) });
  const { fact: chosen = '', on: typedDay = '', ...rest } = kept.values;
  const [fact, on] = [String(chosen), dateOfText(String(typedDay))];
  const values: Values = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name.replace(/^field-/, ''), value]),
  );
  const [errors, setErrors] = useState<readonly { field: string; message: string }[]>([]);
  const pack = packs.find((one) => one.usesFacts.includes(fact)) ?? packs[0];
  const form = pack && fact !== '' ? factFormOf(pack, fact, language) : null;

  // Also where a time was recorded that no term runs from: putting the day right must not lose it.
  const asksTime = form?.timed === true || corrects?.at !== undefined;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const day = fromTypedDate(on);
    const found: { field: string; message: string }[] = [];
    if (fact === '') found.push({ field: 'fact', message: t('casework.fact.whichNeeded') });
    if (parseCivilDate(day) === null)
      found.push({ field: 'fact-on', message: t(day === '' ? 'casework.fact.dayNeeded' : 'casework.noSuchDay') });
    for (const field of form?.fields ?? []) {
      if (field.required && !values[field.name])
        found.push({ field: `field-${field.name}`, message: t('casework.fact.fieldNeeded', { field: field.label }) });
      const value = values[field.name];
      if (field.kind === 'day' && typeof value === 'string' && value !== '' && parseCivilDate(value) === null)
        found.push({ field: `field-${field.name}`, message: `${field.label}: ${t('casework.noSuchDay')}` });
    }
    setErrors(found);
    const parsed = parseCivilDate(day);
    if (found.length > 0 || parsed === null) return;
    const typed = Object.fromEntries(
      Object.entries(values).filter(
        ([name, value]) =>
          value !== '' && ((name === 'at' && asksTime) || form?.fields.some((field) => field.name === name)),
      ),
    );
    const procedures = createProcedures(language);
    const content = { ...typed, fact, on: parsed };
    const saved = await kept.submit((session, current, _typed, id) =>
      corrects
        ? correctFact(session, procedures, current, corrects.id, { ...content, id })
        : recordFact(session, procedures, current, { ...content, id }),
    );
    if (saved) onDone();
  };

  return (
    <Card title={t(corrects ? 'casework.fact.correct' : 'casework.fact.record')}>
      <form {...kept.props} className={styles['form']} onSubmit={(event) => void submit(event)}>
        <p className={styles['muted']}>{t('casework.fact.lead')}</p>
        <ErrorSummary title={t('casework.problem')} errors={errors} />
        <FormNotices form={kept} />
        {!corrects && <FactChoice packs={packs} value={fact} onChange={(next) => kept.set({ fact: next })} />}
        <DateField
          id="fact-on"
          legend={t('casework.fact.on')}
          hint={t('casework.fact.onHint')}
          error={errors.find(({ field }) => field === 'fact-on')?.message}
          words={{ day: t('casework.day'), month: t('casework.month'), year: t('casework.year') }}
          value={on}
          onChange={(typed) => kept.set({ on: textOfDate(typed) })}
        />
        {asksTime && (
          <Field
            id="fact-at"
            label={`${t('casework.fact.at')} (${t('casework.optional')})`}
            hint={t('casework.fact.atHint')}
            type="time"
            value={String(values['at'] ?? '')}
            onChange={(event) => kept.set({ 'field-at': event.target.value })}
          />
        )}
        {fromTypedDate(on) > today && <Notice tone="soon">{t('casework.fact.future')}</Notice>}
        {form?.fields.map((field) => (
          <FactField
            key={`${field.name} ${kept.restored}`}
            field={field}
            value={values[field.name]}
            onChange={(value) => kept.set({ [`field-${field.name}`]: value })}
          />
        ))}
        <div className={styles['actions']}>
          <Button kind="main" type="submit" busy={kept.busy && t('casework.saving')}>
            {t('casework.save')}
          </Button>
          <CancelButton form={kept} onDone={onDone} />
        </div>
      </form>
    </Card>
  );
}

function FactChoice({
  packs,
  value,
  onChange,
}: {
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
      id="fact"
      label={t('casework.fact.which')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[{ value: '', label: t('casework.fact.choose') }, ...options]}
    />
  );
}

function FactField({
  field,
  value,
  onChange,
}: {
  readonly field: FormField;
  readonly value: string | boolean | undefined;
  readonly onChange: (value: string | boolean) => void;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState<TypedDate>(
    typeof value === 'string' && field.kind === 'day' && value !== '' ? toTypedDate(value) : noDate,
  );
  const id = `field-${field.name}`;
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

function fieldsOf(fact: RecordedFact): Values {
  const { fact: _name, on: _on, id: _id, recorded: _recorded, replaces: _replaces, note: _note, ...fields } = fact;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
