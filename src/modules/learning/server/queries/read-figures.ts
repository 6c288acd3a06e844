import { dayInAmsterdam, type RouteOutput } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { figureRoutes } from '../../contract/figure-routes.ts';
import { routesInYear, type ChosenRoute } from '../../model/open/count/count-route.ts';
import { closedMonths, figuresOfYear } from '../../model/open/count/figures-of-year.ts';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import { packageOfCourse } from '../../model/open/play/package-course.ts';
import { releaseTotals } from '../../model/open/count/release-totals.ts';
import { figuresOfWorkshops } from '../../model/open/count/workshop-figures.ts';
import { listCountRoutes, type CountedGroup } from '../store/count-route-store.ts';
import { countByMonth } from '../store/count-store.ts';
import { listPackageTitles } from '../store/imported-store.ts';
import { listOrganisations, type Organisation } from '../store/organisation-store.ts';
import { countPresences } from '../store/presence-store.ts';
import { listToldTotals, type ToldTotal } from '../store/told-total-store.ts';
import { readEffect } from './read-effect.ts';

type Figures = RouteOutput<typeof figureRoutes.readFigures>;

/** Figures of a year as they may be told today. Of closed months they are the same on every day. */
export async function readFigures({ tx, tenant, clock }: RequestContext, year: number): Promise<Figures> {
  const [today, counted] = [dayInAmsterdam(clock.now()), await countByMonth(tx, tenant, year)];
  const organisations = await listOrganisations(tx, tenant);
  const totals = await listToldTotals(tx, tenant, year);
  const routesOf = routesBy(await listCountRoutes(tx, tenant, year, null), year);
  const asked = { year, today, told: totals.map(({ course }) => course) };
  const courses = figuresOfYear(organisations, counted, {
    ...asked,
    routesOf: (organisation, course) => {
      if (packageOfCourse(course) === null) return routesOf(organisation, course).map(({ route }) => route);
      // Packages are played by our own people, and known in no other way.
      return organisations.some(({ id, own }) => own && id === organisation) ? ['played'] : [];
    },
  });
  const titles = await listPackageTitles(
    tx,
    tenant,
    courses.flatMap(({ course }) => packageOfCourse(course) ?? []),
  );
  const effects = await readEffect({ tx, clock }, tenant, year);
  const presences = await countPresences(tx, tenant, year);
  return {
    asOf: today,
    closed: closedMonths(year, today),
    // Courses of ours first.
    courses: courses
      .toSorted((one, other) => Number(titles.has(one.course)) - Number(titles.has(other.course)))
      .map(({ organisations: rows, ownLanguages, partnerLanguages, course }) => ({
        course,
        title: titles.get(course) ?? null,
        organisations: rows.map((one) => ({ ...one, steps: [...one.steps] })),
        ...tellRoutes(organisations, totals, course, (id) => routesOf(id, course)),
        ownLanguages: [...ownLanguages],
        partnerLanguages: { ...partnerLanguages, people: [...partnerLanguages.people] },
        effect: effects.get(course) ?? { until: 0, effect: null, droppedOut: null },
      })),
    workshops: figuresOfWorkshops(organisations, presences, { year, today }).map((one) => ({
      ...one,
      steps: [...one.steps],
    })),
  };
}

function routesBy(
  all: readonly (ChosenRoute & CountedGroup & { readonly year: number })[],
  year: number,
): (organisation: OrganisationId, course: string) => readonly ChosenRoute[] {
  return (organisation, course) =>
    routesInYear(
      all
        .filter((one) => one.organisation === organisation && one.course === course)
        .map(({ year: of, route, beside, chosenOn }) => ({ year: of, route, beside, chosenOn })),
      year,
    );
}

/** Sums of who is counted by them, and the routes of whoever is not counted by our player alone. */
function tellRoutes(
  organisations: readonly Organisation[],
  totals: readonly ToldTotal[],
  course: string,
  routesOf: (organisation: OrganisationId) => readonly ChosenRoute[],
): Pick<Figures['courses'][number], 'totals' | 'routes'> {
  const all = organisations.map(({ id, name, own }) => {
    const mine = totals.filter((one) => one.organisation === id && one.course === course);
    const routes = routesOf(id);
    const isTold = routes.some(({ route }) => route === 'totals');
    return { name, own, routes: [...routes], spans: isTold ? [...releaseTotals(mine, own)] : [] };
  });
  return {
    totals: all.filter(({ spans }) => spans.length > 0).map(({ name, own, spans }) => ({ name, own, spans })),
    routes: all
      .filter(({ routes }) => routes.some(({ route }) => route !== 'player'))
      .map(({ name, routes }) => ({ name, routes })),
  };
}
