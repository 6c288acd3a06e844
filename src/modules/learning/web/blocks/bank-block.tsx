import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import {
  drawRound,
  findRound,
  readRound,
  rightInRound,
  writeRound,
  type FoundRound,
} from '../../model/open/attempt/question-round.ts';
import type { BlockOf } from '../../model/open/release/released-block.ts';
import styles from '../player.module.css';
import { useFocusAfter } from '../use-focus-after.ts';
import { lastAnswer, type BlockProgress } from './block-progress.ts';
import { answerOnScreen, isUnanswered, Question, rightAnswer } from './question.tsx';
import { TaskButtons } from './task-buttons.tsx';
import { Verdict, type Outcome } from './verdict.tsx';

type Chosen = ReadonlyMap<string, readonly string[]>;

/**
 * A round of questions drawn from a bank, one for each objective. As many rounds as wanted, each with other questions; what
 * counts is the best one. Who had the answers shown takes new questions.
 */
export function BankBlock({
  bank,
  wanted,
  progress,
}: {
  readonly bank: readonly BlockOf<'check'>[];
  /** How many must be right; null where nothing asks for any. */
  readonly wanted: number | null;
  readonly progress: BlockProgress;
}) {
  const { t } = useLanguage();
  const { seed } = progress;
  const [round, setRound] = useState<FoundRound>(() =>
    findRound(seed, bank, { answered: lastAnswer(progress), shown: progress.shownLast }),
  );
  // By their ids: in another language they are the same questions.
  const questions = round.asked.flatMap((id) => bank.find((one) => one.id === id) ?? []);
  const [chosen, setChosen] = useState<Chosen>(() =>
    round.at === 'shown' ? answersTo(questions) : readRound(lastAnswer(progress) ?? []),
  );
  const [missing, setMissing] = useState(0);
  const [time, setTime] = useState(0);
  // The buttons go with the answer: the focus goes to what came of it, and with other questions to the first of them.
  const [verdict, focusVerdict] = useFocusAfter<HTMLParagraphElement>();
  const [first, focusFirst] = useFocusAfter<HTMLDivElement>();
  const next = (): void => {
    setRound({ asked: drawRound(seed, bank, round.asked).map(({ id }) => id), at: 'open' });
    setChosen(new Map());
    focusFirst();
  };
  const check = (): void => {
    const answer = new Map(questions.map((one) => [one.id, answerOnScreen(one, seed, chosen.get(one.id) ?? [])]));
    const unanswered = questions.filter((one) => isUnanswered(one, answer.get(one.id) ?? [])).length;
    setMissing(unanswered);
    setTime(time + 1);
    if (unanswered > 0) return;
    setChosen(answer);
    setRound({ ...round, at: 'checked' });
    focusVerdict();
    progress.answered(writeRound(answer));
  };
  const show = (): void => {
    setMissing(0);
    setChosen(answersTo(questions));
    setRound({ ...round, at: 'shown' });
    focusVerdict();
    progress.showed(round.asked);
  };
  const right = rightInRound(bank, writeRound(chosen));
  const outcome = outcomeOf(round, missing, right >= (wanted ?? questions.length));
  return (
    <div className={styles['task']}>
      <div
        ref={first}
        tabIndex={-1}
        role="group"
        aria-label={t('learning.bank.round', { all: questions.length })}
        className={styles['round']}
      >
        {questions.map((question) => (
          <Question
            key={question.id}
            question={question}
            seed={seed}
            chosen={chosen.get(question.id) ?? []}
            checked={round.at === 'open' ? null : (chosen.get(question.id) ?? [])}
            closed={round.at !== 'open'}
            onChoose={(options) => {
              setMissing(0);
              setChosen(new Map([...chosen, [question.id, options]]));
            }}
          />
        ))}
      </div>
      {round.at === 'open' && <TaskButtons onCheck={check} onShow={show} />}
      <Verdict outcome={outcome} words={said()} time={time} focus={verdict} />
      {round.at !== 'open' && (
        <p className={styles['buttons']}>
          <Button onClick={next}>{t('learning.bank.next')}</Button>
        </p>
      )}
    </div>
  );

  function said(): string {
    if (outcome === 'missing') return t('learning.bank.missing', { missing });
    if (outcome === 'shown') return t('learning.bank.revealed');
    return outcome === null ? '' : t('learning.bank.found', { right, all: questions.length });
  }
}

function outcomeOf({ at }: FoundRound, missing: number, enough: boolean): Outcome {
  if (at === 'open') return missing > 0 ? 'missing' : null;
  if (at === 'shown') return 'shown';
  return enough ? 'right' : 'notYet';
}

function answersTo(questions: readonly BlockOf<'check'>[]): Chosen {
  return new Map(questions.map((one) => [one.id, rightAnswer(one)]));
}
