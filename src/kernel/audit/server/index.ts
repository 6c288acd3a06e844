/** Server side of the audit log: write, chain, export, check. */
export { auditServer } from './audit-server.ts';
export { exportAudit } from './export-audit.ts';
export { keepAuditLinked } from './keep-audit-linked.ts';
export { linkAudit } from './link-audit.ts';
export { openActLog, type ActLog } from './open-act-log.ts';
export { recordAudit } from './record-audit.ts';
export { verifyAuditLines, type AuditVerdict } from './verify-audit-lines.ts';
export { countActs, countReadPerDay, type CountedAct, type ReadOnDay } from './store/audit-store.ts';
