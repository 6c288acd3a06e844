import { ok } from '#platform/base';
import { bind, type BoundRoute } from '#platform/server/http';
import { totalRoutes } from '../contract/total-routes.ts';
import { countSourceActivity, listSourceActivities } from './commands/count-source-activity.ts';
import { chooseCountRoute, correctTotal, tellTotals } from './commands/tell-totals.ts';
import { listToldTotals } from './store/told-total-store.ts';

/** The routes about sums that organisations tell, bound to what they do. */
export const totalBindings: readonly BoundRoute[] = [
  bind(totalRoutes.listTotals, async ({ tx, tenant }, { query }) => {
    const found = await listToldTotals(tx, tenant, Number(query.year));
    return ok({ totals: found.map(({ year: _year, ...one }) => one) });
  }),
  bind(totalRoutes.tellTotals, (context, request) => tellTotals(context, request)),
  bind(totalRoutes.correctTotal, (context, request) => correctTotal(context, request)),
  bind(totalRoutes.listSourceActivities, (context, { params }) => listSourceActivities(context, params.organisation)),
  bind(totalRoutes.countSourceActivity, (context, request) => countSourceActivity(context, request)),
  bind(totalRoutes.chooseCountRoute, (context, request) => chooseCountRoute(context, request)),
];
