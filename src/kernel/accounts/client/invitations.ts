import { base64urlToBytes, bytesToBase64url, ok, refuse, type Result, type UserId } from '#platform/base';
import type { ApiRefusal } from '#platform/client';
import {
  checkEnrolmentProof,
  checkRootProof,
  createInvitationSecret,
  invitationIdOf,
  proveEnrolment,
  proveRoot,
} from '#platform/crypto';
import { tenantRoutes } from '../contract/tenant-routes.ts';
import type { RoleGrant } from '../model/role-grant.ts';
import { appendEntry, loadDirectory } from './directory.ts';
import { makeKeys } from './make-keys.ts';
import { printSecret, readSecret, type Printed } from './printed.ts';
import { changeOwnKeyring, openOwnKeyring } from './own-keyring.ts';
import { checkPassphrase, type PassphraseRefusal } from './passphrase.ts';
import type { AccountParts, SignedInPerson } from './signed-in-person.ts';

/** An invitation to hand over outside the platform, and the inviter with the keyring that remembers its secret. */
export interface MadeInvitation extends Printed {
  readonly id: string;
  readonly expires: string;
  readonly person: SignedInPerson;
}

/** Invites somebody to these roles. The secret goes to paper or QR and, sealed, into the inviter's own keyring. */
export async function invite(
  parts: AccountParts,
  person: SignedInPerson,
  { roles, origin }: { readonly roles: readonly RoleGrant[]; readonly origin: string },
): Promise<Result<MadeInvitation, ApiRefusal>> {
  const secret = createInvitationSecret(parts.randomBytes);
  const id = await invitationIdOf(secret);
  const { fingerprint } = person.device;
  const kept = { secret: bytesToBase64url(secret), roles: roles.map(({ role, until }) => ({ role, until })) };
  const saved = await changeOwnKeyring(parts, person, (keyring) => ({
    ...keyring,
    invitations: { ...keyring.invitations, [id]: kept },
  }));
  if (!saved.ok) return saved;
  const rootProof = await proveRoot(secret, fingerprint);
  const created = await parts.api.call(tenantRoutes.createInvitation, { input: { id, roles: [...roles], rootProof } });
  if (!created.ok) return created;
  const printed = printSecret('invitation', secret, fingerprint, origin);
  secret.fill(0);
  return ok({ ...printed, id, expires: created.value.expires, person: saved.value });
}

/** What somebody is invited to, after the root was proven by the secret. */
export interface OpenedInvitation {
  readonly id: string;
  readonly tenantName: string;
  readonly practice: boolean;
  readonly fingerprint: string;
  readonly roles: readonly RoleGrant[];
  readonly expires: string;
}

/**
 * Reads the twelve words or the QR text and looks at the invitation. `RootNotProven` when the server
 * shows a root that the inviter did not mean: stop there. Others: those of the words, `NotFound`,
 * `InvitationUsed`, `InvitationExpired`.
 */
export async function openInvitation(
  parts: Pick<AccountParts, 'api'>,
  text: string,
): Promise<Result<OpenedInvitation, ApiRefusal>> {
  const found = await findInvitation(parts, text);
  if (!found.ok) return found;
  const { id, answer } = found.value;
  const { tenantName, practice, fingerprint, roles, expires } = answer;
  return ok({ id, tenantName, practice, fingerprint, roles, expires });
}

