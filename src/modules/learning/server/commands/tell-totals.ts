import { dayInAmsterdam, ok, refuse, type AnyRefusal, type Result, type RouteRequest } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { totalRoutes } from '../../contract/total-routes.ts';
import { closedMonths } from '../../model/open/count/figures-of-year.ts';
import { hasMonths } from '../../model/open/count/release-totals.ts';
import { holdCountedGroup, type CountedGroup } from '../store/count-route-store.ts';
import { findOrganisation } from '../store/organisation-store.ts';
import { findToldTotal, insertToldTotals, listToldTotals } from '../store/told-total-store.ts';
import { chooseGroupRoute } from './choose-group-route.ts';

type Done = Result<undefined, AnyRefusal>;

/** Keeps sums that an organisation told, all or none: of closed months alone, no month twice, under the route `totals`. */
export async function tellTotals(
  context: RequestContext,
  { params, input }: Pick<RouteRequest<typeof totalRoutes.tellTotals>, 'params' | 'input'>,
): Promise<Done> {
  const { tx, tenant, user, clock } = context;
  const { course, year, means, beside, totals } = input;
  const group = { organisation: params.organisation, course, year };
  if ((await findOrganisation(tx, tenant, group.organisation)) === null) return refuse({ type: 'NotFound' });
  const today = dayInAmsterdam(clock.now());
  if (totals.some(({ from, until }) => from > until || until > closedMonths(year, today)))
    return refuse({ type: 'MonthOpen' });
  if (totals.some(({ people, completions }) => completions < people)) return refuse({ type: 'RunsFewer' });
  await holdCountedGroup(tx, tenant, group);
  const entries = totals.map((one) => ({ ...one, ...group, means, replaces: null, toldOn: today }));
  const held = (await listToldTotals(tx, tenant, year)).filter((one) => isOf(one, group));
  const twice = entries.some((one, at) => hasMonths([...held, ...entries.slice(0, at)], one));
  if (twice) return refuse({ type: 'MonthsTaken' });
  const chosen = await chooseGroupRoute(context, group, { route: 'totals', beside, on: today });
  if (!chosen.ok && chosen.refusal.type === 'RouteTaken') return chosen;
  return (await insertToldTotals(tx, tenant, entries, user)) ? ok(undefined) : refuse({ type: 'Stale' });
}

/** Puts a sum right: a new entry for the same months, which holds from now on; the one before stays to be seen. */
export async function correctTotal(
  { tx, tenant, user, clock }: RequestContext,
  { params, input }: Pick<RouteRequest<typeof totalRoutes.correctTotal>, 'params' | 'input'>,
): Promise<Done> {
  const found = await findToldTotal(tx, tenant, params.total);
  if (found === null) return refuse({ type: 'NotFound' });
  if (input.completions < input.people) return refuse({ type: 'RunsFewer' });
  await holdCountedGroup(tx, tenant, found);
  const entry = {
    ...found,
    ...input,
    replaces: found.id,
    means: 'typed',
    toldOn: dayInAmsterdam(clock.now()),
  } as const;
  return (await insertToldTotals(tx, tenant, [entry], user)) ? ok(undefined) : refuse({ type: 'Stale' });
}

/** Chooses by which route an organisation is counted in a course and a year. */
export async function chooseCountRoute(
  context: RequestContext,
  { params, input }: Pick<RouteRequest<typeof totalRoutes.chooseCountRoute>, 'params' | 'input'>,
): Promise<Done> {
  const { tx, tenant, clock } = context;
  const { course, year, route, beside } = input;
  const group = { organisation: params.organisation, course, year };
  const today = dayInAmsterdam(clock.now());
  if ((await findOrganisation(tx, tenant, group.organisation)) === null) return refuse({ type: 'NotFound' });
  if (year > Number(today.slice(0, 4))) return refuse({ type: 'MonthOpen' });
  await holdCountedGroup(tx, tenant, group);
  return chooseGroupRoute(context, group, { route, beside, on: today });
}

function isOf(one: CountedGroup, { organisation, course }: CountedGroup): boolean {
  return one.organisation === organisation && one.course === course;
}
