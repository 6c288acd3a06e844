import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Notice } from '#platform/web/ui';
import { noticeRoutes } from '../contract/notice-routes.ts';
import { HourField, hourInWords } from './hour-field.tsx';
import type { MailChoice } from './mail-choice.ts';
import styles from './mail-card.module.css';
import { problemMessage } from './refusal-message.ts';

/** Where mail goes and when; another time, or no mail at all. */
export function MailIsOn({
  choice,
  onChanged,
  onStopped,
}: {
  readonly choice: MailChoice;
  readonly onChanged: (choice: MailChoice) => void;
  readonly onStopped: (choice: MailChoice) => void;
}) {
  const { t, language } = useLanguage();
  const { work } = useWork();
  const [hour, setHour] = useState(choice.hour);
  const [saved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    const answer = await work.api.call(noticeRoutes.changeMailHour, { input: { hour, language } });
    setSaved(answer.ok);
    if (answer.ok) onChanged(answer.value);
  };
  const stop = async (): Promise<void> => {
    const answer = await work.api.call(noticeRoutes.stopMail, {});
    if (answer.ok) onStopped({ ...choice, state: 'off', masked: null, problem: null });
  };
  return (
    <div className={styles['form']}>
      <p>{t('notices.card.on', { address: choice.masked ?? '', hour: hourInWords(choice.hour) })}</p>
      {choice.problem !== null && <Notice tone="soon">{problemMessage(t, choice.problem)}</Notice>}
      <HourField hour={hour} onChange={setHour} />
      <div className={styles['actions']}>
        <Button onClick={() => void save()}>{t('notices.card.changeHour')}</Button>
        <Button kind="danger" onClick={() => void stop()}>
          {t('notices.card.stop')}
        </Button>
      </div>
      <p role="status">{saved && t('notices.card.saved')}</p>
    </div>
  );
}
