import { useId, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import type { BlockOf, Hotspot } from '../../model/open/release/released-block.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';
import { Said } from '../said.tsx';
import { useFocusAfter } from '../use-focus-after.ts';
import { lastAnswer, type BlockProgress } from './block-progress.ts';

/** Spots in a picture to open, and the same spots as a list below it; either way everything is there. */
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
  const every = spots.map((spot) => spot.id);
  const [seen, setSeen] = useState<readonly string[]>(progress.shown ? every : (lastAnswer(progress) ?? []));
  const [open, setOpen] = useState(seen);
  const [quiet, setQuiet] = useState(false);
  const [first, focusFirst] = useFocusAfter<HTMLButtonElement>();
  const press = (spot: string): void => {
    if (open.includes(spot)) return setOpen(open.filter((one) => one !== spot));
    setOpen([...open, spot]);
    if (seen.includes(spot)) return;
    setSeen([...seen, spot]);
    progress.answered([...seen, spot]);
  };
  const openAll = (): void => {
    setOpen(every);
    setSeen(every);
    // Nobody is read six texts at once: the focus goes to the first of them, and the rest is below it.
    setQuiet(true);
    focusFirst();
    progress.showed();
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
            aria-expanded={open.includes(spot)}
            aria-controls={`${id}-${spot}`}
            onClick={() => press(spot)}
          >
            <span aria-hidden>{at + 1}</span>
          </button>
        ))}
      </div>
      <ol className={styles['spots']} aria-live={quiet ? 'off' : 'polite'}>
        {spots.map((spot, at) => (
          <li key={spot.id}>
            <Button
              kind="link"
              ref={at === 0 ? first : undefined}
              aria-expanded={open.includes(spot.id)}
              aria-controls={`${id}-${spot.id}`}
              onClick={() => press(spot.id)}
            >
              {spot.label}
            </Button>
            <div id={`${id}-${spot.id}`}>{open.includes(spot.id) && <Told spot={spot} />}</div>
          </li>
        ))}
      </ol>
      <div className={[styles['buttons'], styles['opened']].join(' ')}>
        <Said
          className={styles['small']}
          words={t('learning.hotspot.opened', { opened: seen.length, all: spots.length })}
        />
        {seen.length < spots.length && (
          <Button kind="quiet" onClick={openAll}>
            {t('learning.hotspot.all')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Told({ spot: { tell, relevant } }: { readonly spot: Hotspot }) {
  const { t } = useLanguage();
  return (
    <div className={relevant ? styles['why'] : styles['told']}>
      <strong>{t(relevant ? 'learning.hotspot.look' : 'learning.hotspot.leave')}</strong>
      <Words text={tell} />
    </div>
  );
}
