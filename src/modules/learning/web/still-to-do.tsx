import { Check, Circle } from 'lucide-react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { explainCompletion, type ExplainedClause } from '../model/open/attempt/explain-completion.ts';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import styles from './player.module.css';
import type { Attempt } from './use-attempt.ts';

/** Why it is not complete yet: every clause of the rule in a sentence, met or not, with the way there. Always within reach. */
export function StillToDo({
  course,
  attempt,
  open,
  onGo,
  onAgain,
}: {
  readonly course: ReleasedCourse;
  readonly attempt: Attempt;
  readonly open: boolean;
  readonly onGo: (scene: string) => void;
  /** Goes to the beginning and begins. */
  readonly onAgain: (begin: () => void) => void;
}) {
  const { t } = useLanguage();
  const { complete, clauses } = explainCompletion(course, attempt.state);
  return (
    <details className={styles['toDo']} open={open}>
      <summary>{t(complete ? 'learning.done.summary' : 'learning.toDo.summary')}</summary>
      <ul>
        {clauses.map((clause, at) => (
          <li key={at}>
            {clause.met ? <Check size={18} aria-hidden /> : <Circle size={18} aria-hidden />}
            <span>
              {sentenceOf(clause)} <em>{t(stateOf(clause))}</em>
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
        <Button kind="quiet" onClick={() => onAgain(attempt.forget)}>
          {t('learning.toDo.forget')}
        </Button>
      </p>
      <p className={styles['small']}>{t('learning.toDo.againHint')}</p>
    </details>
  );

  function titleOf(scene: string): string {
    return course.scenes.find(({ id }) => id === scene)?.title ?? scene;
  }

  function sentenceOf({ clause, done }: ExplainedClause): string {
    if ('seen' in clause) return t('learning.toDo.seen', { title: titleOf(clause.seen) });
    if ('decided' in clause) return t('learning.toDo.decided', { title: titleOf(clause.in) });
    return t('learning.toDo.right', { right: clause.right, done });
  }
}

function stateOf({ met, skipped }: ExplainedClause) {
  if (skipped) return 'learning.toDo.skipped';
  return met ? 'learning.toDo.met' : 'learning.toDo.open';
}
