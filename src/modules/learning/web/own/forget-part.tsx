import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Notice } from '#platform/web/ui';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { forgetHere } from './forget-here.ts';
import { ownCalls, type OwnLearning } from './own-calls.ts';

/** Takes everything back, alone: on the server and in this browser. */
export function ForgetPart({ own, onGone }: { readonly own: OwnLearning; readonly onGone: () => void }) {
  const { t } = useLanguage();
  const [sure, setSure] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const forget = async (): Promise<void> => {
    const answer = await ownCalls.forget();
    setRefused(answer.ok ? null : answer.refusal.type);
    if (!answer.ok) return;
    await forgetHere([...new Set([...own.runs, ...own.completions].map(({ course }) => course))]);
    onGone();
  };
  return (
    <section className={styles['task']} aria-labelledby="learning-own-forget">
      <h2 id="learning-own-forget">{t('learning.own.forget')}</h2>
      <p>{t('learning.own.forgetLead')}</p>
      {own.colleague && <p>{t('learning.own.forgetColleague')}</p>}
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        {sure ? (
          <Button kind="danger" onClick={() => void forget()}>
            {t('learning.own.forgetSure')}
          </Button>
        ) : (
          <Button onClick={() => setSure(true)}>{t('learning.own.forgetNow')}</Button>
        )}
      </p>
    </section>
  );
}
