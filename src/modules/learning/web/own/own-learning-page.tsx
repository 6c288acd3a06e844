import { useEffect, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Notice, Skeleton, TakesFocus } from '#platform/web/ui';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { useLoaded } from '../use-loaded.ts';
import { BrowsersPart } from './browsers-part.tsx';
import { CodePart } from './code-part.tsx';
import { ForgetPart } from './forget-part.tsx';
import { KeptPart } from './kept-part.tsx';
import { NobodyPart } from './nobody-part.tsx';
import { ownCalls } from './own-calls.ts';
import { AnswerLetter, RemindersPart } from './reminders-part.tsx';
import { useTakenFromAddress } from '../use-taken-from-address.ts';

/** The secret of the link in a letter. */
const letterShape = /^#mail=([A-Za-z0-9_-]{22})$/;

/** The page of the own learning: what is kept, a code to go on elsewhere, and taking all of it back. Nobody else need be asked. */
export function OwnLearningPage() {
  const { t } = useLanguage();
  const { found, refused, reload } = useLoaded(ownCalls.read);
  const letter = useTakenFromAddress(letterShape)?.[1] ?? null;
  const [gone, setGone] = useState(false);
  useEffect(() => {
    document.title = t('learning.own.title');
  }, [t]);
  const isNobody = refused === 'NotJoined';
  const forgotten = gone && (
    <TakesFocus label={t('learning.own.gone')}>
      <Notice>{t('learning.own.goneLead')}</Notice>
    </TakesFocus>
  );
  return (
    <main className={styles['player']}>
      <h1>{t('learning.own.title')}</h1>
      {letter !== null && <AnswerLetter secret={letter} onAnswered={reload} />}
      {forgotten}
      {!gone && found === null && refused === null && <Skeleton label={t('learning.own.loading')} lines={4} />}
      {refused !== null && !isNobody && (
        <>
          <Notice tone="late">{refusalMessage(t, refused)}</Notice>
          <p>
            <Button onClick={reload}>{t('learning.tryAgain')}</Button>
          </p>
        </>
      )}
      {!gone && isNobody && <NobodyPart byLetter={letter !== null} onResumed={reload} onGone={() => setGone(true)} />}
      {!gone && found !== null && !isNobody && (
        <>
          <KeptPart own={found} />
          <RemindersPart reminders={found.reminders} needsCode={found.codeUntil === null} onChanged={reload} />
          <BrowsersPart own={found} onChanged={reload} />
          <CodePart until={found.codeUntil} onDrawn={reload} />
          <ForgetPart own={found} onGone={() => setGone(true)} />
        </>
      )}
    </main>
  );
}
