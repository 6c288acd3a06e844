/** Tasks: what somebody has to do by a day. The words are sealed with the case; here are ids and days. */
export { taskKinds, type Task, type TaskId, type TaskKind } from './model/task.ts';
export { taskRoutes } from './contract/task-routes.ts';
export { taskActs } from './policy/task-acts.ts';
