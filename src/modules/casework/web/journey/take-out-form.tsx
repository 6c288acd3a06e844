import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { createProcedures, takeOutFact, type OpenedCase, type RecordedFact } from '#modules/casework/client';
import { Button, ErrorSummary } from '#platform/web/ui';
import { CancelButton, FormNotices } from '../shared/form-notices.tsx';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from '../case-page/next-date.module.css';
import { WhyField } from './fact-form.tsx';

/** The name under which an unfinished reason is kept. */
export function takeOutKey({ id }: Pick<RecordedFact, 'id'>): string {
  return `fact-out:${id}`;
}

/** Takes a fact out that did not happen, or not to this person; asks why. The fact and the reason stay readable. */
export function TakeOutForm({
  opened,
  fact,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly fact: RecordedFact;
  readonly onDone: () => void;
}) {
  const { t, language } = useLanguage();
  const kept = useCaseForm({ opened, form: takeOutKey(fact), read: () => ({ why: '' }) });
  const [lacking, setLacking] = useState(false);
  const { why } = kept.values;
  const errors =
    lacking && why.trim() === '' ? [{ field: `${fact.id}-out-why`, message: t('casework.fact.reasonNeeded') }] : [];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setLacking(why.trim() === '');
    if (why.trim() === '') return;
    const saved = await kept.submit((session, current, values, as) =>
      takeOutFact(session, createProcedures(language), current, { id: fact.id, why: values.why, as }),
    );
    if (saved) onDone();
  };
  return (
    <form {...kept.props} className={styles['form']} onSubmit={(event) => void submit(event)}>
      <p className={styles['muted']}>{t('casework.fact.takeOutLead')}</p>
      <ErrorSummary title={t('casework.problem')} errors={errors} />
      <FormNotices form={kept} />
      <WhyField id={`${fact.id}-out-why`} why={why} errors={errors} onChange={(typed) => kept.set({ why: typed })} />
      <div className={styles['actions']}>
        <Button kind="main" type="submit" busy={kept.busy && t('casework.saving')}>
          {t('casework.fact.takeOut')}
        </Button>
        <CancelButton form={kept} onDone={onDone} />
      </div>
    </form>
  );
}
