import { z } from 'zod';
import { defineRoute, isId, parseCivilDate, type CivilDate, type SpaceId, type UserId } from '#platform/base';
import { taskKinds, type TaskId } from '../model/task.ts';

// A brand is given here, where the text has just been checked.
const taskId = z.custom<TaskId>((value) => typeof value === 'string' && isId(value));
const spaceId = z.custom<SpaceId>((value) => typeof value === 'string' && isId(value));
const userId = z.custom<UserId>((value) => typeof value === 'string' && isId(value));
const day = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null);

const row = z.strictObject({
  id: taskId,
  space: spaceId,
  assignee: userId,
  due: day,
  kind: z.enum(taskKinds),
  doneOn: day.nullable(),
});

/** The routes of tasks. A task's sealed words are a record of its space, with the task's id. */
export const taskRoutes = {
  raiseTask: defineRoute({
    name: 'raiseTask',
    method: 'POST',
    path: '/api/spaces/:space/tasks',
    params: z.strictObject({ space: spaceId }),
    input: z.strictObject({ id: taskId, assignee: userId, due: day, kind: z.enum(taskKinds) }),
    output: row,
    permission: 'task.raise',
    audit: 'task.raised',
    refusals: ['NotFound', 'NotPermitted', 'AssigneeNotMember', 'IdTaken'],
  }),
  changeTask: defineRoute({
    name: 'changeTask',
    method: 'PUT',
    path: '/api/tasks/:task',
    params: z.strictObject({ task: taskId }),
    input: z.strictObject({ assignee: userId, due: day }),
    output: row,
    permission: 'task.change',
    audit: 'task.changed',
    refusals: ['NotFound', 'NotPermitted', 'AssigneeNotMember', 'TaskDone'],
  }),
  doneTask: defineRoute({
    name: 'doneTask',
    method: 'POST',
    path: '/api/tasks/:task/done',
    params: z.strictObject({ task: taskId }),
    input: z.strictObject({ on: day.nullable() }),
    output: row,
    permission: 'task.change',
    audit: 'task.done',
    refusals: ['NotFound', 'NotPermitted', 'DayInFuture'],
  }),
  listMyTasks: defineRoute({
    name: 'listMyTasks',
    method: 'GET',
    path: '/api/tasks',
    query: z.strictObject({ until: day.optional(), doneSince: day.optional() }),
    output: z.strictObject({ tasks: z.array(row) }),
    permission: 'task.list',
    audit: { none: 'a person reads the days of their own tasks' },
    refusals: [],
  }),
  listSpaceTasks: defineRoute({
    name: 'listSpaceTasks',
    method: 'GET',
    path: '/api/spaces/:space/tasks',
    params: z.strictObject({ space: spaceId }),
    output: z.strictObject({ tasks: z.array(row) }),
    permission: 'task.list',
    audit: { none: 'opening the space is what is recorded' },
    refusals: ['NotFound'],
  }),
} as const;
