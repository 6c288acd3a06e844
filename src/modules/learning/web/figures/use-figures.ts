import { useEffect, useState } from 'react';
import type { RouteOutput } from '#platform/base';
import { useWork } from '#kernel/spaces/web';
import { figureRoutes } from '../../contract/figure-routes.ts';

export type Figures = RouteOutput<typeof figureRoutes.readFigures>;
export type CourseOfFigures = Figures['courses'][number];
export type OrganisationOfFigures = CourseOfFigures['organisations'][number];

/** Figures of a year, as they may be told today; asked for anew when the year changes. */
export function useFigures(year: number): { readonly figures: Figures | null; readonly refused: string | null } {
  const { work } = useWork();
  const [answer, setAnswer] = useState<{ year: number; figures: Figures | null; refused: string | null } | null>(null);
  useEffect(() => {
    let wanted = true;
    void work.api.call(figureRoutes.readFigures, { query: { year: String(year) } }).then((found) => {
      if (!wanted) return;
      setAnswer({
        year,
        figures: found.ok ? found.value : null,
        refused: found.ok ? null : found.refusal.type,
      });
    });
    return () => {
      wanted = false;
    };
  }, [work, year]);
  return answer?.year === year ? answer : { figures: null, refused: null };
}
