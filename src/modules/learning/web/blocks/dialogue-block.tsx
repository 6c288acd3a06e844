import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import type { BlockOf } from '../../model/open/release/released-block.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';
import { useFocusAfter } from '../use-focus-after.ts';
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
  // The first of the lines that came last. With the last line the buttons go, and it takes the focus.
  const [latest, setLatest] = useState(0);
  const [line, focusLine] = useFocusAfter<HTMLLIElement>();
  const isOver = heard >= turns.length;
  const onward = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Each line pushes the button down: whoever presses it again must not lose it out of sight.
    if (document.activeElement === onward.current) onward.current?.scrollIntoView({ block: 'nearest' });
  }, [heard]);
  const hear = (lines: number): void => {
    setLatest(heard);
    setHeard(lines);
    if (lines < turns.length) return;
    focusLine();
    if (!progress.shown) progress.showed();
  };
  const [listener] = turns.flatMap(({ who }) => (who === turns[0]?.who ? [] : [who]));
  return (
    <div className={styles['dialogue']}>
      <Words text={block.intro} />
      {/* A line that takes the focus is read out by that alone. */}
      <ol className={styles['turns']} aria-live={isOver ? 'off' : 'polite'}>
        {turns.slice(0, heard).map(({ who, tone, say }, at) => (
          <li
            key={at}
            ref={at === latest ? line : undefined}
            tabIndex={at === latest ? -1 : undefined}
            className={who === listener ? styles['answering'] : undefined}
          >
            <span className={styles['speaker']}>
              {who}
              {tone && <span className={styles['tone']}>, {tone}</span>}
            </span>
            <Words text={say} />
          </li>
        ))}
      </ol>
      {!isOver && (
        <p className={styles['buttons']}>
          <Button ref={onward} onClick={() => hear(heard + 1)}>
            {t('learning.dialogue.next')}
          </Button>
          <Button kind="quiet" onClick={() => hear(turns.length)}>
            {t('learning.dialogue.all')}
          </Button>
        </p>
      )}
    </div>
  );
}
