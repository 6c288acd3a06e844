import { hasRole } from '#platform/crypto';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Bars, Card } from '#platform/web/ui';
import { OverviewPart } from './overview-part.tsx';
import type { OverviewState } from './use-overview.ts';

const hoursPerWeek = 8;
const weeksPerMonth = 52 / 12;

/** Hours of volunteers this month against eight a week; whose role has ended is said beside the name. */
export function LoadCard({ overview }: { readonly overview: OverviewState }) {
  const { t, formatNumber } = useLanguage();
  const { names, session, today } = useOpenWork();
  const limit = hoursPerWeek * weeksPerMonth;
  return (
    <Card title={t('casework.overview.load')} beside={t('casework.overview.loadBeside', { hours: Math.round(limit) })}>
      <OverviewPart overview={overview}>
        {({ load }) => (
          <Bars
            limit={limit}
            bars={load.map(({ user, cases, minutesThisMonth }) => {
              const hours = minutesThisMonth / 60;
              const person = session.directory.people.get(user);
              const working = hasRole(person, 'volunteer', today) || hasRole(person, 'coordinator', today);
              return {
                name: user,
                label: `${names.get(user) ?? t('casework.noName')}, ${t('casework.overview.cases', { count: cases })}${working ? '' : `, ${t('casework.overview.roleEnded')}`}`,
                value: hours,
                shown: t('casework.overview.hours', { hours: formatNumber(Math.round(hours * 10) / 10) }),
                over: hours > limit,
              };
            })}
            caption={t('casework.overview.loadCaption')}
          />
        )}
      </OverviewPart>
    </Card>
  );
}
