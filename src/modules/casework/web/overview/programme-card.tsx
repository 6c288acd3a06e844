import { useLanguage } from '#kernel/languages/web';
import { Card } from '#platform/web/ui';
import { OverviewPart } from './overview-part.tsx';
import styles from './overview-screen.module.css';
import type { OverviewState } from './use-overview.ts';

const states = ['referred', 'intake', 'waiting', 'accepted', 'active', 'paused', 'closing', 'aftercare'] as const;

/** Where the cases of the programme are, and the hours given; counted on the server, without names. */
export function ProgrammeCard({ overview }: { readonly overview: OverviewState }) {
  const { t, formatNumber } = useLanguage();
  const hours = (minutes: number): string =>
    t('casework.overview.hours', { hours: formatNumber(Math.round(minutes / 60)) });
  return (
    <Card title={t('casework.overview.programme')}>
      <OverviewPart overview={overview}>
        {(counts) => {
          const sum = (key: 'minutesThisMonth' | 'minutesLastMonth'): number =>
            counts.load.reduce((total, row) => total + row[key], 0);
          const rows: readonly (readonly [string, string])[] = [
            ...states.flatMap((name) => {
              const cases = counts.states.find(({ state }) => state === name)?.cases ?? 0;
              return cases === 0 ? [] : [[t(`casework.state.${name}`), formatNumber(cases)] as const];
            }),
            [t('casework.overview.hoursThisMonth'), hours(sum('minutesThisMonth'))],
            [t('casework.overview.hoursLastMonth'), hours(sum('minutesLastMonth'))],
          ];
          return (
            <dl className={styles['facts']}>
              {rows.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          );
        }}
      </OverviewPart>
      <p className={styles['small']}>{t('casework.overview.programmeFoot')}</p>
    </Card>
  );
}
