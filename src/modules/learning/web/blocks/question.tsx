import { useId, useState } from 'react';
import { wordsOf } from '#kernel/content';
import { useLanguage } from '#kernel/languages/web';
import { isRight, pairIn } from '../../model/open/attempt/is-right.ts';
import { shuffleBy } from '../../model/open/attempt/shuffle-by.ts';
import type { BlockOf, CheckOption } from '../../model/open/release/released-block.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';
import { Said } from '../said.tsx';
import type { AskedQuestion } from './asked-question.ts';
import { OptionChooser } from './option-chooser.tsx';

/** A question with its options, however they are chosen; every option is explained once it was checked. */
export function Question(asked: AskedQuestion) {
  const { t } = useLanguage();
  const name = useId();
  const { question, chosen, checked } = asked;
  const { kind } = question;
  const [moved, setMoved] = useState({ words: '', time: 0 });
  const tellMoved = (option: CheckOption, at: number): void => {
    const words = t('learning.check.moved', { what: wordsOf(option.text), at: at + 1, all: question.options.length });
    setMoved({ words, time: moved.time + 1 });
  };
  return (
    <fieldset className={styles['options']} disabled={asked.closed}>
      <legend>
        <Words text={question.prompt} />
        {kind !== 'single' && <span className={styles['small']}>{t(`learning.check.${kind}`)}</span>}
      </legend>
      {inOrder(asked).map((option, at) => (
        <div key={option.id} className={styles['option']}>
          <OptionChooser
            {...{ asked, option, at, name }}
            onMoved={(to) => tellMoved(option, to)}
            options={inOrder(asked)}
            chosen={kind === 'order' ? answerOnScreen(question, asked.seed, chosen) : chosen}
          />
          {checked && (
            <Why
              id={`${name}-${option.id}`}
              fits={fitsIn(question, option, checked)}
              moved={kind === 'order' || kind === 'match'}
              option={option}
            />
          )}
        </div>
      ))}
      {kind === 'order' && <Said {...moved} className="visually-hidden" />}
    </fieldset>
  );
}

/** The answer as it stands on the screen: an order is always one, everything else only once something was chosen. */
export function answerOnScreen(question: BlockOf<'check'>, seed: string, chosen: readonly string[]): readonly string[] {
  if (question.kind !== 'order' || chosen.length > 0) return chosen;
  const drawn = shuffleBy(`${seed}/${question.id}`, question.options).map(({ id }) => id);
  // An order that is right before anybody moved anything asks for nothing.
  return isRight(question, drawn) ? [...drawn.slice(1), ...drawn.slice(0, 1)] : drawn;
}

/** Whether nothing, or not enough, was chosen to check it. */
export function isUnanswered({ kind, options }: BlockOf<'check'>, chosen: readonly string[]): boolean {
  return kind === 'match' ? chosen.length < options.length : chosen.length === 0;
}

export function rightAnswer({ kind, options }: BlockOf<'check'>): readonly string[] {
  if (kind === 'match') return options.map(({ id }) => `${id}:${id}`);
  if (kind === 'order')
    return options.toSorted((left, right) => (left.place ?? 0) - (right.place ?? 0)).map(({ id }) => id);
  return options.filter(({ right }) => right).map(({ id }) => id);
}

function inOrder({ question, seed, chosen }: AskedQuestion): readonly CheckOption[] {
  const { options } = question;
  if (question.kind !== 'order') return shuffleBy(`${seed}/${question.id}`, options);
  return answerOnScreen(question, seed, chosen).flatMap((id) => options.find((option) => option.id === id) ?? []);
}

function fitsIn({ kind, options }: BlockOf<'check'>, option: CheckOption, checked: readonly string[]): boolean {
  if (kind === 'order') return checked[(option.place ?? 0) - 1] === option.id;
  if (kind !== 'match') return option.right;
  const partner = checked.map(pairIn).find(([id]) => id === option.id)?.[1];
  return options.find(({ id }) => id === partner)?.partner === option.partner;
}

function Why({
  id,
  fits,
  moved,
  option,
}: {
  readonly id: string;
  readonly fits: boolean;
  /** Whether it was moved or matched, rather than chosen or left. */
  readonly moved: boolean;
  readonly option: CheckOption;
}) {
  const { t } = useLanguage();
  const verdict = moved
    ? (['learning.sort.fits', 'learning.sort.fitsNot'] as const)
    : (['learning.check.fits', 'learning.check.fitsNot'] as const);
  return (
    <div id={id} className={fits ? styles['whyRight'] : styles['why']}>
      <strong>{t(verdict[fits ? 0 : 1])}</strong>
      <Words text={option.why} />
    </div>
  );
}
