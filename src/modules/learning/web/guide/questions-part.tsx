import { Card } from '#platform/web/ui';
import { GuideText } from './guide-text.tsx';
import styles from './guide.module.css';
import type { GuidePartProps } from './guide-part-props.ts';

/** Hard questions, each with an answer in a few sentences. */
export function QuestionsPart({ guide }: GuidePartProps) {
  return (
    <div lang={guide.language} className={styles['body']}>
      {guide.questions.map(({ id, asked, answer }) => (
        <Card key={id} title={asked}>
          <GuideText guide={guide} text={answer} />
        </Card>
      ))}
    </div>
  );
}
