import { useState, type FormEvent } from 'react';
import { createId } from '#platform/base';
import type { Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { RecordedFact } from '#modules/casework/client';
import { Button, ErrorSummary, Select } from '#platform/web/ui';
import { engineDay } from '../shared/engine-day.ts';
import styles from '../case-page/next-date.module.css';
import { FactFields } from './fact-fields.tsx';
import { sayFlaw } from './fact-form.tsx';
import {
  asksTime,
  factOfValues,
  formOfValues,
  valuesOfFact,
  type FactFlaw,
  type FactValues,
} from './fact-form-values.ts';
import { supposedPrefix } from './suppose.ts';

const prefix = supposedPrefix;

/** The form of a fact, for one that is only supposed. Unlike all other forms it keeps nothing, not even a draft. */
export function SupposeForm({
  packs,
  facts,
  number,
  onSuppose,
}: {
  readonly packs: readonly Pack[];
  /** What is recorded, in whose place another may be supposed, and what is supposed already. */
  readonly facts: readonly RecordedFact[];
  /** Which supposed fact this is, so that its fields begin empty again. */
  readonly number: number;
  readonly onSuppose: (fact: RecordedFact) => void;
}) {
  const { t, language } = useLanguage();
  const { session } = useOpenWork();
  const [values, setValues] = useState<FactValues>(valuesOfFact());
  const [flaws, setFlaws] = useState<readonly FactFlaw[]>([]);
  const form = formOfValues(packs, values, language);
  const timed = asksTime(form);
  const errors = flaws.map((flaw) => ({ field: `${prefix}${flaw.field}`, message: sayFlaw(t, flaw) }));
  const change = (changed: FactValues): void => setValues({ ...values, ...changed });
  const others = facts.filter(
    (fact) =>
      fact.fact === form?.fact &&
      fact.void !== true &&
      !fact.id.startsWith(prefix) &&
      !facts.some(({ replaces }) => replaces === fact.id),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = factOfValues(values, form, timed);
    setFlaws('flaws' in read ? read.flaws : []);
    if ('flaws' in read) return;
    const instead = others.find(({ id }) => id === values['instead'])?.id;
    // The only thing that the form's fact lacks is the id that is given here.
    const fact = {
      ...read.fact,
      id: `${prefix}${createId(session.randomBytes)}`,
      ...(instead ? { replaces: instead } : {}),
    } as RecordedFact;
    setValues(valuesOfFact());
    onSuppose(fact);
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <ErrorSummary title={t('casework.problem')} errors={errors} />
      <FactFields
        packs={packs}
        values={values}
        form={form}
        timed={timed}
        errors={errors}
        onChange={change}
        prefix={prefix}
        mark={String(number)}
      />
      {others.length > 0 && <InPlaceOf others={others} value={String(values['instead'] ?? '')} onChange={change} />}
      <div>
        <Button type="submit">{t('casework.whatIf.suppose')}</Button>
      </div>
    </form>
  );
}

/** Whether it is supposed beside what is recorded, or in place of it. */
function InPlaceOf({
  others,
  value,
  onChange,
}: {
  readonly others: readonly RecordedFact[];
  readonly value: string;
  readonly onChange: (changed: FactValues) => void;
}) {
  const { t, formatDay } = useLanguage();
  return (
    <Select
      label={t('casework.whatIf.instead')}
      value={value}
      onChange={(event) => onChange({ instead: event.target.value })}
      options={[
        { value: '', label: t('casework.whatIf.beside') },
        ...others.map(({ id, on }) => ({ value: id, label: formatDay(engineDay(on)) })),
      ]}
    />
  );
}
