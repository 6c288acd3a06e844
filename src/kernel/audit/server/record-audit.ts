import type { Tx } from '#platform/server/db';
import type { AuditEntry } from '../model/audit-entry.ts';
import { insertReceived } from './store/audit-store.ts';

/**
 * Writes one entry in the caller's transaction: it is kept exactly if the act is. Takes no lock, so
 * requests never wait for each other here; `linkAudit` chains the entry within seconds.
 */
export function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  return insertReceived(tx, entry);
}
