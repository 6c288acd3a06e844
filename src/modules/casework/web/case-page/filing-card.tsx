import { useState, type FormEvent } from 'react';
import { parseCivilDate, type RecordId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import {
  createProcedures,
  fileApplication,
  recordsOf,
  type Application,
  type OpenedCase,
} from '#modules/casework/client';
import {
  Button,
  Card,
  DateField,
  Field,
  fromTypedDate,
  noDate,
  Notice,
  Select,
  StateMark,
  type TypedDate,
} from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import styles from './person-part.module.css';

const ways = ['registered-post', 'post', 'desk', 'lawyer', 'portal-of-lawyer'] as const;

/** How an application was handed in: day, way, proof; only the day of receipt makes it count. */
export function FilingCard({
  opened,
  id,
  application,
}: {
  readonly opened: OpenedCase;
  readonly id: RecordId;
  readonly application: Application;
}) {
  const { t, formatDay } = useLanguage();
  const filing = recordsOf(opened, 'filing').find(({ content }) => content.application === id);
  const received = filing?.content.received ?? null;
  return (
    <Card title={t('casework.filing.title')} beside={application.title}>
      {filing && (
        <p>
          <StateMark kind={received ? 'done' : 'waiting'}>
            {t(received ? 'casework.filing.received' : 'casework.filing.sent')}
          </StateMark>{' '}
          {t('casework.filing.line', {
            way: t(`casework.filing.way.${filing.content.how}`),
            day: formatDay(filing.content.on),
          })}{' '}
          {received && t('casework.filing.receivedOn', { day: formatDay(received.on) })}
        </p>
      )}
      {!received && <FilingForm opened={opened} id={id} />}
    </Card>
  );
}

function FilingForm({ opened, id }: { readonly opened: OpenedCase; readonly id: RecordId }) {
  const { t, language } = useLanguage();
  const act = useCaseAct(opened);
  const before = recordsOf(opened, 'filing').find(({ content }) => content.application === id)?.content;
  const [how, setHow] = useState<string>(before?.how ?? 'registered-post');
  const [tracking, setTracking] = useState(before?.tracking ?? '');
  const [on, setOn] = useState<TypedDate>(noDate);
  const [receivedOn, setReceivedOn] = useState<TypedDate>(noDate);
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const day = before?.on ?? parseCivilDate(fromTypedDate(on));
    const typed = fromTypedDate(receivedOn);
    const received = typed === '' ? null : parseCivilDate(typed);
    setWrong(day === null || (typed !== '' && received === null));
    if (day === null || (typed !== '' && received === null)) return;
    const filing = {
      how: ways.find((name) => name === how) ?? 'post',
      authorisation: null,
      on: day,
      tracking: tracking.normalize('NFC').trim() || null,
      proof: null,
      bundle: null,
      received: received ? { on: received, proved: true } : null,
    };
    await act.run((session) => fileApplication(session, createProcedures(language), opened, id, filing));
  };
  const words = { day: t('casework.day'), month: t('casework.month'), year: t('casework.year') };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
      <p>{t('casework.filing.lead')}</p>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      {wrong && <Notice tone="late">{t('casework.fact.dayNeeded')}</Notice>}
      {!before && (
        <>
          <Select
            label={t('casework.filing.how')}
            value={how}
            onChange={(event) => setHow(event.target.value)}
            options={ways.map((value) => ({ value, label: t(`casework.filing.way.${value}`) }))}
          />
          <DateField legend={t('casework.filing.on')} words={words} value={on} onChange={setOn} />
          <Field
            label={`${t('casework.filing.tracking')} (${t('casework.optional')})`}
            value={tracking}
            onChange={(event) => setTracking(event.target.value)}
          />
        </>
      )}
      <DateField
        legend={`${t('casework.filing.receivedDay')} (${t('casework.optional')})`}
        hint={t('casework.filing.receivedHint')}
        words={words}
        value={receivedOn}
        onChange={setReceivedOn}
      />
      <div className={styles['actions']}>
        <Button kind="main" type="submit" busy={act.busy && t('casework.saving')}>
          {t('casework.filing.save')}
        </Button>
      </div>
    </form>
  );
}
