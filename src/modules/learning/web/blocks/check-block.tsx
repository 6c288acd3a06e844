import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { isRight } from '../../model/open/attempt/is-right.ts';
import type { BlockOf } from '../../model/open/release/released-block.ts';
import styles from '../player.module.css';
import { lastAnswer, type BlockProgress } from './block-progress.ts';
import { answerOnScreen, isUnanswered, Question, rightAnswer } from './question.tsx';
import { TaskButtons } from './task-buttons.tsx';
import { Verdict, type Outcome } from './verdict.tsx';

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
  const kept = lastAnswer(progress);
  const [chosen, setChosen] = useState<readonly string[]>(kept ?? []);
  const [checked, setChecked] = useState(kept);
  const [outcome, setOutcome] = useState<Outcome>(kept && outcomeOf(block, kept));
  const [time, setTime] = useState(0);
  const tell = (next: Outcome): void => {
    setOutcome(next);
    setTime(time + 1);
  };
  const check = (): void => {
    const answer = answerOnScreen(block, progress.seed, chosen);
    if (isUnanswered(block, answer)) return tell('missing');
    setChosen(answer);
    setChecked(answer);
    tell(outcomeOf(block, answer));
    progress.answered(answer);
  };
  const show = (): void => {
    const right = rightAnswer(block);
    setChosen(right);
    setChecked(right);
    tell('shown');
    progress.showed();
  };
  const found = options.filter(({ id, right }) => right && checked?.includes(id)).length;
  const all = options.filter(({ right }) => right).length;
  const counted = block.kind === 'multiple' && (outcome === 'right' || outcome === 'notYet');
  return (
    <div className={styles['task']}>
      <Question
        question={block}
        seed={progress.seed}
        chosen={chosen}
        checked={checked}
        closed={false}
        onChoose={(next) => {
          setOutcome(null);
          setChecked(null);
          setChosen(next);
        }}
      />
      <TaskButtons onCheck={check} onShow={show} />
      <Verdict outcome={outcome} words={counted ? t('learning.check.found', { found, all }) : ''} time={time} />
    </div>
  );
}

function outcomeOf(block: BlockOf<'check'>, answer: readonly string[]): Outcome {
  return isRight(block, answer) ? 'right' : 'notYet';
}