/** Makes keys and passphrase of the invitee and proves them with the secret. They can sign in once the inviter confirmed. */
export async function acceptInvitation(
  parts: AccountParts,
  {
    text,
    handle,
    passphrase,
    origin,
  }: { readonly text: string; readonly handle: string; readonly passphrase: string; readonly origin: string },
): Promise<Result<{ readonly user: UserId; readonly kit: Printed }, ApiRefusal | PassphraseRefusal>> {
  const strong = checkPassphrase(passphrase, handle);
  if (!strong.ok) return strong;
  const found = await findInvitation(parts, text);
  if (!found.ok) return found;
  const { id, secret, answer } = found.value;
  const { tenant, fingerprint } = answer;
  const made = await makeKeys({ tenant, handle, passphrase }, parts.randomBytes, (request) =>
    parts.api.call(tenantRoutes.startEnrolment, { params: { id }, input: { handle, request } }),
  );
  if (!made.ok) return made;
  const { enrolment, device } = made.value;
  const proof = await proveEnrolment(secret, { ...enrolment, fingerprint });
  secret.fill(0);
  const sent = await parts.api.call(tenantRoutes.answerInvitation, { params: { id }, input: { enrolment, proof } });
  if (!sent.ok) return sent;
  await parts.devices.save(handle, { secret: device, tenant, fingerprint });
  const kit = printSecret('kit', made.value.kit, fingerprint, origin);
  made.value.kit.fill(0);
  return ok({ user: enrolment.user, kit });
}

/** Invitations of the tenant; `mine` when this person's keyring holds the secret to confirm it. */
export async function listInvitations(parts: Pick<AccountParts, 'api'>, person: SignedInPerson) {
  const answer = await parts.api.call(tenantRoutes.listInvitations, {});
  if (!answer.ok) return answer;
  const { invitations } = await openOwnKeyring(person);
  return ok(
    answer.value.invitations.map((invitation) => ({ ...invitation, mine: Object.hasOwn(invitations, invitation.id) })),
  );
}

/**
 * Checks the answer with the secret and only then signs the directory entry, with the roles the
 * inviter chose (not those the server tells). Needs step-up. `EnrolmentNotProven` when keys, name or
 * root are not the invitee's: the answer is rejected and the invitation can be tried again.
 */
export async function confirmInvitation(
  parts: AccountParts,
  person: SignedInPerson,
  id: string,
): Promise<Result<{ readonly user: UserId }, ApiRefusal>> {
  const listed = await parts.api.call(tenantRoutes.listInvitations, {});
  if (!listed.ok) return listed;
  const answer = listed.value.invitations.find((invitation) => invitation.id === id)?.answer;
  const kept = (await openOwnKeyring(person)).invitations[id];
  const secret = kept ? base64urlToBytes(kept.secret) : null;
  if (!answer || !kept || !secret) return refuse({ type: 'NotFound' });
  const genuine = await checkEnrolmentProof(
    secret,
    { ...answer, fingerprint: person.device.fingerprint },
    answer.proof,
  );
  secret.fill(0);
  if (!genuine) {
    const rejected = await parts.api.call(tenantRoutes.rejectAnswer, { params: { id }, input: {} });
    return refuse({ type: 'EnrolmentNotProven', ...(rejected.ok ? { triesLeft: rejected.value.triesLeft } : {}) });
  }
  const directory = await loadDirectory(parts, person);
  if (!directory.ok) return directory;
  const { user, encryption, signing } = answer;
  // The keyring was sealed by this same code with roles of our list.
  const roles = kept.roles as readonly RoleGrant[];
  const content = { user, encryption, signing, status: 'active' as const, roles };
  const sent = await appendEntry(parts, person, directory.value, content, id);
  return sent.ok ? ok({ user }) : sent;
}

/** Ends an invitation that was not used. */
export function voidInvitation({ api }: Pick<AccountParts, 'api'>, id: string): Promise<Result<undefined, ApiRefusal>> {
  return api.call(tenantRoutes.voidInvitation, { params: { id } });
}

async function findInvitation({ api }: Pick<AccountParts, 'api'>, text: string) {
  const read = readSecret('invitation', text);
  if (!read.ok) return read;
  const { secret } = read.value;
  const id = await invitationIdOf(secret);
  const found = await api.call(tenantRoutes.readInvitation, { params: { id } });
  if (!found.ok) return found;
  const { fingerprint, rootProof } = found.value;
  const meant = read.value.fingerprint === null || read.value.fingerprint === fingerprint;
  if (!meant || !(await checkRootProof(secret, fingerprint, rootProof)))
    return refuse({ type: 'RootNotProven' } as const);
  return ok({ id, secret, answer: found.value });
}
