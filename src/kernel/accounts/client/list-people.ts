import { ok, type Result, type UserId } from '#platform/base';
import type { ApiRefusal } from '#platform/client';
import type { Directory } from '#platform/crypto';
import { tenantRoutes } from '../contract/tenant-routes.ts';
import type { RoleGrant } from '../model/role-grant.ts';
import type { AccountParts } from './signed-in-person.ts';

/** Somebody who can sign in or soon will, as far as this device can vouch for it. */
export interface ListedPerson {
  readonly user: UserId;
  readonly handle: string;
  readonly status: 'pending' | 'active' | 'revoked';
  /** From the verified directory; what the server says counts only for who is not in it yet. */
  readonly roles: readonly RoleGrant[];
  /** False when the server says something else of them than the directory. */
  readonly fits: boolean;
}

/**
 * Everybody who can sign in. Sign-in names come from the server; keys, state and roles from the signed
 * directory, since roles read here are what a later change of a role signs again.
 */
export async function listPeople(
  { api }: Pick<AccountParts, 'api'>,
  directory: Directory,
): Promise<Result<readonly ListedPerson[], ApiRefusal>> {
  const answer = await api.call(tenantRoutes.listUsers, {});
  if (!answer.ok) return answer;
  const told = answer.value.users;
  const missing = [...directory.people.values()].filter(({ user }) => told.every((one) => one.user !== user));
  return ok([
    ...told.map((one): ListedPerson => {
      const known = directory.people.get(one.user);
      if (!known) return { ...one, fits: one.status === 'pending' };
      const { status } = known;
      // Roles in a verified entry were written by this same code.
      const roles = known.roles as readonly RoleGrant[];
      return { ...one, status, roles, fits: status === one.status && sameRoles(roles, one.roles) };
    }),
    ...missing.map(({ user, status, roles }): ListedPerson => {
      // As above.
      return { user, handle: '', status, roles: roles as readonly RoleGrant[], fits: false };
    }),
  ]);
}

function sameRoles(left: readonly RoleGrant[], right: readonly RoleGrant[]): boolean {
  const textOf = (roles: readonly RoleGrant[]) =>
    roles
      .map(({ role, until }) => `${role} ${until ?? ''}`)
      .toSorted()
      .join();
  return textOf(left) === textOf(right);
}
