import { useCallback, useEffect, useState } from 'react';
import type { RouteOutput } from '#platform/base';
import { useWork } from '#kernel/spaces/web';
import { learningRoutes } from '../../contract/learning-routes.ts';
import { totalRoutes } from '../../contract/total-routes.ts';
import type { ListedOrganisation } from '../organise/listed-organisation.ts';

export type ToldTotal = RouteOutput<typeof totalRoutes.listTotals>['totals'][number];

interface Loaded {
  readonly totals: readonly ToldTotal[];
  readonly organisations: readonly ListedOrganisation[];
}

/** Sums that organisations told of a year, as they came in, and for whom there may be more. */
export function useTotals(year: number) {
  const { work } = useWork();
  const [loads, setLoads] = useState(0);
  const [answer, setAnswer] = useState<{ year: number; loaded: Loaded | null; refused: string | null } | null>(null);
  const reload = useCallback(() => setLoads((count) => count + 1), []);
  useEffect(() => {
    let wanted = true;
    void Promise.all([
      work.api.call(totalRoutes.listTotals, { query: { year: String(year) } }),
      work.api.call(learningRoutes.listOrganisations, {}),
    ]).then(([told, listed]) => {
      if (!wanted) return;
      const refusal = told.ok ? (listed.ok ? null : listed.refusal.type) : told.refusal.type;
      const loaded =
        told.ok && listed.ok ? { totals: told.value.totals, organisations: listed.value.organisations } : null;
      setAnswer({ year, loaded, refused: refusal });
    });
    return () => {
      wanted = false;
    };
  }, [work, year, loads]);
  const here = answer?.year === year ? answer : { loaded: null, refused: null };
  return { ...here, reload };
}
