import { dayInAmsterdam, ok, refuse, type Result, type UserId } from '#platform/base';
import type { ApiRefusal } from '#platform/client';
import { hashText, signDirectoryEntry, verifyDirectory, type Directory } from '#platform/crypto';
import type { DirectoryEntry } from '#platform/crypto/envelope';
import { tenantRoutes } from '../contract/tenant-routes.ts';
import type { RoleGrant } from '../model/role-grant.ts';
import { openOwnKeyring } from './own-keyring.ts';
import type { AccountParts, SignedInPerson } from './signed-in-person.ts';

/**
 * Loads the directory and verifies all of it from the root pinned on this device. Refusals:
 * `RootChanged`, `DirectoryBroken` (with `reason`), `DirectoryRolledBack` (older than, or other than, what this
 * person saw before, or than `known` in this session): show them, use nothing of it, stop.
 */
export async function loadDirectory(
  { api }: Pick<AccountParts, 'api'>,
  person: SignedInPerson,
  known: Directory | null = null,
): Promise<Result<Directory, ApiRefusal>> {
  const { tenant, user, identity, device } = person;
  const answer = await api.call(tenantRoutes.readDirectory, {});
  if (!answer.ok) return answer;
  const directory = await verifyDirectory(tenant, device.fingerprint, answer.value.documents, answer.value.entries);
  if (!directory.ok) return directory;
  const self = directory.value.people.get(user);
  // Whoever signs in was confirmed by an entry: one without them is from before that day.
  if (!self) return refuse({ type: 'DirectoryRolledBack' });
  // My own keys are the ones I hold: a directory that says otherwise was made to deceive others about me.
  if (self.encryption.x !== identity.encryption.public.x || self.signing.x !== identity.signing.public.x)
    return refuse({ type: 'DirectoryBroken', reason: 'own-key' });
  const kept = (await openOwnKeyring(person)).directory;
  const seen = [...(kept ? [kept] : []), ...(known ? [[known.head.seq, known.head.hash] as const] : [])];
  for (const [seq, hash] of seen) {
    const entry = answer.value.entries[seq - 1];
    if (entry === undefined || (await hashText(entry)) !== hash) return refuse({ type: 'DirectoryRolledBack' });
  }
  return ok(directory.value);
}

/** What an entry says of a person. */
export interface EntryContent {
  readonly user: UserId;
  readonly status: DirectoryEntry['status'];
  readonly encryption: DirectoryEntry['encryption'];
  readonly signing: DirectoryEntry['signing'];
  readonly roles: readonly RoleGrant[];
}

/** Signs the next entry and sends it; needs step-up and a directory signer. `Stale` when another signer was first. */
export async function appendEntry(
  parts: AccountParts,
  person: SignedInPerson,
  directory: Directory,
  content: EntryContent,
  invitation?: string,
): Promise<Result<{ readonly seq: number; readonly hash: string }, ApiRefusal>> {
  const entry = await signDirectoryEntry(person.identity.signing.private, {
    v: 1,
    suite: 1,
    tenant: person.tenant,
    seq: directory.head.seq + 1,
    prev: directory.head.hash,
    user: content.user,
    status: content.status,
    encryption: content.encryption,
    signing: content.signing,
    roles: content.roles.map(({ role, until }) => ({ role, until })),
    signer: person.user,
    on: dayInAmsterdam(parts.clock.now()),
  });
  const sent = await parts.api.call(tenantRoutes.appendDirectory, {
    input: { entry, ...(invitation ? { invitation } : {}) },
  });
  return sent.ok ? ok({ seq: sent.value.seq, hash: await hashText(entry) }) : sent;
}

/** Gives somebody exactly these roles with their last days; an empty list takes all away. Needs step-up. */
export async function setRoles(
  parts: AccountParts,
  person: SignedInPerson,
  user: UserId,
  roles: readonly RoleGrant[],
): Promise<Result<void, ApiRefusal>> {
  return changeEntry(parts, person, user, (before) => ({ ...before, roles }));
}

/** Marks somebody's keys as revoked for good; they are signed out everywhere at once. Needs step-up. */
export async function revokePerson(
  parts: AccountParts,
  person: SignedInPerson,
  user: UserId,
): Promise<Result<void, ApiRefusal>> {
  return changeEntry(parts, person, user, (before) => ({ ...before, status: 'revoked', roles: [] }));
}

async function changeEntry(
  parts: AccountParts,
  person: SignedInPerson,
  user: UserId,
  change: (before: EntryContent) => EntryContent,
): Promise<Result<void, ApiRefusal>> {
  const directory = await loadDirectory(parts, person);
  if (!directory.ok) return directory;
  const before = directory.value.people.get(user);
  if (!before) return refuse({ type: 'NotFound' });
  const { encryption, signing, status } = before;
  // Roles in a verified entry were written by this same code; the server checked their names too.
  const roles = before.roles as readonly RoleGrant[];
  const sent = await appendEntry(parts, person, directory.value, change({ user, status, encryption, signing, roles }));
  return sent.ok ? ok(undefined) : sent;
}
