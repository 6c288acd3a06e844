import { Check, Circle } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Notice } from '#platform/web/ui';
import { explainCompletion, type ExplainedClause } from '../model/open/attempt/explain-completion.ts';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import { clauseSentence } from './clause-sentence.ts';
import styles from './player.module.css';
import type { Attempt } from './use-attempt.ts';

/** Why it is not complete yet: every clause of the rule in a sentence, met or not, with the way there. Always within reach. */
export function StillToDo({
  course,
  attempt,
  open,
  onGo,
  onAgain,
  onForget,
}: {
  readonly course: ReleasedCourse;
  readonly attempt: Attempt;
  readonly open: boolean;
  readonly onGo: (scene: string) => void;
  /** Goes to the beginning and begins. */
  readonly onAgain: (begin: () => void) => void;
  /** Takes back what was sent, before what lies here is forgotten. */
  readonly onForget: () => Promise<boolean>;
}) {
  const { t } = useLanguage();
  const { complete, clauses } = explainCompletion(course, attempt.state);
  const [left, setLeft] = useState(false);
  const forget = async (): Promise<void> => {
    const gone = await onForget();
    setLeft(!gone);
    if (gone) onAgain(attempt.forget);
  };
  return (
    <details className={styles['toDo']} open={open}>
      <summary>{t(complete ? 'learning.done.summary' : 'learning.toDo.summary')}</summary>
      <ul>
        {clauses.map((clause, at) => (
          <li key={at}>
            {clause.met ? <Check size={18} aria-hidden /> : <Circle size={18} aria-hidden />}
            <span>
              {clauseSentence(t, { ...clause, titleOf })} <em>{t(stateOf(clause))}</em>
            </span>
            {!clause.met && (
              <Button kind="link" onClick={() => onGo(clause.scene)}>
                {t('learning.toDo.go', { title: titleOf(clause.scene) })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className={styles['buttons']}>
        <Button kind="quiet" onClick={() => onAgain(attempt.startAgain)}>
          {t('learning.toDo.again')}
        </Button>
        <Button kind="quiet" onClick={() => void forget()}>
          {t('learning.toDo.forget')}
        </Button>
      </p>
      {left && <Notice tone="late">{t('learning.toDo.notTakenBack')}</Notice>}
      <p className={styles['small']}>{t('learning.toDo.againHint')}</p>
    </details>
  );

  function titleOf(scene: string): string {
    return course.scenes.find(({ id }) => id === scene)?.title ?? scene;
  }
}

function stateOf({ met, skipped }: ExplainedClause) {
  if (skipped) return 'learning.toDo.skipped';
  return met ? 'learning.toDo.met' : 'learning.toDo.open';
}
