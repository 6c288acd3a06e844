import { Link } from '@tanstack/react-router';
import { ClockAlert } from 'lucide-react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Card } from '#platform/web/ui';
import { caseLines } from '../cases/case-filter.ts';
import type { CaseloadState } from '../shared/caseload-store.ts';
import { titleOfDate } from '../shared/title-of-date.ts';
import { WeeksChart } from '../shared/weeks-chart.tsx';
import { CheckNow } from './check-now.tsx';
import { OverviewPart } from './overview-part.tsx';
import styles from './overview-screen.module.css';
import type { OverviewState } from './use-overview.ts';

/** How many dates are late or near, week by week, the next three, and those not checked yet. */
export function DatesCard({
  overview,
  caseload,
}: {
  readonly overview: OverviewState;
  readonly caseload: CaseloadState;
}) {
  const { t } = useLanguage();
  return (
    <Card title={t('casework.overview.dates')} beside={<Link to="/deadlines">{t('casework.overview.datesAll')}</Link>}>
      <OverviewPart overview={overview}>
        {(counts) => (
          <>
            <dl className={styles['numbers']}>
              {(['overdue', 'within7', 'within30', 'within90'] as const).map((span) => (
                <div key={span}>
                  <dt className={span === 'overdue' && counts.dates.overdue.person > 0 ? styles['late'] : ''}>
                    {span === 'overdue' && counts.dates.overdue.person > 0 && (
                      <ClockAlert size={16} strokeWidth={1.75} aria-hidden />
                    )}
                    {t(`casework.overview.${span}`)}
                  </dt>
                  <dd>{counts.dates[span].person}</dd>
                </div>
              ))}
            </dl>
            <WeeksChart weeks={counts.weeks} />
          </>
        )}
      </OverviewPart>
      <NextThree caseload={caseload} />
      <CheckNow caseload={caseload} />
    </Card>
  );
}

function NextThree({ caseload }: { readonly caseload: CaseloadState }) {
  const { t, language, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const next = caseLines(caseload.entries)
    .flatMap(({ id, open, entry }) =>
      open.due
        .filter(({ metOn, whose, date }) => metOn === null && whose === 'person' && date >= today)
        .map((due) => ({ id, open, due, title: titleOfDate(entry, due, language) })),
    )
    .toSorted((left, right) => (left.due.date < right.due.date ? -1 : 1))
    .slice(0, 3);
  if (next.length === 0) return null;
  return (
    <ul className={styles['next']} aria-label={t('casework.overview.nextThree')}>
      {next.map(({ id, open, due, title }) => (
        <li key={due.id}>
          <span>{formatShortDay(due.date, today)}</span>
          <span>
            <Link to="/cases/$case/$part" params={{ case: id, part: 'journey' }}>
              <bdi>{open.codeName}</bdi>
            </Link>{' '}
            <span className={styles['muted']}>{title ?? t(`casework.dueType.${due.type}`)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
