import { Link } from '@tanstack/react-router';
import { phases as allPhases } from '#modules/casework';
import { useLanguage } from '#kernel/languages/web';
import { Bars, Card } from '#platform/web/ui';
import { OverviewPart } from './overview-part.tsx';
import type { OverviewState } from './use-overview.ts';

/** Open cases by phase, in the order of a journey; each phase leads to its cases. */
export function PhasesCard({ overview, open }: { readonly overview: OverviewState; readonly open: number }) {
  const { t } = useLanguage();
  return (
    <Card title={t('casework.overview.phases')} beside={t('casework.way.open', { count: open })}>
      <OverviewPart overview={overview}>
        {({ phases }) => (
          <Bars
            bars={allPhases.flatMap((name) => {
              const cases = phases.find(({ phase }) => phase === name)?.cases ?? 0;
              if (cases === 0) return [];
              const label = (
                <Link to="/cases" search={{ phase: name }}>
                  {t(`casework.phase.${name}`)}
                </Link>
              );
              return [{ name, label, value: cases }];
            })}
          />
        )}
      </OverviewPart>
    </Card>
  );
}
