import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { findTenant } from '#kernel/accounts/server';

/**
 * Stands for the tenant while nobody has founded one: a plain key may be made, and tried, before there is a programme. Its rows
 * belong to nobody, and are counted nowhere.
 */
// The nil UUID (RFC 9562) is no tenant's: theirs are random.
export const noTenant = '00000000-0000-0000-0000-000000000000' as TenantId;

/** Whose keys there may be: the tenant's of the installation, and those that were made before it was founded. */
export async function listKeyTenants(tx: Tx): Promise<readonly TenantId[]> {
  const founded = await findTenant(tx);
  return founded === null ? [noTenant] : [founded.tenant, noTenant];
}
