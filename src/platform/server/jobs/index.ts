/** Work that no request waits for: kept in a table, run once, tried again, taken over from the dead. */
export { JobFailed, type JobContext, type JobRow } from './job-row.ts';
export { addJob } from './job-store.ts';
export { hourInAmsterdam, startOfDay } from './next-run.ts';
export { startWorker, type Worker, type WorkerParts } from './start-worker.ts';
