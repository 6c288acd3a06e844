import type { CivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { sumTotals, sumYear } from '../../model/open/count/sum-steps.ts';
import styles from '../organise/organise.module.css';
import { ownDay } from './figures-table.ts';
import type { CourseOfFigures } from './use-figures.ts';

/** The sentence of a year, with the day up to which it goes and what waits. */
export function YearSentence({
  course,
  title,
  year,
  asOf,
}: {
  readonly course: CourseOfFigures;
  readonly title: string;
  readonly year: number;
  readonly asOf: CivilDate;
}) {
  const { t, formatDay } = useLanguage();
  const { people, organisations, held } = sumYear(course.organisations);
  const told = sumTotals(course.totals);
  const said = { year: String(year), title, people, organisations };
  return (
    <>
      <p>
        <strong>{t(people === 0 ? 'learning.figures.nobodyYet' : 'learning.figures.sentence', said)}</strong>
      </p>
      {told.people > 0 && <p>{t('learning.totals.sentence', told)}</p>}
      <p className={styles['small']}>
        {t('learning.figures.asOf', { day: formatDay(ownDay(asOf, year)) })}
        {held > 0 && <> {t('learning.figures.notYet', { held })}</>}
      </p>
    </>
  );
}
