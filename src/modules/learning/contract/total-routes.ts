import { z } from 'zod';
import { defineRoute, isId, parseCivilDate, type CivilDate } from '#platform/base';
import { countRoutes } from '../model/open/count/count-route.ts';
import type { OrganisationId, TotalId } from '../model/open/count/learning-ids.ts';
import { doneVerbNames } from '../model/open/count/recognise-completion.ts';
import { totalBases } from '../model/open/count/release-totals.ts';
import type { StoreId } from '../model/open/statement/record-ids.ts';

// Brands are given here, where the text has just been checked.
const idOf = <Id>() => z.custom<Id>((value) => typeof value === 'string' && isId(value));
const day = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null);
const courseId = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const month = z.int().min(1).max(12);
const number = z.int().min(0).max(1_000_000);
const year = z.int().min(2020).max(2199);
const sum = {
  from: month,
  until: month,
  /** Each person once a year. */
  people: number,
  /** With those who had finished before: never fewer than people. */
  completions: number,
  basis: z.enum(totalBases),
};

/** Sums that organisations tell of themselves, and by which route an organisation is counted in a course and a year. */
export const totalRoutes = {
  listTotals: defineRoute({
    name: 'listTotals',
    method: 'GET',
    path: '/api/learning/totals',
    query: z.strictObject({ year: z.string().regex(/^20\d\d$/) }),
    /** As they came in, with all that was corrected; the figures tell less of partners. */
    output: z.strictObject({
      totals: z.array(
        z.strictObject({
          id: idOf<TotalId>(),
          replaces: idOf<TotalId>().nullable(),
          organisation: idOf<OrganisationId>(),
          course: courseId,
          ...sum,
          means: z.enum(['typed', 'file']),
          toldOn: day,
        }),
      ),
    }),
    permission: 'learning.tell-totals',
    audit: 'learning.totals-listed',
    refusals: [],
  }),
  tellTotals: defineRoute({
    name: 'tellTotals',
    method: 'POST',
    path: '/api/learning/organisations/:organisation/totals',
    params: z.strictObject({ organisation: idOf<OrganisationId>() }),
    input: z.strictObject({
      course: courseId,
      year,
      means: z.enum(['typed', 'file']),
      /** Why nobody in these sums is counted by another route too; null where there is no other. */
      beside: z.string().trim().min(10).max(300).nullable(),
      totals: z
        .array(z.strictObject({ id: idOf<TotalId>(), ...sum }))
        .min(1)
        .max(12),
    }),
    output: 'nothing',
    permission: 'learning.tell-totals',
    audit: 'learning.totals-told',
    refusals: ['NotFound', 'MonthOpen', 'MonthsTaken', 'RunsFewer', 'RouteTaken', 'Stale'],
  }),
  correctTotal: defineRoute({
    name: 'correctTotal',
    method: 'POST',
    path: '/api/learning/totals/:total/correct',
    params: z.strictObject({ total: idOf<TotalId>() }),
    /** Of the same months; none takes it back. */
    input: z.strictObject({ id: idOf<TotalId>(), people: number, completions: number }),
    output: 'nothing',
    permission: 'learning.tell-totals',
    audit: 'learning.total-corrected',
    refusals: ['NotFound', 'RunsFewer', 'Stale'],
  }),
  listSourceActivities: defineRoute({
    name: 'listSourceActivities',
    method: 'GET',
    path: '/api/learning/organisations/:organisation/activities',
    params: z.strictObject({ organisation: idOf<OrganisationId>() }),
    output: z.strictObject({
      /** What its systems said that somebody is done with; never who, nor how many. */
      activities: z.array(
        z.strictObject({
          store: idOf<StoreId>(),
          system: z.string(),
          iri: z.string(),
          verb: z.enum(doneVerbNames),
          title: z.string().nullable(),
          /** As which course it is counted; null for none. */
          course: courseId.nullable(),
        }),
      ),
    }),
    permission: 'learning.tell-totals',
    audit: { none: 'names of modules in learning systems; nothing of whoever learned' },
    refusals: [],
  }),
  countSourceActivity: defineRoute({
    name: 'countSourceActivity',
    method: 'POST',
    path: '/api/learning/organisations/:organisation/activities',
    params: z.strictObject({ organisation: idOf<OrganisationId>() }),
    input: z.strictObject({
      store: idOf<StoreId>(),
      iri: z.string().min(1).max(2_000),
      verb: z.enum(doneVerbNames),
      course: courseId,
      beside: z.string().trim().min(10).max(300).nullable(),
    }),
    output: 'nothing',
    permission: 'learning.tell-totals',
    audit: 'learning.source-activity-counted',
    refusals: ['NotFound', 'RouteTaken', 'ActivityCounted'],
  }),
  chooseCountRoute: defineRoute({
    name: 'chooseCountRoute',
    method: 'POST',
    path: '/api/learning/organisations/:organisation/route',
    params: z.strictObject({ organisation: idOf<OrganisationId>() }),
    input: z.strictObject({
      course: courseId,
      year,
      route: z.enum(countRoutes),
      /** Null takes it in the place of those that are there, while nothing is counted by them. */
      beside: z.string().trim().min(10).max(300).nullable(),
    }),
    output: 'nothing',
    permission: 'learning.tell-totals',
    audit: 'learning.count-route-chosen',
    refusals: ['NotFound', 'RouteThere', 'RouteTaken', 'MonthOpen'],
  }),
} as const;
