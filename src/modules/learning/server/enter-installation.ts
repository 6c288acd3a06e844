import type { TenantId } from '#platform/base';
import { setCaller } from '#platform/server/db';
import type { AnyoneContext } from '#platform/server/http';
import { findTenant } from '#kernel/accounts/server';

/** The tenant of the installation for whoever has no account, whose rows the request may see from here on; null before it is founded. */
export async function enterInstallation({ tx }: Pick<AnyoneContext, 'tx'>): Promise<TenantId | null> {
  const found = await findTenant(tx);
  if (found === null) return null;
  await setCaller(tx, { tenant: found.tenant, user: null });
  return found.tenant;
}
