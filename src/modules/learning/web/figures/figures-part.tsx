import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Button, Card, EmptyState, Notice, Select, Skeleton, Stack } from '#platform/web/ui';
import { refusalMessage } from '../refusal-message.ts';
import { usePartName } from '../training/use-part-name.ts';
import { CourseFigures } from './course-figures.tsx';
import { tableOfEffect } from './effect-table.ts';
import { figuresFileName, tableOfFigures } from './figures-table.ts';
import styles from './figures.module.css';
import { useFigures, type Figures } from './use-figures.ts';
import { useFigureWords } from './use-figure-words.ts';
import { WorkshopFiguresCard } from './workshop-figures-card.tsx';

/** How many people learned in a year, by month, organisation and language, to read and to take along. */
export function FiguresPart() {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const thisYear = Number(today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const { figures, refused } = useFigures(year);
  const words = useFigureWords(year);
  const nameOf = usePartName();
  const titleOf = (course: string): string => nameOf({ course, name: null });
  return (
    <Stack>
      <Select
        label={t('learning.figures.year')}
        options={[0, 1, 2].map((back) => String(thisYear - back)).map((value) => ({ value, label: value }))}
        value={String(year)}
        onChange={(event) => setYear(Number(event.target.value))}
      />
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {figures === null && refused === null && <Skeleton label={t('learning.figures.loading')} />}
      {figures?.courses.length === 0 && figures.workshops.length === 0 && (
        <EmptyState>{t('learning.figures.none', { year: String(year) })}</EmptyState>
      )}
      {figures?.courses.map((course) => (
        <CourseFigures
          key={course.course}
          course={course}
          title={course.title ?? titleOf(course.course)}
          year={year}
          figures={figures}
          words={words}
        />
      ))}
      {figures && <WorkshopFiguresCard figures={figures} words={words} />}
      <Card title={t('learning.figures.how')}>
        <p>{t('learning.figures.route')}</p>
        <p>{t('learning.figures.rule')}</p>
        <p>{t('learning.figures.notIn')}</p>
      </Card>
      {figures !== null && figures.courses.length + figures.workshops.length > 0 && (
        <Downloads figures={figures} year={year} titleOf={titleOf} words={words} />
      )}
    </Stack>
  );
}

function Downloads({
  figures,
  year,
  titleOf,
  words,
}: {
  readonly figures: Figures;
  readonly year: number;
  readonly titleOf: (course: string) => string;
  readonly words: ReturnType<typeof useFigureWords>;
}) {
  const { t } = useLanguage();
  const [said, setSaid] = useState<'made' | 'Unreachable' | null>(null);
  const save = async (kind: 'csv' | 'xlsx'): Promise<void> => {
    setSaid(null);
    const tables = [
      { name: t('learning.figures.sheet'), rows: tableOfFigures(figures, year, titleOf, words) },
      { name: t('learning.effect.sheet'), rows: tableOfEffect(figures, year, titleOf, words) },
    ];
    const saved = await import('./save-figures.ts')
      .then(({ saveFigures }) => saveFigures(tables, kind, figuresFileName(year, figures.asOf, kind)))
      .then(() => 'made' as const)
      // Without a connection not even what writes the file can be fetched.
      .catch(() => 'Unreachable' as const);
    setSaid(saved);
  };
  return (
    <>
      <p className={styles['downloads']}>
        <Button onClick={() => void save('csv')}>{t('learning.figures.csv')}</Button>
        <Button onClick={() => void save('xlsx')}>{t('learning.figures.xlsx')}</Button>
      </p>
      {said !== null && (
        <Notice tone={said === 'made' ? 'plain' : 'late'}>
          {said === 'made' ? t('learning.figures.made') : refusalMessage(t, said)}
        </Notice>
      )}
    </>
  );
}
