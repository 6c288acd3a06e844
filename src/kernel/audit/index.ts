/** The server's own log: ids and codes, chained by hash so that a later change shows. */
export type { AuditEntry } from './model/audit-entry.ts';
