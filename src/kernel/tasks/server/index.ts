/** Server side of tasks: routes, and what reminders ask. */
export { createTasksServer } from './tasks-server.ts';
export { countDuePerPerson } from './store/task-store.ts';
