import { ok, refuse, type Result, type TenantId, type UserId } from '#platform/base';
import type { Events } from '#kernel/events/server';
import { findRelation } from '#kernel/spaces/server';
import type { Tx } from '#platform/server/db';
import type { Task } from '../../model/task.ts';
import { insertTask } from '../store/task-store.ts';

/** Relations that may give and take tasks of a space; the others read or comment. */
const working: ReadonlySet<string> = new Set(['lead', 'second', 'coordinator']);

export type RaiseRefusal =
  | { readonly type: 'NotFound' }
  | { readonly type: 'NotPermitted' }
  | { readonly type: 'AssigneeNotMember' }
  | { readonly type: 'IdTaken' };

/**
 * Adds an open task to a space. The caller must work on the space, and so must the assignee:
 * a task for somebody who cannot read its words helps nobody.
 */
export async function raiseTask(
  events: Events,
  context: { readonly tx: Tx; readonly tenant: TenantId; readonly user: UserId },
  task: Task,
): Promise<Result<Task, RaiseRefusal>> {
  const { tx, tenant, user } = context;
  const relation = await findRelation(tx, tenant, task.space, user);
  if (relation === null) return refuse({ type: 'NotFound' });
  if (!working.has(relation)) return refuse({ type: 'NotPermitted' });
  if (!(await worksOn(tx, tenant, task.space, task.assignee))) return refuse({ type: 'AssigneeNotMember' });
  if (!(await insertTask(tx, tenant, task))) return refuse({ type: 'IdTaken' });
  await events.publish(tx, {
    name: 'task.raised',
    tenant,
    subject: task.id,
    codes: { space: task.space, kind: task.kind, assignee: task.assignee, due: task.due, by: user },
  });
  return ok(task);
}

/** Whether a person works on a space and can so be given its tasks. */
export async function worksOn(tx: Tx, tenant: TenantId, space: Task['space'], user: UserId): Promise<boolean> {
  const relation = await findRelation(tx, tenant, space, user);
  return relation !== null && working.has(relation);
}
