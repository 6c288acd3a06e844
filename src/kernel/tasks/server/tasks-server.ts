import { ok, refuse } from '#platform/base';
import type { Events } from '#kernel/events/server';
import { findRelation } from '#kernel/spaces/server';
import { bind, type ServerModule } from '#platform/server/http';
import { taskRoutes } from '../contract/task-routes.ts';
import { changeTask, doneTask } from './commands/change-task.ts';
import { raiseTask } from './commands/raise-task.ts';
import { listTasksOf, listTasksOfSpace } from './store/task-store.ts';

/** The area tasks, as the composition root registers it. */
export function createTasksServer({ events }: { readonly events: Events }): ServerModule {
  return {
    name: 'tasks',
    schemas: ['tasks'],
    migrations: new URL('./migrations/', import.meta.url),
    routes: [
      bind(taskRoutes.raiseTask, (context, { params, input }) =>
        raiseTask(events, context, { ...input, space: params.space, doneOn: null }),
      ),
      bind(taskRoutes.changeTask, (context, { params, input }) => changeTask(events, context, params.task, input)),
      bind(taskRoutes.doneTask, (context, { params, input }) => doneTask(events, context, params.task, input.on)),
      bind(taskRoutes.listMyTasks, async ({ tx, tenant, user }, { query }) =>
        ok({ tasks: [...(await listTasksOf(tx, tenant, user, query))] }),
      ),
      bind(taskRoutes.listSpaceTasks, async ({ tx, tenant, user }, { params }) => {
        const relation = await findRelation(tx, tenant, params.space, user);
        if (relation === null) return refuse({ type: 'NotFound' });
        return ok({ tasks: [...(await listTasksOfSpace(tx, tenant, params.space))] });
      }),
    ],
  };
}
