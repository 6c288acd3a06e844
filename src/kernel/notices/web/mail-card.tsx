import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Card, Skeleton } from '#platform/web/ui';
import { noticeRoutes } from '../contract/notice-routes.ts';
import { AskForMail } from './ask-for-mail.tsx';
import { ConfirmMail } from './confirm-mail.tsx';
import styles from './mail-card.module.css';
import type { MailChoice } from './mail-choice.ts';
import { MailIsOn } from './mail-is-on.tsx';

/** Whether, where and when a mail may say that something waits. Off until somebody asks for it. */
export function MailCard() {
  const { t } = useLanguage();
  const { work } = useWork();
  const [choice, setChoice] = useState<MailChoice | null>(null);
  const [anew, setAnew] = useState(false);
  const [steps, setSteps] = useState(0);
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void work.api.call(noticeRoutes.readMailChoice, {}).then((answer) => {
      if (answer.ok) setChoice(answer.value);
    });
  }, [work]);
  // A step puts another form in the place of the one that had the focus: the focus goes along.
  useEffect(() => {
    if (steps > 0) part.current?.focus();
  }, [steps]);
  const step = (next: MailChoice | null, again = false): void => {
    setAnew(again);
    setChoice(next);
    setSteps((count) => count + 1);
  };
  return (
    <Card title={t('notices.card.title')} id="mail">
      <div ref={part} tabIndex={-1} role="group" aria-label={t('notices.card.title')} className={styles['step']}>
        {choice === null && <Skeleton label={t('notices.card.title')} lines={3} />}
        {choice?.available === false && choice.state === 'off' && <p>{t('notices.card.none')}</p>}
        {choice?.available && (choice.state === 'off' || anew) && <AskForMail choice={choice} onAsked={step} />}
        {choice?.state === 'waiting' && !anew && (
          <ConfirmMail choice={choice} onConfirmed={step} onAnew={() => step(choice, true)} />
        )}
        {choice?.state === 'on' && <MailIsOn choice={choice} onChanged={setChoice} onStopped={step} />}
      </div>
    </Card>
  );
}
