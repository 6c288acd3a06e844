import { useState } from 'react';
import { evaluationQuestions, type Evaluation } from '#kernel/gatherings';
import { useLanguage } from '#kernel/languages/web';
import { Button, Choice, Notice, TextArea } from '#platform/web/ui';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import { evaluationAnswers, questionsOf } from './evaluation-words.ts';
import styles from './workshops.module.css';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly type: string } };

/** Five questions about a session, and a few words; whose they are is kept nowhere. */
export function EvaluationForm({
  send,
  onChanged,
}: {
  readonly send: (said: Evaluation) => Promise<Answer>;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const { busy, refused, setRefused, run } = useChange(onChanged);
  const [answers, setAnswers] = useState<readonly (number | null)[]>(Array(evaluationQuestions).fill(null));
  const [words, setWords] = useState('');
  const submit = (): void => {
    const given = answers.filter((answer) => answer !== null);
    if (given.length < evaluationQuestions) return setRefused('AnswerMissing');
    void run(() => send({ answers: given, words: words.trim() === '' ? null : words.trim() }));
  };
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{t('learning.evaluate.lead')}</p>
      {questionsOf(t).map((question, at) => (
        <Choice
          key={question}
          legend={question}
          name={`question-${at + 1}`}
          inline
          value={answers[at]?.toString() ?? null}
          options={evaluationAnswers.map((value) => ({ value: String(value), label: t(`learning.evaluate.${value}`) }))}
          onChange={(value) => setAnswers(answers.map((old, place) => (place === at ? Number(value) : old)))}
        />
      ))}
      <TextArea
        label={t('learning.evaluate.words')}
        hint={t('learning.evaluate.wordsHint')}
        value={words}
        maxLength={400}
        rows={3}
        dir="auto"
        onChange={(event) => setWords(event.target.value)}
      />
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        <Button kind="main" type="submit" busy={busy && t('learning.organise.saving')}>
          {t('learning.evaluate.send')}
        </Button>
      </p>
    </form>
  );
}
