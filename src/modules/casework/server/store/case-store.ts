import { sql } from 'kysely';
import type { SpaceId, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { CaseStateName } from '../../model/open/case-state.ts';
import { nextDate, type Due } from '../../model/open/due.ts';
import type { CaseMember, OpenCase } from '../../model/open/open-case.ts';
import type { CaseworkTables } from './casework-tables.ts';
import { dateToRow } from './no-date.ts';

/** Dates of a case in the order in which they were signed, with the row itself: one question for everything that is open. */
const due = sql<readonly Due[]>`(
  SELECT coalesce(json_agg(json_build_object('id', d.id, 'type', d.type, 'date', d.date, 'whose', d.whose,
    'weight', d.weight, 'metOn', d.met_on) ORDER BY d.id), '[]')
  FROM casework.due d WHERE d.tenant = c.tenant AND d."case" = c.id)`;

/** The open values of cases exactly as they were signed; an id without a case is left out. */
export async function findOpenCases(
  tx: Tx,
  tenant: TenantId,
  ids: readonly SpaceId[],
): Promise<ReadonlyMap<SpaceId, OpenCase>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .withTables<CaseworkTables>()
    .selectFrom('casework.case as c')
    .select([
      'c.id',
      'c.code_name as codeName',
      'c.branch',
      'c.state_dates as state',
      'c.phase',
      'c.keep_until as keepUntil',
      'c.hold',
    ])
    .select(due.as('due'))
    .where('c.tenant', '=', tenant)
    .where((build) => build('c.id', '=', build.fn.any(build.val(ids))))
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Where the log of the case stands with these values. */
export interface LogPoint {
  readonly seq: number;
  readonly head: string;
}

/** Adds a case; false when its code name is taken in the tenant. */
export async function insertCase(
  tx: Tx,
  tenant: TenantId,
  id: SpaceId,
  openCase: OpenCase,
  at: LogPoint,
): Promise<boolean> {
  const inserted = await tx
    .withTables<CaseworkTables>()
    .insertInto('casework.case')
    .values({ tenant, id, code_name: openCase.codeName, branch: openCase.branch, ...caseColumns(openCase, at) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** Writes what changed in a case; code name and branch stay. */
export async function updateCase(
  tx: Tx,
  tenant: TenantId,
  id: SpaceId,
  openCase: OpenCase,
  at: LogPoint,
): Promise<void> {
  await tx
    .withTables<CaseworkTables>()
    .updateTable('casework.case')
    .set(caseColumns(openCase, at))
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute();
}

/** Notes how far the log of a case has come; its open values stay. */
export async function moveCase(tx: Tx, tenant: TenantId, id: SpaceId, { seq, head }: LogPoint): Promise<void> {
  await sql`UPDATE casework.case SET version = ${seq}, head = ${head} WHERE tenant = ${tenant} AND id = ${id}`.execute(
    tx,
  );
}

/**
 * The same, in these states of the case alone: in any other the statement refuses the whole transaction with `StateForbids`
 * and the name of the state. Nothing comes between, and nobody need wait for it.
 */
export async function moveCaseIn(
  tx: Tx,
  tenant: TenantId,
  id: SpaceId,
  { seq, head }: LogPoint,
  states: readonly CaseStateName[],
): Promise<void> {
  await sql`UPDATE casework.case SET head = ${head},
      version = CASE WHEN state = ANY (${[...states]}::text[]) THEN ${seq} ELSE platform.refuse('StateForbids', state) END
    WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
}

function caseColumns(openCase: OpenCase, { seq, head }: LogPoint) {
  return {
    state: openCase.state.name,
    state_dates: JSON.stringify(openCase.state),
    phase: openCase.phase,
    keep_until: openCase.keepUntil,
    hold: openCase.hold,
    next_date: dateToRow(nextDate(openCase.due)),
    version: seq,
    head,
  };
}

/** Makes the due rows of a case those given; rows that no longer hold go. False when an id is taken. */
export async function replaceDue(tx: Tx, tenant: TenantId, id: SpaceId, due: readonly Due[]): Promise<boolean> {
  const tables = tx.withTables<CaseworkTables>();
  await tables.deleteFrom('casework.due').where('tenant', '=', tenant).where('case', '=', id).execute();
  if (due.length === 0) return true;
  const inserted = await tables
    .insertInto('casework.due')
    .values(due.map(({ metOn, ...row }) => ({ tenant, case: id, ...row, met_on: metOn })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === BigInt(due.length);
}

/** Makes the members of a case those given, with the date that orders their lists. */
export async function replaceMembers(
  tx: Tx,
  tenant: TenantId,
  id: SpaceId,
  members: readonly CaseMember[],
  due: readonly Due[],
): Promise<void> {
  const tables = tx.withTables<CaseworkTables>();
  await tables.deleteFrom('casework.member').where('tenant', '=', tenant).where('space', '=', id).execute();
  if (members.length === 0) return;
  const next_date = dateToRow(nextDate(due));
  await tables
    .insertInto('casework.member')
    .values(members.map(({ user, relation }) => ({ tenant, user_id: user, space: id, relation, next_date })))
    .execute();
}

/** The coordinators of a case. */
export async function listCoordinators(tx: Tx, tenant: TenantId, id: SpaceId): Promise<readonly UserId[]> {
  const rows = await tx
    .withTables<CaseworkTables>()
    .selectFrom('casework.member')
    .select('user_id as user')
    .where('tenant', '=', tenant)
    .where('space', '=', id)
    .where('relation', '=', 'coordinator')
    .orderBy('user_id')
    .execute();
  return rows.map(({ user }) => user);
}
