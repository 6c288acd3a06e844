import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { drawRound, readRound, rightInRound, writeRound } from '../../model/open/attempt/question-round.ts';
import type { BlockOf } from '../../model/open/release/released-block.ts';
import styles from '../player.module.css';
import { lastAnswer, type BlockProgress } from './block-progress.ts';
import { answerOnScreen, isUnanswered, Question, rightAnswer } from './question.tsx';
import { TaskButtons } from './task-buttons.tsx';
import { Verdict } from './verdict.tsx';

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
  const kept = lastAnswer(progress);
  // A round that was checked stays until others are asked for, also after the page was left.
  const [asked, setAsked] = useState<readonly string[]>(() => {
    const before = [...readRound(kept ?? []).keys()].filter((id) => bank.some((one) => one.id === id));
    return before.length > 0 ? before : drawRound(progress.seed, bank).map(({ id }) => id);
  });
  // By their ids: in another language they are the same questions.
  const questions = asked.flatMap((id) => bank.find((one) => one.id === id) ?? []);
  const [chosen, setChosen] = useState<Chosen>(() => readRound(kept ?? []));
  const [checked, setChecked] = useState<Chosen | null>(() => kept && readRound(kept));
  const [revealed, setRevealed] = useState(false);
  const [missing, setMissing] = useState(false);
  const next = (): void => {
    setAsked(drawRound(progress.seed, bank, asked).map(({ id }) => id));
    setChosen(new Map());
    setChecked(null);
    setRevealed(false);
    setMissing(false);
  };
  const check = (): void => {
    const answer = new Map(
      questions.map((one) => [one.id, answerOnScreen(one, progress.seed, chosen.get(one.id) ?? [])]),
    );
    if (questions.some((one) => isUnanswered(one, answer.get(one.id) ?? []))) return setMissing(true);
    setChecked(answer);
    setMissing(false);
    progress.answered(writeRound(answer));
  };
  const show = (): void => {
    setRevealed(true);
    setMissing(false);
    setChecked(new Map(questions.map((one) => [one.id, rightAnswer(one)])));
    setChosen(new Map(questions.map((one) => [one.id, rightAnswer(one)])));
    progress.showed();
  };
  const right = checked && rightInRound(bank, writeRound(checked));
  return (
    <div className={styles['task']}>
      {questions.map((question) => (
        <Question
          key={question.id}
          question={question}
          seed={progress.seed}
          chosen={chosen.get(question.id) ?? []}
          checked={checked?.get(question.id) ?? null}
          onChoose={(options) => {
            if (checked === null) setChosen(new Map([...chosen, [question.id, options]]));
          }}
        />
      ))}
      {checked === null ? (
        <TaskButtons onCheck={check} onShow={show} />
      ) : (
        <p className={styles['buttons']}>
          <Button onClick={next}>{t('learning.bank.next')}</Button>
        </p>
      )}
      {revealed && <p role="status">{t('learning.bank.revealed')}</p>}
      <Verdict
        missing={missing}
        right={right === null || revealed ? null : right >= (wanted ?? questions.length)}
        words={right === null || revealed ? '' : t('learning.bank.found', { right, all: questions.length })}
      />
    </div>
  );
}
