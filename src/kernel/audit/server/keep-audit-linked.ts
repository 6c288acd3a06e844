import type { TenantId } from '#platform/base';
import type { Database } from '#platform/server/db';
import { linkAudit } from './link-audit.ts';

/**
 * Chains new entries every few seconds until stopped. Several processes may run it: one at a time
 * holds a tenant's chain. `stop` chains what is left.
 */
export function keepAuditLinked(
  database: Database,
  listTenants: () => Promise<readonly TenantId[]>,
  reportDefect: (error: unknown) => void,
  seconds = 5,
): { readonly stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const linkOne = (tenant: TenantId): Promise<unknown> => linkAudit(database, tenant).catch(reportDefect);
  const linkAll = async (): Promise<void> => {
    try {
      // What goes wrong for one tenant holds up no other.
      for (const tenant of await listTenants()) await linkOne(tenant);
    } catch (error) {
      reportDefect(error);
    }
  };
  const timer = setInterval(() => {
    running = running.then(linkAll);
  }, seconds * 1_000);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await linkAll();
    },
  };
}
