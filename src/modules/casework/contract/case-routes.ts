import { z } from 'zod';
import { defineRoute, isId } from '#platform/base';
import { caseStateNames } from '../model/open/case-state.ts';
import { dueSides, dueTypes, dueWeights } from '../model/open/due.ts';
import { phases } from '../model/open/phase.ts';
import { relations } from '../model/open/relation.ts';
import { caseId, caseStateSchema, day, dueId, userId } from './open-case-schema.ts';

const scope = z.enum(['mine', 'branch']).default('mine');
const branch = z.string().refine(isId).optional();
const limit = z.coerce.number().int().min(1).max(200).default(50);
/** Where the last page ended: day and id of its last row. */
const cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d_[0-9a-f-]{36}$/)
  .optional();
const count = z.int().min(0);

const member = z.strictObject({ user: userId, relation: z.enum(relations) });

const listed = z.strictObject({
  id: caseId,
  codeName: z.string(),
  branch: z.string(),
  state: caseStateSchema,
  phase: z.enum(phases),
  keepUntil: day,
  hold: day.nullable(),
  nextDate: day.nullable(),
  members: z.array(member),
  /** What the asker may do with it, by the acts of the policy. */
  allowed: z.array(z.string()),
});

const dueRow = z.strictObject({
  id: dueId,
  case: caseId,
  codeName: z.string(),
  phase: z.enum(phases),
  type: z.enum(dueTypes),
  date: day,
  whose: z.enum(dueSides),
  weight: z.enum(dueWeights),
});

const bySide = z.strictObject({ person: count, authority: count });

/** Routes over the open rows of cases. Everything sealed goes through the routes of spaces. */
export const caseRoutes = {
  listCases: defineRoute({
    name: 'listCases',
    method: 'GET',
    path: '/api/cases',
    query: z.strictObject({
      scope,
      branch,
      /** Running cases when absent. */
      state: z.enum([...caseStateNames, 'any']).optional(),
      phase: z.enum(phases).optional(),
      lead: userId.optional(),
      dueUntil: day.optional(),
      after: cursor,
      limit,
    }),
    output: z.strictObject({ cases: z.array(listed), next: z.string().nullable() }),
    permission: 'case.list',
    audit: { none: 'the rows hold neither name nor story; opening a case is what is recorded' },
    refusals: ['NotPermitted'],
  }),
  readOverview: defineRoute({
    name: 'readOverview',
    method: 'GET',
    path: '/api/cases-overview',
    query: z.strictObject({ branch }),
    output: z.strictObject({
      on: day,
      phases: z.array(z.strictObject({ phase: z.enum(phases), cases: count })),
      states: z.array(z.strictObject({ state: z.enum(caseStateNames), cases: count })),
      dates: z.strictObject({ overdue: bySide, within7: bySide, within30: bySide, within90: bySide }),
      /** The thirteen weeks from the Monday of this week on. */
      weeks: z.array(z.strictObject({ from: day, person: count, authority: count })),
      withoutLead: z.array(z.strictObject({ id: caseId, codeName: z.string(), since: day })),
      load: z.array(z.strictObject({ user: userId, cases: count, minutesThisMonth: count, minutesLastMonth: count })),
    }),
    permission: 'case.overview',
    audit: { none: 'counts of open rows' },
    refusals: [],
  }),
  listDue: defineRoute({
    name: 'listDue',
    method: 'GET',
    path: '/api/due',
    query: z.strictObject({ scope, branch, until: day.optional(), after: cursor, limit }),
    output: z.strictObject({ due: z.array(dueRow), next: z.string().nullable() }),
    permission: 'case.list',
    audit: { none: 'the rows hold neither name nor story' },
    refusals: ['NotPermitted'],
  }),
  recordHours: defineRoute({
    name: 'recordHours',
    method: 'POST',
    path: '/api/hours',
    input: z.strictObject({
      month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/),
      minutes: z.int().min(-6_000).max(6_000),
    }),
    output: z.strictObject({ month: z.string(), minutes: count }),
    permission: 'case.hours',
    audit: 'hours.recorded',
    refusals: ['MonthClosed', 'HoursBelowZero'],
  }),
} as const;
