import { sql } from 'kysely';
import type { CivilDate, SpaceId, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { runningStates, type CaseStateName } from '../../model/open/case-state.ts';
import type { DueId, DueSide, DueType, DueWeight } from '../../model/open/due.ts';
import type { Phase } from '../../model/open/phase.ts';
import type { CaseworkTables } from './casework-tables.ts';

/** Running cases of a branch by phase and state. */
export function countCases(
  tx: Tx,
  tenant: TenantId,
  branch: string,
): Promise<{ phase: Phase; state: CaseStateName; cases: number }[]> {
  return tx
    .withTables<CaseworkTables>()
    .selectFrom('casework.case')
    .select((select) => ['phase', 'state', select.fn.countAll<number>().as('cases')])
    .where('tenant', '=', tenant)
    .where('branch', '=', branch)
    .where('state', 'not in', ['closed', 'declined'])
    .groupBy(['phase', 'state'])
    .orderBy('phase')
    .orderBy('state')
    .execute();
}

/** Unmet dates of running cases up to a day, counted by day and side. */
export function countDueByDay(
  tx: Tx,
  tenant: TenantId,
  branch: string,
  until: CivilDate,
): Promise<{ date: CivilDate; whose: DueSide; dates: number }[]> {
  return tx
    .withTables<CaseworkTables>()
    .selectFrom('casework.due as d')
    .innerJoin('casework.case as c', (join) => join.onRef('c.tenant', '=', 'd.tenant').onRef('c.id', '=', 'd.case'))
    .select((select) => ['d.date', 'd.whose', select.fn.countAll<number>().as('dates')])
    .where('d.tenant', '=', tenant)
    .where('d.met_on', 'is', null)
    .where('d.date', '<=', until)
    .where('c.branch', '=', branch)
    .where('c.state', 'in', runningStates)
    .groupBy(['d.date', 'd.whose'])
    .orderBy('d.date')
    .orderBy('d.whose')
    .execute();
}

/**
 * Accepted cases without a team and active ones without a lead, longest first; at most 100. Written as the index
 * `case_without_lead` is, which then gives the first hundred without looking at the rest.
 */
export async function listCasesWithoutLead(
  tx: Tx,
  tenant: TenantId,
  branch: string,
): Promise<readonly { readonly id: SpaceId; readonly codeName: string; readonly since: CivilDate }[]> {
  const rows = await tx
    .withTables<CaseworkTables>()
    .selectFrom('casework.case')
    .select(['id', 'code_name as codeName', 'state_dates as state'])
    .where('tenant', '=', tenant)
    .where('branch', '=', branch)
    .where(sql<boolean>`state IN ('accepted', 'active') AND (state = 'accepted' OR state_dates->>'lead' IS NULL)`)
    .orderBy(sql`state_dates->>'on'`)
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(({ id, codeName, state }) => ({ id, codeName, since: state.on }));
}

/** How many running cases each person leads or seconds in a branch. */
export function countCasesPerPerson(
  tx: Tx,
  tenant: TenantId,
  branch: string,
): Promise<{ user: UserId; cases: number }[]> {
  return tx
    .withTables<CaseworkTables>()
    .selectFrom('casework.member as m')
    .innerJoin('casework.case as c', (join) => join.onRef('c.tenant', '=', 'm.tenant').onRef('c.id', '=', 'm.space'))
    .select((select) => ['m.user_id as user', select.fn.countAll<number>().as('cases')])
    .where('m.tenant', '=', tenant)
    .where('m.relation', 'in', ['lead', 'second'])
    .where('c.branch', '=', branch)
    .where('c.state', 'in', runningStates)
    .groupBy('m.user_id')
    .orderBy('m.user_id')
    .execute();
}

/** One unmet date with the case it belongs to. */
export interface ListedDue {
  readonly id: DueId;
  readonly case: SpaceId;
  readonly codeName: string;
  readonly phase: Phase;
  readonly type: DueType;
  readonly date: CivilDate;
  readonly whose: DueSide;
  readonly weight: DueWeight;
}

/** A page of unmet dates of running cases, earliest first: of one member's cases or of a branch. */
export async function listDue(
  tx: Tx,
  tenant: TenantId,
  filter: {
    readonly of: { readonly user: UserId } | { readonly branch: string };
    readonly until?: CivilDate | undefined;
    readonly after?: { readonly date: CivilDate; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<readonly ListedDue[]> {
  const { of, until, after, limit } = filter;
  let query = tx
    .withTables<CaseworkTables>()
    .selectFrom('casework.due as d')
    .innerJoin('casework.case as c', (join) => join.onRef('c.tenant', '=', 'd.tenant').onRef('c.id', '=', 'd.case'))
    .select(['d.id', 'd.case', 'c.code_name as codeName', 'c.phase', 'd.type', 'd.date', 'd.whose', 'd.weight'])
    .where('d.tenant', '=', tenant)
    .where('d.met_on', 'is', null)
    .where('c.state', 'in', runningStates);
  query =
    'user' in of
      ? query.where((where) =>
          where.exists(
            where
              .selectFrom('casework.member as m')
              .select('m.space')
              .whereRef('m.tenant', '=', 'd.tenant')
              .whereRef('m.space', '=', 'd.case')
              .where('m.user_id', '=', of.user),
          ),
        )
      : query.where('c.branch', '=', of.branch);
  if (until) query = query.where('d.date', '<=', until);
  if (after) query = query.where(sql<boolean>`(d.date, d.id) > (${after.date}::date, ${after.id}::uuid)`);
  return query.orderBy('d.date').orderBy('d.id').limit(limit).execute();
}
