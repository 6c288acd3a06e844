import type { TenantId } from '#platform/base';
import { inTenant, type Database } from '#platform/server/db';
import { listLinked } from './store/audit-store.ts';

/** The whole chained log of a tenant as JSON lines, oldest first: what `verifyAuditLines` checks. */
export function exportAudit(database: Database, tenant: TenantId): Promise<string> {
  return inTenant(database, { tenant, user: null }, async (tx) => {
    const linked = await listLinked(tx, tenant);
    return linked
      .map(({ at, ...rest }) => `${JSON.stringify({ ...rest, at: at?.toISOString().slice(0, 16) ?? null })}\n`)
      .join('');
  });
}
