import type { ReactNode } from 'react';
import type { RouteOutput } from '#platform/base';
import type { caseRoutes } from '#modules/casework';
import { useLanguage } from '#kernel/languages/web';
import { Button, Notice, Skeleton } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import type { OverviewState } from './use-overview.ts';

/** A card's content once the counts are there; each card fails alone and can be tried again. */
export function OverviewPart({
  overview,
  children,
}: {
  readonly overview: OverviewState;
  readonly children: (counts: RouteOutput<typeof caseRoutes.readOverview>) => ReactNode;
}) {
  const { t } = useLanguage();
  if (overview.at === 'loading') return <Skeleton label={t('casework.overview.loading')} />;
  if (overview.at === 'loaded') return children(overview.value);
  return (
    <Notice tone="late">
      <p>{caseRefusalMessage(t, overview.refusal)}</p>
      <div>
        <Button onClick={overview.again}>{t('casework.tryAgain')}</Button>
      </div>
    </Notice>
  );
}
