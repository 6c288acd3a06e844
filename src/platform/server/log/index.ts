/** Logs: one JSON line an event, ids and codes only. */
export { createLog, type Log, type LogFields } from './create-log.ts';
