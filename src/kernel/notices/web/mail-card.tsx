import { useEffect, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Card, Skeleton } from '#platform/web/ui';
import { noticeRoutes } from '../contract/notice-routes.ts';
import { AskForMail } from './ask-for-mail.tsx';
import { ConfirmMail } from './confirm-mail.tsx';
import type { MailChoice } from './mail-choice.ts';
import { MailIsOn } from './mail-is-on.tsx';

/** Whether, where and when a mail may say that something waits. Off until somebody asks for it. */
export function MailCard() {
  const { t } = useLanguage();
  const { work } = useWork();
  const [choice, setChoice] = useState<MailChoice | null>(null);
  const [anew, setAnew] = useState(false);
  useEffect(() => {
    void work.api.call(noticeRoutes.readMailChoice, {}).then((answer) => {
      if (answer.ok) setChoice(answer.value);
    });
  }, [work]);
  const take = (next: MailChoice): void => {
    setAnew(false);
    setChoice(next);
  };
  return (
    <Card title={t('notices.card.title')} id="mail">
      {choice === null && <Skeleton label={t('notices.card.title')} lines={3} />}
      {choice?.available === false && choice.state === 'off' && <p>{t('notices.card.none')}</p>}
      {choice?.available && (choice.state === 'off' || anew) && <AskForMail choice={choice} onAsked={take} />}
      {choice?.state === 'waiting' && !anew && (
        <ConfirmMail choice={choice} onConfirmed={take} onAnew={() => setAnew(true)} />
      )}
      {choice?.state === 'on' && !anew && <MailIsOn choice={choice} onChanged={take} />}
    </Card>
  );
}
