import { useId, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import type { BlockOf } from '../../model/open/release/released-block.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';

/**
 * Room for one's own words. They live on this screen alone: not saved, not sent, gone with the page (learning design, 2.3 and
 * 8.2); whoever wants to keep them copies or prints them.
 */
export function ReflectionBlock({ block }: { readonly block: BlockOf<'reflection'> }) {
  const { t } = useLanguage();
  const id = useId();
  const [words, setWords] = useState('');
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(words);
      setSaid(t('learning.reflection.copied'));
    } catch {
      setSaid(t('learning.reflection.notCopied'));
    }
  };
  return (
    <div className={styles['task']}>
      <div id={`${id}-label`}>
        <Words text={block.prompt} />
      </div>
      <div id={`${id}-hint`} className={styles['small']}>
        {block.hint && <Words text={block.hint} />}
        <p>{t('learning.reflection.stays')}</p>
      </div>
      <textarea
        rows={4}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => {
          setSaid('');
          setWords(event.target.value);
        }}
      />
      {words !== '' && (
        <p className={styles['buttons']}>
          <Button kind="quiet" onClick={() => void copy()}>
            {t('learning.reflection.copy')}
          </Button>
          <Button kind="quiet" onClick={() => print()}>
            {t('learning.reflection.print')}
          </Button>
        </p>
      )}
      <p role="status">{said}</p>
    </div>
  );
}
