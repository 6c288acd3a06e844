import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Button, Field, Notice } from '#platform/web/ui';
import { noticeRoutes } from '../contract/notice-routes.ts';
import { showsName } from '../model/shows-name.ts';
import { HourField } from './hour-field.tsx';
import type { MailChoice } from './mail-choice.ts';
import styles from './mail-card.module.css';
import { refusalMessage } from './refusal-message.ts';

/** Address and time; what a mail says and what an address tells is said before. */
export function AskForMail({
  choice,
  onAsked,
}: {
  readonly choice: MailChoice;
  readonly onAsked: (choice: MailChoice) => void;
}) {
  const { t, language } = useLanguage();
  const { work } = useWork();
  const { person, names } = useOpenWork();
  const [address, setAddress] = useState('');
  const [hour, setHour] = useState(choice.hour);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const nameShows = showsName(address, [names.get(person.user) ?? '', person.handle]);
  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const input = { address: address.trim(), hour, language };
    const answer = await work.api.call(noticeRoutes.askForMail, { input });
    setBusy(false);
    setRefused(answer.ok ? null : answer.refusal.type);
    if (answer.ok) onAsked(answer.value);
  };
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void ask(event)}>
      <p>{t('notices.card.lead')}</p>
      <Notice>{t('notices.card.careful')}</Notice>
      <Field
        label={t('notices.card.address')}
        hint={t('notices.card.addressHint')}
        error={refused === null ? undefined : refusalMessage(t, refused)}
        type="email"
        inputMode="email"
        spellCheck={false}
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      {nameShows && <Notice tone="soon">{t('notices.card.nameShows')}</Notice>}
      <HourField hour={hour} onChange={setHour} />
      <div>
        <Button type="submit" busy={busy && t('notices.card.send')}>
          {t('notices.card.send')}
        </Button>
      </div>
    </form>
  );
}
