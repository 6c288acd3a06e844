import { useState } from 'react';
import type { CivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { Button, Notice } from '#platform/web/ui';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { ownCalls } from './own-calls.ts';

/** A code to go on in another browser, shown once; a new one ends the one before. */
export function CodePart({ until, onDrawn }: { readonly until: CivilDate | null; readonly onDrawn: () => void }) {
  const { t, formatDay } = useLanguage();
  const [code, setCode] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const draw = async (): Promise<void> => {
    const answer = await ownCalls.drawCode();
    setRefused(answer.ok ? null : answer.refusal.type);
    if (!answer.ok) return;
    setCode(answer.value.code);
    onDrawn();
  };
  return (
    <section className={styles['task']} aria-labelledby="learning-own-code">
      <h2 id="learning-own-code">{t('learning.own.elsewhere')}</h2>
      <p>{t('learning.own.elsewhereLead')}</p>
      {code !== null && (
        <Notice>
          <p>
            <strong className={styles['signs']}>{code}</strong>
          </p>
          <p>{t('learning.own.codeOnce')}</p>
        </Notice>
      )}
      {until !== null && <p>{t('learning.own.codeUntil', { day: formatDay(until) })}</p>}
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        <Button onClick={() => void draw()}>{t(until === null ? 'learning.own.draw' : 'learning.own.drawAnew')}</Button>
      </p>
    </section>
  );
}
