import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Card, Disclosure, Rows, StateMark, WeekBars } from '#platform/web/ui';
import { caseLines } from '../cases/case-filter.ts';
import type { CaseloadState } from '../shared/caseload-store.ts';
import { OverviewPart } from './overview-part.tsx';
import styles from './overview-screen.module.css';
import type { OverviewState } from './use-overview.ts';

/** How many dates are late or near, week by week, and the next three. */
export function DatesCard({
  overview,
  caseload,
}: {
  readonly overview: OverviewState;
  readonly caseload: CaseloadState;
}) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const next = caseLines(caseload.entries)
    .filter(({ next: date }) => date !== null && date >= today)
    .slice(0, 3);
  const unchecked = caseload.entries.filter(({ trust }) => trust === 'not-checked').length;
  return (
    <Card title={t('casework.overview.dates')} beside={<Link to="/deadlines">{t('casework.overview.datesAll')}</Link>}>
      <OverviewPart overview={overview}>
        {(counts) => (
          <>
            <div className={styles['numbers']}>
              {(['overdue', 'within7', 'within30', 'within90'] as const).map((span) => (
                <div key={span} className={span === 'overdue' && counts.dates.overdue.person > 0 ? styles['late'] : ''}>
                  <strong>{counts.dates[span].person}</strong>
                  <span className={styles['muted']}>{t(`casework.overview.${span}`)}</span>
                </div>
              ))}
            </div>
            <WeekBars
              weeks={counts.weeks.map(({ from, person }) => ({ name: from, value: person }))}
              summary={t('casework.overview.weeks', { count: counts.weeks[0]?.person ?? 0 })}
              table={
                <Disclosure summary={t('casework.overview.asTable')}>
                  <table className={styles['table']}>
                    <thead>
                      <tr>
                        <th scope="col">{t('casework.overview.weekFrom')}</th>
                        <th scope="col">{t('casework.overview.ours')}</th>
                        <th scope="col">{t('casework.overview.authorities')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {counts.weeks.map(({ from, person, authority }) => (
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
          </>
        )}
      </OverviewPart>
      <Rows>
        {next.map(({ id, open, next: date, entry }) => (
          <li key={id}>
            <div className={styles['row']}>
              <span>{date && formatShortDay(date, today)}</span>
              <Link to="/cases/$case/$part" params={{ case: id, part: 'journey' }}>
                <bdi>{open.codeName}</bdi>
              </Link>
              <span className={styles['muted']}>{entry.head?.nextDates.find((one) => one.date === date)?.title}</span>
            </div>
          </li>
        ))}
      </Rows>
      {unchecked > 0 && (
        <StateMark kind="unchecked">{t('casework.overview.unchecked', { count: unchecked })}</StateMark>
      )}
    </Card>
  );
}
