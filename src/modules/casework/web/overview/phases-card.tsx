import { useLanguage } from '#kernel/languages/web';
import { Bars, Card } from '#platform/web/ui';
import { OverviewPart } from './overview-part.tsx';
import type { OverviewState } from './use-overview.ts';

/** Open cases by phase. */
export function PhasesCard({ overview }: { readonly overview: OverviewState }) {
  const { t } = useLanguage();
  return (
    <Card title={t('casework.overview.phases')}>
      <OverviewPart overview={overview}>
        {({ phases }) => (
          <Bars
            bars={phases.map(({ phase, cases }) => ({
              name: phase,
              label: t(`casework.phase.${phase}`),
              value: cases,
            }))}
          />
        )}
      </OverviewPart>
    </Card>
  );
}
