import { evaluationStep } from '#kernel/gatherings';
import { useLanguage } from '#kernel/languages/web';
import { Card } from '#platform/web/ui';
import { WideTable } from '../figures/wide-table.tsx';
import { evaluationAnswers, questionsOf } from './evaluation-words.ts';
import type { LedSession } from './use-workshops.ts';
import styles from './workshops.module.css';

/** What people say of a session, in steps of five, for whoever leads it. */
export function EvaluationCard({ evaluation }: { readonly evaluation: LedSession['evaluation'] }) {
  const { t } = useLanguage();
  const { answered, shown, counts, words } = evaluation;
  const questions = questionsOf(t);
  return (
    <Card title={t('learning.evaluate.said')} beside={answered}>
      <div className={styles['stack']}>
        <p className={styles['small']}>{t('learning.evaluate.steps', { answered, shown, step: evaluationStep })}</p>
        {shown > 0 && (
          <WideTable label={t('learning.evaluate.said')} whole>
            <thead>
              <tr>
                <th scope="col">{t('learning.evaluate.sentence')}</th>
                {evaluationAnswers.map((answer) => (
                  <th key={answer} scope="col">
                    {t(`learning.evaluate.${answer}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {questions.map((question, at) => (
                <tr key={question}>
                  <th scope="row">{question}</th>
                  {evaluationAnswers.map((answer) => (
                    <td key={answer}>{counts[at]?.[answer - 1] ?? 0}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </WideTable>
        )}
        {words.length > 0 && (
          <>
            <h3>{t('learning.evaluate.inWords')}</h3>
            <ul className={styles['said']}>
              {words.map((one, at) => (
                <li key={at}>
                  <bdi>{one}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Card>
  );
}
