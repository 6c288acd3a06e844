import { ok, refuse, type CivilDate, type Result } from '#platform/base';

/**
 * How we know that people of an organisation finished a course (learning design, 5.4): from our own player, receipts of its runs among
 * it; from a learning system of theirs that sends statements; from receipts of packages; from sums that they told us.
 */
export const countRoutes = ['player', 'source', 'receipts', 'totals'] as const;
export type CountRoute = (typeof countRoutes)[number];

/** A route by which an organisation is counted in a course and a year. */
export interface ChosenRoute {
  readonly route: CountRoute;
  /** Why nobody is counted by another route too; null for the one that needs no reason. */
  readonly beside: string | null;
  /** Null where nobody chose it. */
  readonly chosenOn: CivilDate | null;
}

/** Where nobody chose, our own player counts. */
const unchosen: readonly ChosenRoute[] = [{ route: 'player', beside: null, chosenOn: null }];

/** The routes of a year, out of all that were ever chosen for an organisation and a course: a year keeps what the last one had. */
export function routesInYear(
  chosen: readonly (ChosenRoute & { readonly year: number })[],
  year: number,
): readonly ChosenRoute[] {
  const last = Math.max(...chosen.filter((one) => one.year <= year).map((one) => one.year));
  const found = chosen.filter((one) => one.year === last).map(({ year: _year, ...one }) => one);
  return found.length === 0 ? unchosen : found;
}

/**
 * Chooses a route. Exactly one stands without a reason. Another is taken in its place only while nothing is counted by those that were
 * there; later it comes beside them, with the reason why nobody is counted twice.
 */
export function chooseRoute(
  now: readonly ChosenRoute[],
  { route, beside, on }: { readonly route: CountRoute; readonly beside: string | null; readonly on: CivilDate },
  isCounted: (route: CountRoute) => boolean,
): Result<readonly ChosenRoute[], { readonly type: 'RouteThere' | 'RouteTaken' }> {
  if (now.some((one) => one.route === route)) return refuse({ type: 'RouteThere' });
  if (beside !== null) return ok([...now, { route, beside, chosenOn: on }]);
  if (now.some((one) => isCounted(one.route))) return refuse({ type: 'RouteTaken' });
  return ok([{ route, beside: null, chosenOn: on }]);
}
