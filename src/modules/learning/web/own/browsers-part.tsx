import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Notice } from '#platform/web/ui';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import { ownCalls, type OwnLearning } from './own-calls.ts';

/** Ends the own learning on all browsers but the one in hand, where others reach it. */
export function BrowsersPart({
  own: { browsers, codeUntil },
  onChanged,
}: {
  readonly own: OwnLearning;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const [ended, setEnded] = useState(false);
  const { busy, refused, run } = useChange(() => {
    setEnded(true);
    onChanged();
  });
  if (browsers < 2 && !ended) return null;
  return (
    <section className={styles['task']} aria-labelledby="learning-own-browsers">
      <h2 id="learning-own-browsers">{t('learning.own.devices')}</h2>
      <div role="status">{ended && browsers < 2 && <p>{t('learning.own.endedOthers')}</p>}</div>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {browsers > 1 && (
        <>
          <p>{t('learning.own.endOthersLead')}</p>
          <p>
            <Button busy={busy && t('learning.own.asking')} onClick={() => void run(ownCalls.endOthers)}>
              {t('learning.own.endOthers')}
            </Button>
          </p>
        </>
      )}
      {codeUntil !== null && <p className={styles['small']}>{t('learning.own.codeOpens')}</p>}
    </section>
  );
}
