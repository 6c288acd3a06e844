import { compareText, type TenantId, type UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { findAccount, listWorkers } from '#kernel/accounts/server';

/** Fictional volunteers and coordinators, in the order of their sign-in names. */
export async function listColleagues(tx: Tx, tenant: TenantId) {
  const all: { readonly user: UserId; readonly handle: string; readonly roles: readonly string[] }[] = [];
  for (const { user, roles } of await listWorkers(tx, tenant)) {
    const handle = (await findAccount(tx, tenant, user))?.handle ?? '';
    all.push({ user, handle, roles: roles.map(({ role }) => role) });
  }
  const sorted = all.toSorted((left, right) => compareText(left.handle, right.handle));
  const withRole = (role: string): readonly UserId[] =>
    sorted.filter(({ roles }) => roles.includes(role)).map(({ user }) => user);
  return { volunteers: withRole('volunteer'), coordinators: withRole('coordinator') };
}
