import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { findAccount, listRoles } from '../store/account-store.ts';
import { findTenant } from '../store/tenant-store.ts';

/** Who somebody is signed in as; null when the account is gone. */
export async function readMe(tx: Tx, tenant: TenantId, user: UserId) {
  const account = await findAccount(tx, tenant, user);
  const plate = await findTenant(tx);
  if (!account || !plate) return null;
  const roles = [...(await listRoles(tx, tenant, user))];
  return { tenant, user, handle: account.handle, roles, fingerprint: plate.fingerprint, practice: plate.practice };
}
