import { ok, parseCivilDate, refuse, type AnyRefusal, type Result } from '#platform/base';
import { hashText, verifyDirectoryEntry, verifyTenantDocuments } from '#platform/crypto/server';
import type { DirectoryEntry } from '#platform/crypto/envelope';
import type { RequestContext } from '#platform/server/http';
import { isRole } from '#kernel/access';
import type { RoleGrant } from '../../model/role-grant.ts';
import { findAccount, replaceRoles, setAccountStatus, type Account } from '../store/account-store.ts';
import { insertEntry, listEntries, lockDirectory } from '../store/directory-store.ts';
import { updateInvitation } from '../store/invitation-store.ts';
import { endSessionsOf } from '../store/session-store.ts';
import { findTenant, listDocuments } from '../store/tenant-store.ts';
import { dropAllWraps } from '../store/wrap-store.ts';
import { findUsable } from './invitations.ts';

/**
 * Appends a signed directory entry: a confirmed invitation, changed roles, or revoked keys. The
 * server checks signature, chain and signer, and that the keys are those the person made; it cannot
 * make an entry itself. Refusals: `Stale`, `DirectoryBroken`, `EntryDoesNotFit`, those of invitations.
 */
export async function appendDirectory(
  context: RequestContext,
  { entry: jws, invitation }: { readonly entry: string; readonly invitation?: string | undefined },
): Promise<Result<{ seq: number }, AnyRefusal>> {
  const { tx, tenant, user } = context;
  const head = await lockDirectory(tx, tenant);
  const found = await findTenant(tx);
  if (!found) return refuse({ type: 'NotFound' });
  const document = await verifyTenantDocuments(tenant, found.fingerprint, await listDocuments(tx, tenant));
  if (!document.ok) return document;
  const verified = await verifyDirectoryEntry(jws, document.value);
  if (!verified.ok) return verified;
  const entry = verified.value;
  if (entry.tenant !== tenant || entry.signer !== user) return refuse({ type: 'EntryDoesNotFit' });
  if (entry.seq !== head.seq + 1 || entry.prev !== head.hash) return refuse({ type: 'Stale' });
  const account = await findAccount(tx, tenant, entry.user);
  if (!account || !fitsAccount(entry, account)) return refuse({ type: 'EntryDoesNotFit' });
  const confirmed = await confirmInvited(context, account, entry, invitation);
  if (!confirmed.ok) return confirmed;
  await insertEntry(tx, tenant, { seq: entry.seq, hash: await hashText(jws), user: entry.user, jws });
  await replaceRoles(tx, tenant, entry.user, grantsOf(entry));
  await setAccountStatus(tx, tenant, entry.user, entry.status);
  if (entry.status === 'revoked') {
    await endSessionsOf(tx, { tenant, user: entry.user });
    await dropAllWraps(tx, { tenant, recipient: entry.user });
  }
  return ok({ seq: entry.seq });
}

/** Documents and entries, whole: what everybody verifies for themselves. */
export async function readDirectory({ tx, tenant }: RequestContext) {
  return ok({ documents: [...(await listDocuments(tx, tenant))], entries: [...(await listEntries(tx, tenant))] });
}

/** Roles of an entry in our own terms; names that are no roles of ours carry no right. */
export function grantsOf(entry: DirectoryEntry): readonly RoleGrant[] {
  return entry.roles.flatMap(({ role, until }) =>
    isRole(role) ? [{ role, until: until === null ? null : parseCivilDate(until) }] : [],
  );
}

/** Keys never change under one user id: a lost device means a new identity. */
function fitsAccount(entry: DirectoryEntry, account: Account): boolean {
  return (
    entry.encryption.crv === 'X25519' &&
    entry.signing.crv === 'Ed25519' &&
    entry.encryption.x === account.encryption &&
    entry.signing.x === account.signing &&
    (account.status !== 'revoked' || entry.status === 'revoked')
  );
}

/** Somebody who waits becomes active by the invitation they answered, and by nothing else. */
async function confirmInvited(
  { tx, tenant, clock }: RequestContext,
  account: Account,
  entry: DirectoryEntry,
  invitation: string | undefined,
): Promise<Result<void, AnyRefusal>> {
  if (account.status !== 'pending')
    return invitation === undefined ? ok(undefined) : refuse({ type: 'InvitationUsed' });
  if (invitation === undefined || entry.status !== 'active') return refuse({ type: 'EntryDoesNotFit' });
  const usable = await findUsable(tx, tenant, invitation, clock, 'answered');
  if (!usable.ok) return usable;
  if (usable.value.invitee !== account.id) return refuse({ type: 'EntryDoesNotFit' });
  await updateInvitation(tx, tenant, { ...usable.value, state: 'confirmed' });
  return ok(undefined);
}
