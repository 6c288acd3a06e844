import { useState, type FormEvent } from 'react';
import type { RecordId } from '#platform/base';
import type { Messages } from '#kernel/languages';
import type { Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import {
  correctFact,
  createProcedures,
  longestReason,
  recordFact,
  recordsOf,
  type OpenedCase,
  type RecordedFact,
} from '#modules/casework/client';
import { Button, Card, ErrorSummary, Select, TextArea } from '#platform/web/ui';
import { CancelButton, FormNotices } from '../shared/form-notices.tsx';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from '../case-page/next-date.module.css';
import { FactFields } from './fact-fields.tsx';
import { factFormKey } from './fact-form-key.ts';
import {
  asksTime,
  factOfValues,
  formOfValues,
  valuesOfFact,
  type FactFlaw,
  type FactValues,
} from './fact-form-values.ts';

/** A flaw of a fact's form in words. */
export function sayFlaw(t: Messages, { what, label = '' }: FactFlaw): string {
  if (what === 'fieldNeeded') return t('casework.fact.fieldNeeded', { field: label });
  if (what === 'noSuchDay') return label === '' ? t('casework.noSuchDay') : `${label}: ${t('casework.noSuchDay')}`;
  return t(`casework.fact.${what}`);
}

/** Records what really happened on a day, or puts a fact right. What was typed stays when something is refused. */
export function FactForm({
  opened,
  packs,
  corrects,
  begin,
  unfinished,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly packs: readonly Pack[];
  readonly corrects?: RecordedFact;
  /** What stands in it before anybody types, of a fact that was only supposed so far. */
  readonly begin?: RecordedFact | undefined;
  /** The name under which the fact was kept that is gone on with. */
  readonly unfinished?: string | undefined;
  readonly onDone: () => void;
}) {
  const { t, language } = useLanguage();
  const start = (fact?: RecordedFact) => ({ ...valuesOfFact(fact), why: '', paper: '' });
  const kept = useCaseForm<FactValues>({
    opened,
    form: unfinished ?? factFormKey(corrects ?? begin),
    read: () => start(corrects),
    begin: begin && start(begin),
  });
  const [flaws, setFlaws] = useState<readonly FactFlaw[]>([]);
  const form = formOfValues(packs, kept.values, language);
  const timed = asksTime(form, corrects);
  const papers = recordsOf(opened, 'paper');
  const prefix = corrects ? `${corrects.id}-` : '';
  const errors = flaws.map((flaw) => ({ field: `${prefix}${flaw.field}`, message: sayFlaw(t, flaw) }));
  const why = String(kept.values['why'] ?? '');

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const read = factOfValues(kept.values, form, timed);
    const found = 'flaws' in read ? [...read.flaws] : [];
    if (corrects && why.trim() === '') found.push({ field: 'fact-why', what: 'reasonNeeded' });
    setFlaws(found);
    if ('flaws' in read || found.length > 0) return;
    const procedures = createProcedures(language);
    const paper = papers.find(({ id }) => id === kept.values['paper'])?.id ?? null;
    const saved = await kept.submit((session, current, _typed, id) => {
      const fact = { ...read.fact, id };
      return corrects
        ? correctFact(session, procedures, current, { id: corrects.id, fact, why })
        : recordFact(session, procedures, current, fact, { restsOn: paper });
    });
    if (saved) onDone();
  };

  return (
    <Card title={t(corrects ? 'casework.fact.correct' : 'casework.fact.record')}>
      <form {...kept.props} className={styles['form']} onSubmit={(event) => void submit(event)}>
        <p className={styles['muted']}>{t(corrects ? 'casework.fact.correctLead' : 'casework.fact.lead')}</p>
        <ErrorSummary title={t('casework.problem')} errors={errors} />
        <FormNotices form={kept} />
        <FactFields
          packs={packs}
          values={kept.values}
          form={form}
          timed={timed}
          errors={errors}
          onChange={kept.set}
          fixed={corrects !== undefined}
          mark={String(kept.restored)}
          prefix={prefix}
        />
        {!corrects && papers.length > 0 && (
          <PaperChoice
            papers={papers}
            value={String(kept.values['paper'] ?? '')}
            onChange={(paper) => kept.set({ paper })}
          />
        )}
        {corrects && (
          <WhyField id={`${prefix}fact-why`} why={why} errors={errors} onChange={(typed) => kept.set({ why: typed })} />
        )}
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

/** Why a fact is put right or taken out: asked, and kept with the case. */
export function WhyField({
  id,
  why,
  errors,
  onChange,
}: {
  readonly id: string;
  readonly why: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  readonly onChange: (why: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <TextArea
      id={id}
      label={t('casework.fact.why')}
      hint={t('casework.fact.whyHint')}
      error={errors.find(({ field }) => field === id)?.message}
      rows={2}
      name="why"
      maxLength={longestReason}
      value={why}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function PaperChoice({
  papers,
  value,
  onChange,
}: {
  readonly papers: readonly { readonly id: RecordId; readonly content: { readonly title: string } }[];
  readonly value: string;
  readonly onChange: (paper: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <Select
      label={`${t('casework.fact.paper')} (${t('casework.optional')})`}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[
        { value: '', label: t('casework.fact.noPaperYet') },
        ...papers.map(({ id, content }) => ({ value: id, label: content.title })),
      ]}
    />
  );
}
