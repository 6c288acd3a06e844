import { useState } from 'react';
import { hasRole } from '#platform/crypto';
import { weeklyHours } from '#modules/casework';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Bars, Button, Card, PersonChip, StateMark } from '#platform/web/ui';
import { OverviewPart } from './overview-part.tsx';
import styles from './overview-screen.module.css';
import type { OverviewState } from './use-overview.ts';

/** Hours a week that a volunteer gives at most (product design). */
const limit = 8;
const shownAtFirst = 8;

/** Hours a week of volunteers against eight, most first; whose role has ended is said below the name. */
export function LoadCard({ overview }: { readonly overview: OverviewState }) {
  const { t, formatNumber } = useLanguage();
  const { names, session, today } = useOpenWork();
  const [all, setAll] = useState(false);
  const rowsOf = (load: Extract<OverviewState, { at: 'loaded' }>['value']['load']) =>
    load
      .map((row) => {
        const person = session.directory.people.get(row.user);
        const working = hasRole(person, 'volunteer', today);
        return { ...row, working, hours: weeklyHours(row, today) };
      })
      .filter(({ working, cases }) => working || cases > 0)
      .toSorted((left, right) => right.hours - left.hours || right.cases - left.cases);
  return (
    <Card title={t('casework.overview.load')} beside={t('casework.overview.loadBeside', { hours: limit })}>
      <OverviewPart overview={overview}>
        {({ load }) => {
          const rows = rowsOf(load);
          const shown = all ? rows : rows.slice(0, shownAtFirst);
          return (
            <>
              <Bars
                limit={limit}
                most={10}
                bars={shown.map(({ user, cases, hours, working }) => ({
                  name: user,
                  label: (
                    <span className={styles['loadOf']}>
                      <PersonChip name={names.get(user) ?? null} nobody={t('casework.noName')} />
                      <span className={styles['muted']}>
                        {t('casework.overview.cases', { count: cases })}
                        {!working && `, ${t('casework.overview.roleEnded')}`}
                      </span>
                    </span>
                  ),
                  value: hours,
                  shown:
                    hours > limit ? (
                      <StateMark kind="late">{t('casework.overview.hours', { hours: formatNumber(hours) })}</StateMark>
                    ) : (
                      t('casework.overview.hours', { hours: formatNumber(hours) })
                    ),
                  over: hours > limit,
                }))}
                caption={t('casework.overview.loadCaption')}
              />
              {rows.length > shown.length && (
                <Button kind="quiet" onClick={() => setAll(true)}>
                  {t('casework.overview.needsAll', { count: rows.length })}
                </Button>
              )}
            </>
          );
        }}
      </OverviewPart>
    </Card>
  );
}
