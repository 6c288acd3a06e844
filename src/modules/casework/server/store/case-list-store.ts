import type { CivilDate, SpaceId, TenantId, UserId } from '#platform/base';
import { sql } from 'kysely';
import type { Tx } from '#platform/server/db';
import { runningStates, type CaseStateName } from '../../model/open/case-state.ts';
import type { ListedCase } from '../../model/open/open-case.ts';
import type { Phase } from '../../model/open/phase.ts';
import { readRelation } from '../../model/open/relation.ts';
import type { CaseworkTables } from './casework-tables.ts';
import { dateFromRow } from './no-date.ts';

/** Which cases, in the order of their next date; `after` is where the last page ended. */
export interface CaseFilter {
  /** Cases of one person, or all of a branch. */
  readonly of:
    | { readonly user: UserId; readonly relation?: 'lead'; readonly branch?: string }
    | { readonly branch: string; readonly user?: never };
  readonly state?: CaseStateName | 'any' | undefined;
  readonly phase?: Phase | undefined;
  readonly dueUntil?: CivilDate | undefined;
  readonly after?: PageEnd | undefined;
  readonly limit: number;
}

/** The last row of a page: its day as the index keeps it, and its id. */
export interface PageEnd {
  readonly date: CivilDate;
  readonly id: SpaceId;
}

/** One page and where it ended; null when there is no more. */
export interface CasePage {
  readonly cases: readonly ListedCase[];
  readonly end: PageEnd | null;
}

/** One page of cases; the cost does not depend on how many there are. */
export async function listCases(tx: Tx, tenant: TenantId, filter: CaseFilter): Promise<CasePage> {
  const rows = await (filter.of.user === undefined
    ? casesOfBranch(tx, tenant, filter, filter.of.branch)
    : casesOfPerson(tx, tenant, filter, filter.of));
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  return {
    cases: page.map(({ rowDate, team, ...row }) => ({
      ...row,
      nextDate: dateFromRow(rowDate),
      members: (team ?? []).map(({ user, relation }) => ({ user, relation: readRelation(relation) })),
    })),
    end: rows.length > filter.limit && last ? { date: last.rowDate, id: last.id } : null,
  };
}

const columns = [
  'c.id',
  'c.code_name as codeName',
  'c.branch',
  'c.state_dates as state',
  'c.phase',
  'c.keep_until as keepUntil',
  'c.hold',
  'c.next_date as rowDate',
] as const;

/** Members of the case, leads first, with the row itself: one question for a page. */
const team = sql<readonly { readonly user: UserId; readonly relation: string }[] | null>`(
  SELECT json_agg(json_build_object('user', t.user_id, 'relation', t.relation)
    ORDER BY t.relation <> 'lead', t.user_id)
  FROM casework.member t WHERE t.tenant = c.tenant AND t.space = c.id)`;

/** Walks the membership index, so that twenty of my cases cost the same among a hundred thousand. */
function casesOfPerson(
  tx: Tx,
  tenant: TenantId,
  filter: CaseFilter,
  { user, relation, branch }: { readonly user: UserId; readonly relation?: 'lead'; readonly branch?: string },
) {
  let query = tx
    .withTables<CaseworkTables>()
    .selectFrom('casework.member as m')
    .innerJoin('casework.case as c', (join) => join.onRef('c.tenant', '=', 'm.tenant').onRef('c.id', '=', 'm.space'))
    .select(columns)
    .select(team.as('team'))
    .where('m.tenant', '=', tenant)
    .where('m.user_id', '=', user);
  const { after } = filter;
  if (branch) query = query.where('c.branch', '=', branch);
  if (relation) query = query.where('m.relation', '=', relation);
  if (after) query = query.where(sql<boolean>`(m.next_date, m.space) > (${after.date}::date, ${after.id}::uuid)`);
  if (filter.dueUntil) query = query.where('m.next_date', '<=', filter.dueUntil);
  if (filter.phase) query = query.where('c.phase', '=', filter.phase);
  if (filter.state !== 'any') query = query.where('c.state', 'in', filter.state ? [filter.state] : [...runningStates]);
  return query
    .orderBy('m.next_date')
    .orderBy('m.space')
    .limit(filter.limit + 1)
    .execute();
}

function casesOfBranch(tx: Tx, tenant: TenantId, filter: CaseFilter, branch: string) {
  let query = tx
    .withTables<CaseworkTables>()
    .selectFrom('casework.case as c')
    .select(columns)
    .select(team.as('team'))
    .where('c.tenant', '=', tenant)
    .where('c.branch', '=', branch);
  const { after } = filter;
  if (after) query = query.where(sql<boolean>`(c.next_date, c.id) > (${after.date}::date, ${after.id}::uuid)`);
  if (filter.dueUntil) query = query.where('c.next_date', '<=', filter.dueUntil);
  if (filter.phase) query = query.where('c.phase', '=', filter.phase);
  if (filter.state !== 'any') query = query.where('c.state', 'in', filter.state ? [filter.state] : [...runningStates]);
  return query
    .orderBy('c.next_date')
    .orderBy('c.id')
    .limit(filter.limit + 1)
    .execute();
}
