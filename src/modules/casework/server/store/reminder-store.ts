import type { CivilDate, SpaceId, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { runningStates, type CaseState } from '../../model/open/case-state.ts';
import type { Due } from '../../model/open/due.ts';
import type { CaseMember } from '../../model/open/open-case.ts';
import { readRelation } from '../../model/open/relation.ts';
import type { CaseworkTables } from './casework-tables.ts';

/** What reminders need of a running case. */
export interface RemindableCase {
  readonly id: SpaceId;
  readonly state: CaseState;
  /** Unmet dates up to the day that was asked for. */
  readonly due: readonly Due[];
  readonly members: readonly CaseMember[];
}

/** Running cases with an unmet date up to a day, and those before their acceptance. */
export async function listRemindable(tx: Tx, tenant: TenantId, until: CivilDate): Promise<readonly RemindableCase[]> {
  const tables = tx.withTables<CaseworkTables>();
  const due = await tables
    .selectFrom('casework.due')
    .select(['case', 'id', 'type', 'date', 'whose', 'weight', 'met_on as metOn'])
    .where('tenant', '=', tenant)
    .where('met_on', 'is', null)
    .where('date', '<=', until)
    .orderBy('id')
    .execute();
  const cases = await tables
    .selectFrom('casework.case as c')
    .select(['c.id', 'c.state_dates as state'])
    .where('c.tenant', '=', tenant)
    .where('c.state', 'in', runningStates)
    .where((where) =>
      where.or([
        where('c.state', 'in', ['referred', 'intake']),
        where.exists(
          where
            .selectFrom('casework.due as d')
            .select('d.id')
            .whereRef('d.tenant', '=', 'c.tenant')
            .whereRef('d.case', '=', 'c.id')
            .where('d.met_on', 'is', null)
            .where('d.date', '<=', until),
        ),
      ]),
    )
    .orderBy('c.id')
    .execute();
  const members = await listWorking(tx, tenant);
  const dueByCase = Map.groupBy(due, (row) => row.case);
  return cases.map(({ id, state }) => ({
    id,
    state,
    due: dueByCase.get(id) ?? [],
    members: members.get(id) ?? [],
  }));
}

async function listWorking(tx: Tx, tenant: TenantId): Promise<ReadonlyMap<SpaceId, readonly CaseMember[]>> {
  const rows = await tx
    .withTables<CaseworkTables>()
    .selectFrom('casework.member as m')
    .innerJoin('casework.case as c', (join) => join.onRef('c.tenant', '=', 'm.tenant').onRef('c.id', '=', 'm.space'))
    .select(['m.space', 'm.user_id as user', 'm.relation'])
    .where('m.tenant', '=', tenant)
    .where('c.state', 'in', runningStates)
    .where('m.relation', 'in', ['lead', 'second', 'coordinator'])
    .orderBy('m.user_id')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ space }) => space)].map(([id, own]) => [
      id,
      own.map(({ user, relation }) => ({ user, relation: readRelation(relation) })),
    ]),
  );
}
