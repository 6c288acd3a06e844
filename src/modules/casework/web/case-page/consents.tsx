import { useState, type FormEvent } from 'react';
import { parseCivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import {
  addToCase,
  consentPurposes,
  isSaved,
  recordsOf,
  saveRecord,
  type Consent,
  type OpenedCase,
} from '#modules/casework/client';
import {
  Button,
  Card,
  Choice,
  DateField,
  Field,
  fromTypedDate,
  Notice,
  Rows,
  Select,
  StateMark,
} from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { CancelButton, FormNotices } from '../shared/form-notices.tsx';
import { tidyText } from '../shared/tidy-text.ts';
import { dateOfText, textOfDate } from '../shared/typed-date-text.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from './person-part.module.css';

/** All consents by purpose: yes, no, ended, withdrawn; a withdrawal is one press and a sentence. */
export function ConsentList({ opened, onAdd }: { readonly opened: OpenedCase; readonly onAdd: () => void }) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const act = useCaseAct(opened);
  const consents = recordsOf(opened, 'consent');
  const withdraw = (id: (typeof consents)[number]['id'], content: Consent): void => {
    if (content.state.name !== 'given') return;
    const state = { name: 'withdrawn' as const, given: content.state.on, on: today, words: '' };
    void act.run((session) => saveRecord(session, opened, { id, kind: 'consent', content: { ...content, state } }));
  };
  return (
    <Card
      title={t('casework.consent.title')}
      beside={
        <Button kind="quiet" onClick={onAdd}>
          {t('casework.consent.add')}
        </Button>
      }
    >
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      {consents.length === 0 && <p>{t('casework.consent.none')}</p>}
      <Rows>
        {consents.map(({ id, content }) => (
          <li key={id}>
            <p>
              <strong>{t(`casework.purpose.${content.purpose}`)}</strong>
              {content.recipient.kind === 'named' && <bdi> {content.recipient.name}</bdi>}{' '}
              <StateMark kind={content.state.name === 'given' ? 'done' : 'plain'}>
                {t(`casework.consent.${content.state.name}`)}, {formatShortDay(content.state.on, today)}
              </StateMark>
            </p>
            {content.state.name === 'given' && content.state.until && (
              <p>{t('casework.consent.until', { day: formatShortDay(content.state.until, today) })}</p>
            )}
            {content.state.name === 'given' && (
              <Button kind="danger" busy={act.busy && t('casework.saving')} onClick={() => withdraw(id, content)}>
                {t('casework.consent.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </Rows>
    </Card>
  );
}

/** One consent: for what, to whom, how it was given, until when. A no is recorded just like a yes. */
export function ConsentForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const kept = useCaseForm({ opened, form: 'consent', read: emptyConsent });
  const { purpose, recipient, answer, form } = kept.values;
  const until = dateOfText(kept.values.until);
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const end = fromTypedDate(until);
    const day = end === '' ? null : parseCivilDate(end);
    setWrong(answer === '' || (end !== '' && day === null));
    if (answer === '' || (end !== '' && day === null)) return;
    const content: Consent = {
      purpose: consentPurposes.find((name) => name === purpose) ?? 'support',
      recipient: recipient.trim() === '' ? { kind: 'us' } : { kind: 'named', name: tidyText(recipient).trim() },
      scope: '',
      withheld: '',
      language: null,
      interpreter: false,
      form:
        (['spoken-with-witness', 'signed-paper', 'drawn-signature'] as const).find((name) => name === form) ??
        'spoken-with-witness',
      readAloud: false,
      inOwnWords: false,
      capacity: 'self',
      basis: '',
      state:
        answer === 'yes' ? { name: 'given', on: today, until: day, reviewOn: null } : { name: 'said-no', on: today },
    };
    const saved = await kept.submit((session, current, _typed, id) =>
      addToCase(session, current, { puts: isSaved(current, id) ? [] : [{ id, kind: 'consent', content }] }),
    );
    if (saved) onDone();
  };
  return (
    <form {...kept.props} className={styles['form']} onSubmit={(event) => void submit(event)}>
      <FormNotices form={kept} />
      {wrong && <Notice tone="late">{t('casework.consent.wrong')}</Notice>}
      <Select
        label={t('casework.consent.purpose')}
        value={purpose}
        onChange={(event) => kept.set({ purpose: event.target.value })}
        options={consentPurposes.map((value) => ({ value, label: t(`casework.purpose.${value}`) }))}
      />
      <Field
        label={t('casework.consent.recipient')}
        hint={t('casework.consent.recipientHint')}
        name="recipient"
        dir="auto"
        maxLength={200}
        value={recipient}
        onChange={(event) => kept.set({ recipient: event.target.value })}
      />
      <Choice
        legend={t('casework.consent.answer')}
        name="answer"
        inline
        value={answer === '' ? null : answer}
        onChange={(chosen) => kept.set({ answer: chosen })}
        options={[
          { value: 'yes', label: t('casework.consent.given') },
          { value: 'no', label: t('casework.consent.said-no') },
        ]}
      />
      <Select
        label={t('casework.consent.form')}
        value={form}
        onChange={(event) => kept.set({ form: event.target.value })}
        options={['spoken-with-witness', 'signed-paper', 'drawn-signature'].map((value) => ({
          value,
          label: t(`casework.consentForm.${value}`),
        }))}
      />
      <DateField
        legend={`${t('casework.consent.end')} (${t('casework.optional')})`}
        words={{ day: t('casework.day'), month: t('casework.month'), year: t('casework.year') }}
        value={until}
        onChange={(typed) => kept.set({ until: textOfDate(typed) })}
      />
      <div className={styles['actions']}>
        <Button kind="main" type="submit" busy={kept.busy && t('casework.saving')}>
          {t('casework.save')}
        </Button>
        <CancelButton form={kept} onDone={onDone} />
      </div>
    </form>
  );
}

function emptyConsent() {
  return { purpose: 'support', recipient: '', answer: '', form: 'spoken-with-witness', until: '' };
}
