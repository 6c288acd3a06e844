import { useId, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import type { BlockOf } from '../../model/open/release/released-block.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';
import { lastAnswer, type BlockProgress } from './block-progress.ts';

/** Places in a picture to open, and the same places as a list below it; either way everything is there. */
export function HotspotBlock({
  block,
  progress,
}: {
  readonly block: BlockOf<'hotspot'>;
  readonly progress: BlockProgress;
}) {
  const { t } = useLanguage();
  const id = useId();
  const { spots } = block;
  const [opened, setOpened] = useState<readonly string[]>(
    progress.shown ? spots.map((spot) => spot.id) : (lastAnswer(progress) ?? []),
  );
  const open = (spot: string): void => {
    if (opened.includes(spot)) return;
    setOpened([...opened, spot]);
    progress.answered([...opened, spot]);
  };
  return (
    <div className={styles['task']}>
      <Words text={block.prompt} />
      <div className={styles['picture']} dir="ltr">
        <img src={block.media} alt={block.alt} />
        {spots.map(({ id: spot, shape: { x, y, w, h }, label }, at) => (
          <button
            key={spot}
            type="button"
            className={styles['spot']}
            style={{ left: `${String(x)}%`, top: `${String(y)}%`, width: `${String(w)}%`, height: `${String(h)}%` }}
            aria-label={t('learning.hotspot.place', { number: at + 1, label })}
            aria-expanded={opened.includes(spot)}
            aria-controls={`${id}-${spot}`}
            onClick={() => open(spot)}
          >
            <span aria-hidden>{at + 1}</span>
          </button>
        ))}
      </div>
      <ol className={styles['spots']} aria-live="polite">
        {spots.map(({ id: spot, label, tell, relevant }) => (
          <li key={spot} id={`${id}-${spot}`}>
            {opened.includes(spot) ? (
              <div className={relevant ? styles['why'] : styles['told']}>
                <strong>
                  {label}. {t(relevant ? 'learning.hotspot.look' : 'learning.hotspot.leave')}
                </strong>
                <Words text={tell} />
              </div>
            ) : (
              <Button kind="link" onClick={() => open(spot)}>
                {label}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <p className={styles['buttons']}>
        <span className={styles['small']}>
          {t('learning.hotspot.opened', { opened: opened.length, all: spots.length })}
        </span>
        {opened.length < spots.length && (
          <Button
            kind="quiet"
            onClick={() => {
              setOpened(spots.map((spot) => spot.id));
              progress.showed();
            }}
          >
            {t('learning.hotspot.all')}
          </Button>
        )}
      </p>
    </div>
  );
}
