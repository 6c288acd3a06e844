import { ok, type CivilDate, type Result } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import { chooseRoute, routesInYear, type CountRoute } from '../../model/open/count/count-route.ts';
import { listCountRoutes, listKnownRoutes, saveCountRoutes, type CountedGroup } from '../store/count-route-store.ts';

/** Chooses by which route a group is counted that is held (`holdCountedGroup`). */
export async function chooseGroupRoute(
  { tx, tenant, user }: Pick<RequestContext, 'tx' | 'tenant' | 'user'>,
  group: CountedGroup & { readonly year: number },
  wanted: { readonly route: CountRoute; readonly beside: string | null; readonly on: CivilDate },
): Promise<Result<undefined, { readonly type: 'RouteThere' | 'RouteTaken' }>> {
  const after = group.year + 1;
  const until = await listCountRoutes(tx, tenant, after, group);
  const all = until.filter(({ year }) => year <= group.year);
  const known = await listKnownRoutes(tx, tenant, group);
  const routes = chooseRoute(routesInYear(all, group.year), wanted, (route) => known.has(route));
  if (!routes.ok) return routes;
  // A year that has begun keeps the routes it has: what is chosen for the one before must not reach into it.
  const hasBegun = after <= Number(wanted.on.slice(0, 4));
  if (hasBegun && until.length === all.length)
    await saveCountRoutes(tx, tenant, { ...group, year: after }, routesInYear(all, group.year), user);
  await saveCountRoutes(tx, tenant, group, routes.value, user);
  return ok(undefined);
}
