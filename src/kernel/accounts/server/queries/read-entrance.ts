import { ok, refuse, type AnyRefusal, type Result, type RouteOutput } from '#platform/base';
import type { AnyoneContext } from '#platform/server/http';
import { tenantRoutes } from '../../contract/tenant-routes.ts';
import { accountSecrets } from '../secret-names.ts';
import { findTenant } from '../store/tenant-store.ts';

/** What stands on the door: whose installation this is, or that nobody founded a tenant yet. */
export async function readEntrance({ tx }: AnyoneContext) {
  const tenant = await findTenant(tx);
  return ok(tenant ? { state: 'founded' as const, ...tenant } : { state: 'empty' as const });
}

/** Kits of fictional people; a real tenant, or one without them, answers as if there were no such address. */
export async function readDemoKits({
  tx,
  secrets,
}: AnyoneContext): Promise<Result<RouteOutput<typeof tenantRoutes.readDemoKits>, AnyRefusal>> {
  const tenant = await findTenant(tx);
  const text = secrets.get(accountSecrets.demoKits);
  if (!tenant?.practice || text === undefined) return refuse({ type: 'NotFound' });
  const parsed = tenantRoutes.readDemoKits.output.safeParse(JSON.parse(text));
  return parsed.success ? ok(parsed.data) : refuse({ type: 'NotFound' });
}
