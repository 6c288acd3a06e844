import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import type { BlockOf } from '../../model/open/release/released-block.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';
import type { BlockProgress } from './block-progress.ts';

/** A talk, one line at a time or all at once, as the learner likes; who speaks is always said. */
export function DialogueBlock({
  block,
  progress,
}: {
  readonly block: BlockOf<'dialogue'>;
  readonly progress: BlockProgress;
}) {
  const { t } = useLanguage();
  const { turns } = block;
  const [heard, setHeard] = useState(progress.shown ? turns.length : 1);
  const hear = (lines: number): void => {
    setHeard(lines);
    if (lines >= turns.length && !progress.shown) progress.showed();
  };
  const [listener] = turns.flatMap(({ who }) => (who === turns[0]?.who ? [] : [who]));
  return (
    <div className={styles['dialogue']}>
      <Words text={block.intro} />
      <ol className={styles['turns']} aria-live="polite">
        {turns.slice(0, heard).map(({ who, tone, say }, at) => (
          <li key={at} className={who === listener ? styles['answering'] : undefined}>
            <span className={styles['speaker']}>
              {who}
              {tone && <span className={styles['tone']}>, {tone}</span>}
            </span>
            <Words text={say} />
          </li>
        ))}
      </ol>
      {heard < turns.length && (
        <p className={styles['buttons']}>
          <Button onClick={() => hear(heard + 1)}>{t('learning.dialogue.next')}</Button>
          <Button kind="quiet" onClick={() => hear(turns.length)}>
            {t('learning.dialogue.all')}
          </Button>
        </p>
      )}
    </div>
  );
}
