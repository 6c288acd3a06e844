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
  const all = await listCountRoutes(tx, tenant, group.year, group);
  const known = await listKnownRoutes(tx, tenant, group);
  const routes = chooseRoute(routesInYear(all, group.year), wanted, (route) => known.has(route));
  if (!routes.ok) return routes;
  await saveCountRoutes(tx, tenant, group, routes.value, user);
  return ok(undefined);
}
