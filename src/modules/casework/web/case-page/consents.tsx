import { useState, type FormEvent } from 'react';
import { parseCivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { consentPurposes, recordsOf, saveRecord, type Consent, type OpenedCase } from '#modules/casework/client';
import {
  Button,
  Card,
  Choice,
  DateField,
  Field,
  fromTypedDate,
  noDate,
  Notice,
  Rows,
  Select,
  StateMark,
  type TypedDate,
} from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
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
  const act = useCaseAct(opened);
  const [purpose, setPurpose] = useState<string>('support');
  const [recipient, setRecipient] = useState('');
  const [answer, setAnswer] = useState<string | null>(null);
  const [form, setForm] = useState<string>('spoken-with-witness');
  const [until, setUntil] = useState<TypedDate>(noDate);
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const end = fromTypedDate(until);
    const day = end === '' ? null : parseCivilDate(end);
    setWrong(answer === null || (end !== '' && day === null));
    if (answer === null || (end !== '' && day === null)) return;
    const content: Consent = {
      purpose: consentPurposes.find((name) => name === purpose) ?? 'support',
      recipient: recipient.trim() === '' ? { kind: 'us' } : { kind: 'named', name: recipient.normalize('NFC').trim() },
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
    if (await act.run((session) => saveRecord(session, opened, { kind: 'consent', content }))) onDone();
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      {wrong && <Notice tone="late">{t('casework.consent.wrong')}</Notice>}
      <Select
        label={t('casework.consent.purpose')}
        value={purpose}
        onChange={(event) => setPurpose(event.target.value)}
        options={consentPurposes.map((value) => ({ value, label: t(`casework.purpose.${value}`) }))}
      />
      <Field
        label={t('casework.consent.recipient')}
        hint={t('casework.consent.recipientHint')}
        value={recipient}
        onChange={(event) => setRecipient(event.target.value)}
      />
      <Choice
        legend={t('casework.consent.answer')}
        name="answer"
        inline
        value={answer}
        onChange={setAnswer}
        options={[
          { value: 'yes', label: t('casework.consent.given') },
          { value: 'no', label: t('casework.consent.said-no') },
        ]}
      />
      <Select
        label={t('casework.consent.form')}
        value={form}
        onChange={(event) => setForm(event.target.value)}
        options={['spoken-with-witness', 'signed-paper', 'drawn-signature'].map((value) => ({
          value,
          label: t(`casework.consentForm.${value}`),
        }))}
      />
      <DateField
        legend={`${t('casework.consent.end')} (${t('casework.optional')})`}
        words={{ day: t('casework.day'), month: t('casework.month'), year: t('casework.year') }}
        value={until}
        onChange={setUntil}
      />
      <div className={styles['actions']}>
        <Button kind="main" type="submit" busy={act.busy && t('casework.saving')}>
          {t('casework.save')}
        </Button>
        <Button onClick={onDone}>{t('casework.cancel')}</Button>
      </div>
    </form>
  );
}
