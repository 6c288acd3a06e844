import type { CivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Disclosure, WeekBars } from '#platform/web/ui';
import styles from './weeks-chart.module.css';

/** Dates of one week, ours and those of authorities. */
export interface WeekOfDates {
  readonly from: CivilDate;
  readonly person: number;
  readonly authority: number;
}

/** Our dates week by week from this week on; the numbers of both sides stand in the table below. */
export function WeeksChart({ weeks }: { readonly weeks: readonly WeekOfDates[] }) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  // The weekday says nothing at the start of a week, so only day and month stand under the bars.
  const shortest = (day: CivilDate): string => formatShortDay(day, day).split(' ').slice(1).join(' ');
  return (
    <WeekBars
      weeks={weeks.map(({ from, person }) => ({ name: from, shown: shortest(from), value: person }))}
      summary={t('casework.overview.weeks', { count: weeks[0]?.person ?? 0 })}
      caption={t('casework.overview.weeksCaption')}
      table={
        <Disclosure quiet summary={t('casework.overview.asTable')}>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{t('casework.overview.weekFrom')}</th>
                <th scope="col">{t('casework.overview.ours')}</th>
                <th scope="col">{t('casework.overview.authorities')}</th>
              </tr>
            </thead>
            <tbody>
              {weeks.map(({ from, person, authority }) => (
                <tr key={from}>
                  <th scope="row">{formatShortDay(from, today)}</th>
                  <td>{person}</td>
                  <td>{authority}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Disclosure>
      }
    />
  );
}
