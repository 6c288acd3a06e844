import { ok, type UserId } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { RoleGrant } from '../../model/role-grant.ts';
import { answersAllowed } from '../commands/invitations.ts';
import { findAccount, listAccounts, listAllRoles } from '../store/account-store.ts';
import { listInvitations as listRows } from '../store/invitation-store.ts';

/** Accounts of the tenant with sign-in name, state and roles; names of people are sealed elsewhere. */
export async function listUsers({ tx, tenant }: RequestContext) {
  const roles = new Map<UserId, RoleGrant[]>();
  for (const { user, role, until } of await listAllRoles(tx, tenant)) {
    roles.set(user, [...(roles.get(user) ?? []), { role, until }]);
  }
  const accounts = await listAccounts(tx, tenant);
  return ok({
    users: accounts.map(({ id, handle, status }) => ({ user: id, handle, status, roles: roles.get(id) ?? [] })),
  });
}

/** Invitations of the tenant, with the answer of those that wait to be confirmed. */
export async function listInvitations({ tx, tenant, clock }: RequestContext) {
  const invitations = [];
  for (const row of await listRows(tx, tenant)) {
    const waiting = row.state === 'answered' && row.invitee ? await findAccount(tx, tenant, row.invitee) : null;
    const over = row.expires <= clock.now() && (row.state === 'open' || row.state === 'answered');
    invitations.push({
      id: row.id,
      state: over ? ('expired' as const) : row.state,
      inviter: row.inviter,
      roles: [...row.roles],
      expires: row.expires.toISOString(),
      triesLeft: answersAllowed - row.tries,
      answer: waiting && row.proof ? answerOf(waiting, row.proof) : null,
    });
  }
  return ok({ invitations });
}

function answerOf(
  {
    id,
    handle,
    encryption,
    signing,
  }: { readonly id: UserId; readonly handle: string; readonly encryption: string; readonly signing: string },
  proof: string,
) {
  return {
    user: id,
    handle,
    encryption: { kty: 'OKP' as const, crv: 'X25519' as const, x: encryption },
    signing: { kty: 'OKP' as const, crv: 'Ed25519' as const, x: signing },
    proof,
  };
}
