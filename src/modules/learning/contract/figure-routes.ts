import { z } from 'zod';
import { countRoutes } from '../model/open/count/count-route.ts';
import { totalBases } from '../model/open/count/release-totals.ts';
import { defineRoute, parseCivilDate, type CivilDate } from '#platform/base';

// The brand is given here, where the text has just been checked.
const day = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null);
const month = z.int().min(1).max(12);
const number = z.int().nullable();

/** Months told together; a number of a partner is null where it is told with a later step. */
const step = z.strictObject({
  from: month,
  until: month,
  people: number,
  completions: number,
  certificates: number,
  began: number,
});

const byLanguage = z.array(z.strictObject({ language: z.string(), people: z.int() }));

const groupScore = z.strictObject({
  hitRate: z.number(),
  falseAlarmRate: z.number(),
  heavyRate: z.number(),
  sensitivity: z.number(),
  sureRight: z.number().nullable(),
  sureWrong: z.number().nullable(),
});
const difference = z.strictObject({ mean: z.number(), low: z.number(), high: z.number() });

/** What a group of ten and more learned, of all organisations together; never of one, and of no person. */
const effect = z.strictObject({
  until: z.int().min(0).max(12),
  droppedOut: z.int().nullable(),
  effect: z
    .strictObject({
      pairs: z.int().min(10),
      before: groupScore,
      after: groupScore,
      hits: difference,
      falseAlarms: difference,
    })
    .nullable(),
});

const span = z.strictObject({
  from: month,
  until: month,
  people: number,
  completions: number,
  basis: z.enum(totalBases),
  corrected: z.boolean(),
  waiting: z.boolean(),
});

const chosenRoute = z.strictObject({
  route: z.enum(countRoutes),
  /** Why nobody is counted by another one too; null for the one that needs no reason. */
  beside: z.string().nullable(),
  chosenOn: day.nullable(),
});

const ofCourse = z.strictObject({
  effect,
  course: z.string(),
  /** What a package from elsewhere is called; null for a course of ours. */
  title: z.string().nullable(),
  organisations: z.array(
    z.strictObject({
      /** How we know: a row for each route by which people are counted one by one. */
      route: z.enum(['player', 'source', 'receipts', 'played']),
      name: z.string(),
      own: z.boolean(),
      steps: z.array(step),
      /** Whether closed months wait to be told with later ones. */
      held: z.boolean(),
    }),
  ),
  /** Sums that organisations told, apart from what we counted. */
  totals: z.array(z.strictObject({ name: z.string(), own: z.boolean(), spans: z.array(span) })),
  /** Organisations that are not, or not only, counted by our own player; more than one route has its reason. */
  routes: z.array(z.strictObject({ name: z.string(), routes: z.array(chosenRoute) })),
  ownLanguages: byLanguage,
  /** Of all partners together, up to and with a month; 0 while nothing may be told. */
  partnerLanguages: z.strictObject({ until: z.int().min(0).max(12), people: byLanguage }),
});

/** Places at workshops that were used, of whom; steps as above. */
const ofWorkshops = z.array(
  z.strictObject({
    of: z.enum(['own-people', 'organisation', 'guests']),
    name: z.string().nullable(),
    own: z.boolean(),
    steps: z.array(z.strictObject({ from: month, until: month, presences: z.int() })),
    held: z.boolean(),
  }),
);

/** The route of figures. Whoever asks gets what may be told and nothing to work out the rest from. */
export const figureRoutes = {
  readFigures: defineRoute({
    name: 'readFigures',
    method: 'GET',
    path: '/api/learning/figures',
    // Whole years alone: spans of one's own choosing would give small numbers away by their differences.
    query: z.strictObject({ year: z.string().regex(/^20\d\d$/) }),
    output: z.strictObject({
      /** The day up to which our own are counted. */
      asOf: day,
      /** How many months of the year are closed: no partner is told of beyond them. */
      closed: z.int().min(0).max(12),
      courses: z.array(ofCourse),
      workshops: ofWorkshops,
    }),
    permission: 'learning.count',
    audit: { none: 'counts alone, small ones of partners neither shown nor to be worked out' },
    refusals: [],
  }),
} as const;
