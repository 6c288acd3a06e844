import {
  dayInAmsterdam,
  ok,
  refuse,
  type AnyRefusal,
  type Result,
  type RouteOutput,
  type RouteRequest,
} from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { totalRoutes } from '../../contract/total-routes.ts';
import { doneVerbs, readDoneActivity } from '../../model/open/count/recognise-completion.ts';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import { isJsonObject } from '../../model/open/statement/check-value.ts';
import { countEarlier } from '../records/count-source.ts';
import { indexKey } from '../records/prepare-statement.ts';
import { holdCountedGroup } from '../store/count-route-store.ts';
import {
  insertSourceCourse,
  listDoneActivities,
  listSourceCourses,
  listSourceStores,
} from '../store/source-count-store.ts';
import { holdStore } from '../store/statement-store.ts';
import { chooseGroupRoute } from './choose-group-route.ts';

type Activities = RouteOutput<typeof totalRoutes.listSourceActivities>;

/** What the systems of an organisation said that somebody is done with, and which of it is counted as which course. */
export async function listSourceActivities(
  { tx, tenant }: RequestContext,
  organisation: OrganisationId,
): Promise<Result<Activities, AnyRefusal>> {
  const verbs = Object.values(doneVerbs).map((verb) => indexKey('verb', verb));
  const activities: Activities['activities'] = [];
  for (const { store, name } of await listSourceStores(tx, tenant, organisation)) {
    const found = (await listDoneActivities(tx, { tenant, store }, verbs)).flatMap(({ body }) => {
      const value: unknown = JSON.parse(body);
      return (isJsonObject(value) ? readDoneActivity(value) : null) ?? [];
    });
    const keys = found.map(({ iri }) => indexKey('activity', iri));
    const courses = await listSourceCourses(tx, { tenant, store }, keys);
    for (const { iri, verb, title } of found) {
      const course = courses.find((one) => one.iri === iri);
      // Counted by one verb: the others of the same activity would count the same people.
      if (course !== undefined && course.verb !== verb) continue;
      if (activities.some((one) => one.store === store && one.iri === iri && one.verb === verb)) continue;
      activities.push({ store, system: name, iri, verb, title, course: course?.course ?? null });
    }
  }
  return ok({ activities });
}

/** Says that an activity in a system of an organisation is a course: whoever is done with it is counted by the route `source`. */
export async function countSourceActivity(
  context: RequestContext,
  { params, input }: Pick<RouteRequest<typeof totalRoutes.countSourceActivity>, 'params' | 'input'>,
): Promise<Result<undefined, AnyRefusal>> {
  const { tx, tenant, user, clock } = context;
  const { organisation } = params;
  const { store, iri, verb, course, beside } = input;
  const stores = await listSourceStores(tx, tenant, organisation);
  if (!stores.some((one) => one.store === store)) return refuse({ type: 'NotFound' });
  const on = dayInAmsterdam(clock.now());
  const group = { organisation, course, year: Number(on.slice(0, 4)) };
  // In the order in which statements come in: first the partition, so that none is kept meanwhile, then the group.
  await holdStore(tx, { tenant, store });
  await holdCountedGroup(tx, tenant, group);
  const chosen = await chooseGroupRoute(context, group, { route: 'source', beside, on });
  if (!chosen.ok && chosen.refusal.type === 'RouteTaken') return chosen;
  const row = { store, activity: indexKey('activity', iri), organisation, iri, course, verb };
  if (!(await insertSourceCourse(tx, tenant, row, { on, by: user }))) return refuse({ type: 'ActivityCounted' });
  await countEarlier(tx, tenant, row, clock.now());
  return ok(undefined);
}
