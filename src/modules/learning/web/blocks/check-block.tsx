import { useId, useState } from 'react';
import { RichTextView } from '#kernel/content/web';
import { useLanguage } from '#kernel/languages/web';
import { isRight } from '../../model/open/attempt/explain-completion.ts';
import { shuffleBy } from '../../model/open/attempt/shuffle-by.ts';
import type { BlockOf, CheckOption } from '../../model/open/release/released-course.ts';
import styles from '../player.module.css';
import type { BlockPlace } from './block-place.ts';
import { TaskButtons } from './task-buttons.tsx';
import { Verdict } from './verdict.tsx';

/** A question with options, tried as often as wanted; every option is explained. */
export function CheckBlock({ block, place }: { readonly block: BlockOf<'check'>; readonly place: BlockPlace }) {
  const { t } = useLanguage();
  const name = useId();
  const { kind, options } = block;
  const [chosen, setChosen] = useState<readonly string[]>(place.answer ?? []);
  const [checked, setChecked] = useState<readonly string[] | null>(place.answer);
  const [missing, setMissing] = useState(false);
  const tell = checked !== null;
  const choose = (id: string, on: boolean): void => {
    setMissing(false);
    setChecked(null);
    if (kind === 'single') setChosen([id]);
    else setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  };
  const check = (): void => {
    if (chosen.length === 0) return setMissing(true);
    setChecked(chosen);
    place.answered(chosen);
  };
  const show = (): void => {
    const right = options.filter((option) => option.right).map(({ id }) => id);
    setMissing(false);
    setChosen(right);
    setChecked(right);
    place.showed();
  };
  const found = options.filter(({ id, right }) => right && checked?.includes(id)).length;
  const all = options.filter(({ right }) => right).length;
  return (
    <div className={styles['task']}>
      <fieldset className={styles['options']}>
        <legend>
          <RichTextView text={block.prompt} mark={place.mark} />
          {kind === 'multiple' && <span className={styles['small']}>{t('learning.check.several')}</span>}
        </legend>
        {shuffleBy(`${place.seed}/${block.id}`, options).map((option) => (
          <div key={option.id} className={styles['option']}>
            <label>
              <input
                type={kind === 'single' ? 'radio' : 'checkbox'}
                name={name}
                checked={chosen.includes(option.id)}
                aria-describedby={tell ? `${name}-${option.id}` : undefined}
                onChange={(event) => choose(option.id, event.target.checked)}
              />
              <span>
                <RichTextView text={option.text} mark={place.mark} />
              </span>
            </label>
            {tell && <Why id={`${name}-${option.id}`} option={option} place={place} />}
          </div>
        ))}
      </fieldset>
      <TaskButtons onCheck={check} onShow={show} />
      <Verdict
        missing={missing}
        right={checked === null ? null : isRight(block, checked)}
        words={kind === 'multiple' && checked !== null ? t('learning.check.found', { found, all }) : ''}
      />
    </div>
  );
}

function Why({ id, option, place }: { readonly id: string; readonly option: CheckOption; readonly place: BlockPlace }) {
  const { t } = useLanguage();
  return (
    <div id={id} className={option.right ? styles['whyRight'] : styles['why']}>
      <strong>{t(option.right ? 'learning.check.fits' : 'learning.check.fitsNot')}</strong>
      <RichTextView text={option.why} mark={place.mark} />
    </div>
  );
}
