import {
  addDays,
  dayInAmsterdam,
  ok,
  refuse,
  type CivilDate,
  type Clock,
  type Result,
  type TenantId,
  type UserId,
} from '#platform/base';
import type { Events } from '#kernel/events/server';
import { findRelation } from '#kernel/spaces/server';
import type { Tx } from '#platform/server/db';
import type { Task, TaskId } from '../../model/task.ts';
import { lockTask, saveTask } from '../store/task-store.ts';
import { worksOn } from './raise-task.ts';

interface Caller {
  readonly tx: Tx;
  readonly tenant: TenantId;
  readonly user: UserId;
  readonly clock: Clock;
}

export type ChangeRefusal =
  | { readonly type: 'NotFound' }
  | { readonly type: 'NotPermitted' }
  | { readonly type: 'AssigneeNotMember' }
  | { readonly type: 'TaskDone' }
  | { readonly type: 'DayInFuture' };

/** Gives an open task another person or day; a new assignee hears of it. */
export async function changeTask(
  events: Events,
  caller: Caller,
  id: TaskId,
  change: { readonly assignee: UserId; readonly due: CivilDate },
): Promise<Result<Task, ChangeRefusal>> {
  const found = await loadWorkable(caller, id);
  if (!found.ok) return found;
  if (found.value.doneOn !== null) return refuse({ type: 'TaskDone' });
  const { tx, tenant, user } = caller;
  if (!(await worksOn(tx, tenant, found.value.space, change.assignee))) return refuse({ type: 'AssigneeNotMember' });
  const task = { ...found.value, assignee: change.assignee, due: change.due };
  await saveTask(tx, tenant, task);
  if (task.assignee !== found.value.assignee) {
    const codes = { space: task.space, assignee: task.assignee, due: task.due, by: user };
    await events.publish(tx, { name: 'task.given', tenant, subject: id, codes });
  }
  return ok(task);
}

/** Marks a task done on a day that has come, or open again with null. Twice the same is no error. */
export async function doneTask(
  events: Events,
  caller: Caller,
  id: TaskId,
  on: CivilDate | null,
): Promise<Result<Task, ChangeRefusal>> {
  const found = await loadWorkable(caller, id);
  if (!found.ok) return found;
  // One day of grace for a device on the other side of midnight.
  if (on !== null && on > addDays(dayInAmsterdam(caller.clock.now()), 1)) return refuse({ type: 'DayInFuture' });
  const task = { ...found.value, doneOn: on };
  const { tx, tenant } = caller;
  await saveTask(tx, tenant, task);
  if (on !== null && found.value.doneOn === null) {
    await events.publish(tx, { name: 'task.done', tenant, subject: id, codes: { space: task.space } });
  }
  return ok(task);
}

/** The task, when the caller works on its space; foreign and missing look the same. */
async function loadWorkable({ tx, tenant, user }: Caller, id: TaskId): Promise<Result<Task, ChangeRefusal>> {
  const task = await lockTask(tx, tenant, id);
  const relation = task && (await findRelation(tx, tenant, task.space, user));
  if (!task || relation === null) return refuse({ type: 'NotFound' });
  return (await worksOn(tx, tenant, task.space, user)) ? ok(task) : refuse({ type: 'NotPermitted' });
}
