import { useId, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { isSignal, spottingScore } from '../../model/open/attempt/spotting-score.ts';
import { shuffleBy } from '../../model/open/attempt/shuffle-by.ts';
import type { BlockOf } from '../../model/open/release/released-block.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';
import { lastAnswer, type BlockProgress } from './block-progress.ts';
import { TaskButtons } from './task-buttons.tsx';

/** Things to look at, of which some deserve attention; false alarms count as much as what was missed. */
export function SpottingBlock({
  block,
  progress,
}: {
  readonly block: BlockOf<'spotting'>;
  readonly progress: BlockProgress;
}) {
  const { t } = useLanguage();
  const name = useId();
  const [marked, setMarked] = useState<readonly string[]>(lastAnswer(progress) ?? []);
  const [checked, setChecked] = useState<readonly string[] | null>(lastAnswer(progress));
  const [shown, setShown] = useState(false);
  const [time, setTime] = useState(0);
  const tell = (solution: boolean): void => {
    setShown(solution);
    setTime(time + 1);
  };
  const mark = (id: string, on: boolean): void => {
    setChecked(null);
    setMarked(on ? [...marked, id] : marked.filter((one) => one !== id));
  };
  const check = (): void => {
    setChecked(marked);
    tell(false);
    progress.answered(marked);
  };
  const show = (): void => {
    const right = block.items.filter(isSignal).map(({ id }) => id);
    setMarked(right);
    setChecked(right);
    tell(true);
    progress.showed();
  };
  return (
    <div className={styles['task']}>
      <fieldset className={styles['options']}>
        <legend>
          <Words text={block.setting} />
        </legend>
        {shuffleBy(`${progress.seed}/${block.id}`, block.items).map((item) => (
          <div key={item.id} className={styles['option']}>
            <label>
              <input
                type="checkbox"
                checked={marked.includes(item.id)}
                aria-describedby={checked ? `${name}-${item.id}` : undefined}
                onChange={(event) => mark(item.id, event.target.checked)}
              />
              <span>
                <Words text={item.text} />
              </span>
            </label>
            {checked && (
              <div
                id={`${name}-${item.id}`}
                className={isSignal(item) === checked.includes(item.id) ? styles['whyRight'] : styles['why']}
              >
                <strong>{t(verdictOf(isSignal(item), checked.includes(item.id)))}</strong>
                <Words text={item.why} />
              </div>
            )}
          </div>
        ))}
      </fieldset>
      <TaskButtons onCheck={check} onShow={show} />
      <div role="status">
        {checked &&
          (shown ? (
            <p key={time}>{t('learning.spotting.shown')}</p>
          ) : (
            <Score key={time} {...{ block, marked: checked }} />
          ))}
      </div>
    </div>
  );
}

function verdictOf(signal: boolean, marked: boolean) {
  if (signal) return marked ? 'learning.spotting.hit' : 'learning.spotting.miss';
  return marked ? 'learning.spotting.alarm' : 'learning.spotting.left';
}

function Score({ block, marked }: { readonly block: BlockOf<'spotting'>; readonly marked: readonly string[] }) {
  const { t, formatNumber } = useLanguage();
  const { hits, misses, falseAlarms, rightlyLeft, score } = spottingScore(block.items, marked);
  const numbers = [
    [t('learning.spotting.hits'), hits],
    [t('learning.spotting.misses'), misses],
    [t('learning.spotting.falseAlarms'), falseAlarms],
    [t('learning.spotting.rightlyLeft'), rightlyLeft],
  ] as const;
  return (
    <>
      <dl className={styles['score']}>
        {numbers.map(([name, number]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatNumber(number)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('learning.spotting.score', { share: Math.round(score * 100) })}</p>
      {marked.length === block.items.length && <p>{t('learning.spotting.everything')}</p>}
    </>
  );
}
