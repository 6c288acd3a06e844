import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { isRight } from '../../model/open/attempt/is-right.ts';
import type { BlockOf } from '../../model/open/release/released-block.ts';
import styles from '../player.module.css';
import { lastAnswer, type BlockProgress } from './block-progress.ts';
import { answerOnScreen, isUnanswered, Question, rightAnswer } from './question.tsx';
import { TaskButtons } from './task-buttons.tsx';
import { Verdict } from './verdict.tsx';

/** A question with options, tried as often as wanted; every option is explained. */
export function CheckBlock({
  block,
  progress,
}: {
  readonly block: BlockOf<'check'>;
  readonly progress: BlockProgress;
}) {
  const { t } = useLanguage();
  const { options } = block;
  const [chosen, setChosen] = useState<readonly string[]>(lastAnswer(progress) ?? []);
  const [checked, setChecked] = useState<readonly string[] | null>(lastAnswer(progress));
  const [missing, setMissing] = useState(false);
  const check = (): void => {
    const answer = answerOnScreen(block, progress.seed, chosen);
    if (isUnanswered(block, answer)) return setMissing(true);
    setChosen(answer);
    setChecked(answer);
    progress.answered(answer);
  };
  const show = (): void => {
    const right = rightAnswer(block);
    setMissing(false);
    setChosen(right);
    setChecked(right);
    progress.showed();
  };
  const found = options.filter(({ id, right }) => right && checked?.includes(id)).length;
  const all = options.filter(({ right }) => right).length;
  return (
    <div className={styles['task']}>
      <Question
        question={block}
        seed={progress.seed}
        chosen={chosen}
        checked={checked}
        onChoose={(next) => {
          setMissing(false);
          setChecked(null);
          setChosen(next);
        }}
      />
      <TaskButtons onCheck={check} onShow={show} />
      <Verdict
        missing={missing}
        right={checked === null ? null : isRight(block, checked)}
        words={block.kind === 'multiple' && checked !== null ? t('learning.check.found', { found, all }) : ''}
      />
    </div>
  );
}
