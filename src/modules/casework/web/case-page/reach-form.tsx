import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordOf, saveRecord, type OpenedCase, type SealedContent } from '#modules/casework/client';
import { Button, Check, Checks, Choice, Field, Notice, TextArea } from '#platform/web/ui';
import { emptyReach } from '../shared/empty-records.ts';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import styles from './person-part.module.css';

type Reach = SealedContent<'reach'>;
const kinds = ['call', 'text', 'message-app', 'mail', 'visit', 'via-person'] as const;
const safeties = ['yes', 'after-text', 'no'] as const;

/** The safe-contact plan, agreed with the person: one first way, when, and what to say if another answers. */
export function ReachForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const act = useCaseAct(opened);
  const before = recordOf(opened, 'reach');
  const start = before?.content ?? emptyReach(today);
  const first = start.channels[0];
  const window = start.windows[0];
  const [kind, setKind] = useState<string>(first?.kind ?? 'call');
  const [reach, setReach] = useState(first?.reach ?? '');
  const [safe, setSafe] = useState<string>(first?.safe ?? 'yes');
  const [voicemail, setVoicemail] = useState(first?.voicemail ?? false);
  const [days, setDays] = useState<readonly string[]>((window?.days ?? [1, 2, 3, 4, 5]).map(String));
  const [from, setFrom] = useState(window?.from ?? '10:00');
  const [until, setUntil] = useState(window?.until ?? '17:00');
  const [another, setAnother] = useState(start.ifAnotherAnswers);
  const [doNot, setDoNot] = useState(start.doNotContact);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const channel = {
      id: first?.id ?? 'first',
      kind: kinds.find((name) => name === kind) ?? 'call',
      reach: reach.normalize('NFC').trim(),
      safe: safeties.find((name) => name === safe) ?? 'yes',
      voicemail,
    };
    const numbers = days.map(Number).filter((day) => day >= 1 && day <= 7);
    const content: Reach = {
      ...start,
      channels: channel.reach === '' ? start.channels.slice(1) : [channel, ...start.channels.slice(1)],
      windows: numbers.length === 0 ? [] : [{ days: numbers, from, until }, ...start.windows.slice(1)],
      ifAnotherAnswers: another.normalize('NFC'),
      doNotContact: doNot,
      agreedOn: today,
      reviewBy: emptyReach(today).reviewBy,
    };
    const put = { kind: 'reach' as const, content, ...(before ? { id: before.id } : {}) };
    if (await act.run((session) => saveRecord(session, opened, put))) onDone();
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <Choice
        legend={t('casework.reach.how')}
        name="reach-kind"
        inline
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: t(`casework.channel.${value}`) }))}
      />
      <Field label={t('casework.reach.where')} value={reach} onChange={(event) => setReach(event.target.value)} />
      <Choice
        legend={t('casework.reach.isSafe')}
        name="reach-safe"
        inline
        value={safe}
        onChange={setSafe}
        options={safeties.map((value) => ({ value, label: t(`casework.reach.safe.${value}`) }))}
      />
      <Check label={t('casework.reach.message')} checked={voicemail} onChange={setVoicemail} />
      <Checks
        legend={t('casework.reach.days')}
        options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: t(`casework.weekday.${day}`) }))}
        values={days}
        onChange={setDays}
      />
      <Field
        label={t('casework.reach.from')}
        type="time"
        required
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <Field
        label={t('casework.reach.until')}
        type="time"
        required
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
      <TextArea
        label={t('casework.reach.ifAnother')}
        rows={3}
        value={another}
        onChange={(event) => setAnother(event.target.value)}
      />
      <Check label={t('casework.reach.doNot')} checked={doNot} onChange={setDoNot} />
      <div className={styles['actions']}>
        <Button kind="main" type="submit" busy={act.busy && t('casework.saving')}>
          {t('casework.reach.save')}
        </Button>
        <Button onClick={onDone}>{t('casework.cancel')}</Button>
      </div>
    </form>
  );
}
