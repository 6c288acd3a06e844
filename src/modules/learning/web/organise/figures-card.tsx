import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Card, Notice, Skeleton } from '#platform/web/ui';
import { useFigures } from '../figures/use-figures.ts';
import { YearSentence } from '../figures/year-sentence.tsx';
import { refusalMessage } from '../refusal-message.ts';
import styles from './organise.module.css';

/** How many people finished this year, and the way to where they come from. */
export function FiguresCard({ titleOf }: { readonly titleOf: (course: string) => string }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const year = Number(today.slice(0, 4));
  const { figures, refused } = useFigures(year);
  return (
    <Card title={t('learning.figures.title', { year: String(year) })}>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {figures === null && refused === null && <Skeleton label={t('learning.figures.loading')} />}
      {figures?.courses.length === 0 && <p>{t('learning.figures.none', { year: String(year) })}</p>}
      {figures?.courses.map((course) => (
        <YearSentence
          key={course.course}
          course={course}
          title={course.title ?? titleOf(course.course)}
          year={year}
          asOf={figures.asOf}
        />
      ))}
      <p className={styles['apart']}>
        <Link to="/learning/$part" params={{ part: 'figures' }}>
          {t('learning.figures.byMonth')}
        </Link>
      </p>
    </Card>
  );
}
