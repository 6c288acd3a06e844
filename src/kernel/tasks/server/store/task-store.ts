import type { CivilDate, SpaceId, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { Task, TaskId, TaskKind } from '../../model/task.ts';

// A type, not an interface: Kysely asks for an index signature.
type TaskTables = {
  'tasks.task': {
    tenant: TenantId;
    id: TaskId;
    space: SpaceId;
    assignee: UserId;
    due: CivilDate;
    kind: TaskKind;
    done_on: CivilDate | null;
  };
};

const columns = ['id', 'space', 'assignee', 'due', 'kind', 'done_on as doneOn'] as const;

/** Adds a task; false when the id is taken. */
export async function insertTask(tx: Tx, tenant: TenantId, task: Task): Promise<boolean> {
  const { doneOn, ...row } = task;
  const inserted = await tx
    .withTables<TaskTables>()
    .insertInto('tasks.task')
    .values({ tenant, ...row, done_on: doneOn })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** The task, locked for the change that follows; null when there is none. */
export async function lockTask(tx: Tx, tenant: TenantId, id: TaskId): Promise<Task | null> {
  const row = await tx
    .withTables<TaskTables>()
    .selectFrom('tasks.task')
    .select(columns)
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Writes assignee, due day and done day of a task. */
export async function saveTask(tx: Tx, tenant: TenantId, task: Task): Promise<void> {
  await tx
    .withTables<TaskTables>()
    .updateTable('tasks.task')
    .set({ assignee: task.assignee, due: task.due, done_on: task.doneOn })
    .where('tenant', '=', tenant)
    .where('id', '=', task.id)
    .execute();
}

/** What one person has open, earliest first; with `doneSince` also what they did from that day on. */
export async function listTasksOf(
  tx: Tx,
  tenant: TenantId,
  assignee: UserId,
  window: { readonly until?: CivilDate | undefined; readonly doneSince?: CivilDate | undefined },
): Promise<readonly Task[]> {
  const { until, doneSince } = window;
  let query = tx
    .withTables<TaskTables>()
    .selectFrom('tasks.task')
    .select(columns)
    .where('tenant', '=', tenant)
    .where('assignee', '=', assignee);
  query =
    doneSince === undefined
      ? query.where('done_on', 'is', null)
      : query.where((where) => where.or([where('done_on', 'is', null), where('done_on', '>=', doneSince)]));
  if (until !== undefined) query = query.where('due', '<=', until);
  return query.orderBy('due').orderBy('id').limit(500).execute();
}

/** All tasks of a space, earliest first. */
export async function listTasksOfSpace(tx: Tx, tenant: TenantId, space: SpaceId): Promise<readonly Task[]> {
  return tx
    .withTables<TaskTables>()
    .selectFrom('tasks.task')
    .select(columns)
    .where('tenant', '=', tenant)
    .where('space', '=', space)
    .orderBy('due')
    .orderBy('id')
    .limit(1_000)
    .execute();
}

/** Open tasks per person that fall due by the day; for reminders. */
export async function countDuePerPerson(
  tx: Tx,
  tenant: TenantId,
  until: CivilDate,
): Promise<readonly { readonly user: UserId; readonly count: number }[]> {
  return tx
    .withTables<TaskTables>()
    .selectFrom('tasks.task')
    .select((select) => ['assignee as user', select.fn.countAll<number>().as('count')])
    .where('tenant', '=', tenant)
    .where('done_on', 'is', null)
    .where('due', '<=', until)
    .groupBy('assignee')
    .orderBy('assignee')
    .execute();
}
