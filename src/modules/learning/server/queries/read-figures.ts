import { dayInAmsterdam, type RouteOutput } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { figureRoutes } from '../../contract/figure-routes.ts';
import { closedMonths, figuresOfYear } from '../../model/open/count/figures-of-year.ts';
import { figuresOfWorkshops } from '../../model/open/count/workshop-figures.ts';
import { countByMonth } from '../store/count-store.ts';
import { readEffect } from './read-effect.ts';
import { listOrganisations } from '../store/organisation-store.ts';
import { countPresences } from '../store/presence-store.ts';

/** Figures of a year as they may be told today. Of closed months they are the same on every day. */
export async function readFigures(
  { tx, tenant, clock }: RequestContext,
  year: number,
): Promise<RouteOutput<typeof figureRoutes.readFigures>> {
  const today = dayInAmsterdam(clock.now());
  const counted = await countByMonth(tx, tenant, year);
  const organisations = await listOrganisations(tx, tenant);
  const courses = figuresOfYear(organisations, counted, { year, today });
  const effects = await readEffect({ tx, clock }, tenant, year);
  const presences = await countPresences(tx, tenant, year);
  return {
    asOf: today,
    closed: closedMonths(year, today),
    courses: courses.map(({ organisations, ownLanguages, partnerLanguages, course }) => ({
      course,
      organisations: organisations.map((one) => ({ ...one, steps: [...one.steps] })),
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
