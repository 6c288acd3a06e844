import { ok, refuse, type AnyRefusal, type Clock, type Result, type RouteRequest, type TenantId } from '#platform/base';
import { answerRegistration, thumbprintOf } from '#platform/crypto/server';
import { setCaller, type Tx } from '#platform/server/db';
import type { AnyoneContext, RequestContext } from '#platform/server/http';
import { recordAudit } from '#kernel/audit/server';
import type { tenantRoutes } from '../../contract/tenant-routes.ts';
import type { RoleGrant } from '../../model/role-grant.ts';
import { deletePendingAccount, findAccount, findAccountByHandle, insertAccount } from '../store/account-store.ts';
import { insertCredential } from '../store/credential-store.ts';
import { insertInvitation, lockInvitation, updateInvitation, type InvitationRow } from '../store/invitation-store.ts';
import { findTenant, type Tenant } from '../store/tenant-store.ts';
import { loginIdentifier, loginSetup } from './sign-in.ts';

const lifetime = 7 * 24 * 3_600_000;
/** Answers that the inviter may reject before the invitation is void. */
export const answersAllowed = 5;

/** Opens an invitation for seven days. The server gets its id and a proof of the root, never the secret. */
export async function createInvitation(
  { tx, tenant, user, clock }: RequestContext,
  { id, roles, rootProof }: { readonly id: string; readonly roles: readonly RoleGrant[]; readonly rootProof: string },
): Promise<Result<{ expires: string }, AnyRefusal>> {
  const expires = new Date(clock.now().getTime() + lifetime);
  const added = await insertInvitation(tx, tenant, { id, inviter: user, roles, rootProof, expires });
  return added ? ok({ expires: expires.toISOString() }) : refuse({ type: 'IdTaken' });
}

/** What the holder of the secret may see before they answer. */
export async function readInvitation({ tx, clock }: AnyoneContext, id: string) {
  const found = await enter(tx, id, clock);
  if (!found.ok) return found;
  const { tenant, invitation } = found.value;
  return ok({
    tenant: tenant.tenant,
    tenantName: tenant.name,
    practice: tenant.practice,
    fingerprint: tenant.fingerprint,
    rootProof: invitation.rootProof,
    roles: [...invitation.roles],
    expires: invitation.expires.toISOString(),
  });
}

/** First half of the invitee's passphrase. */
export async function startEnrolment(
  { tx, clock, secrets }: AnyoneContext,
  id: string,
  { handle, request }: { readonly handle: string; readonly request: string },
): Promise<Result<{ response: string }, AnyRefusal>> {
  const found = await enter(tx, id, clock);
  if (!found.ok) return found;
  const { tenant } = found.value.tenant;
  if (await findAccountByHandle(tx, tenant, handle)) return refuse({ type: 'HandleTaken' });
  const answer = await answerRegistration(loginSetup(secrets), loginIdentifier(tenant, handle), request);
  return answer.ok ? ok({ response: answer.value }) : answer;
}

/** Takes the invitee's keys with their proof. Nothing counts before the inviter checked it and signed. */
export async function answerInvitation(
  { tx, clock }: AnyoneContext,
  id: string,
  { enrolment, proof }: RouteRequest<(typeof tenantRoutes)['answerInvitation']>['input'],
): Promise<Result<undefined, AnyRefusal>> {
  const found = await enter(tx, id, clock);
  if (!found.ok) return found;
  const { invitation } = found.value;
  const { tenant } = found.value.tenant;
  const { user, handle, encryption, signing, record, sealed } = enrolment;
  if (encryption.crv !== 'X25519' || signing.crv !== 'Ed25519') return refuse({ type: 'EntryDoesNotFit' });
  await setCaller(tx, { tenant, user });
  const thumbprint = await thumbprintOf(encryption);
  const account = {
    id: user,
    handle,
    status: 'pending',
    encryption: encryption.x,
    signing: signing.x,
    thumbprint,
  } as const;
  if (!(await insertAccount(tx, tenant, account))) {
    return refuse({ type: (await findAccount(tx, tenant, user)) ? 'IdTaken' : 'HandleTaken' });
  }
  await insertCredential(tx, tenant, user, { record, ...sealed });
  await updateInvitation(tx, tenant, { ...invitation, state: 'answered', invitee: user, proof });
  await recordAudit(tx, {
    tenant,
    act: 'invitation.answered',
    actor: null,
    subject: id,
    outcome: 'done',
    at: clock.now(),
  });
  return ok(undefined);
}

/** The proof was wrong: what was sent is dropped and, for five tries, the invitation opens again. */
export async function rejectAnswer(
  { tx, tenant, clock }: RequestContext,
  id: string,
): Promise<Result<{ triesLeft: number }, AnyRefusal>> {
  const usable = await findUsable(tx, tenant, id, clock, 'answered');
  if (!usable.ok) return refuse({ type: 'NotFound' });
  const invitation = usable.value;
  const tries = invitation.tries + 1;
  const state = tries >= answersAllowed ? 'void' : 'open';
  await updateInvitation(tx, tenant, { id, state, tries, invitee: null, proof: null });
  if (invitation.invitee) await deletePendingAccount(tx, tenant, invitation.invitee);
  return ok({ triesLeft: answersAllowed - tries });
}

/** Ends an invitation that was not confirmed; an answer to it is dropped. */
export async function voidInvitation(
  { tx, tenant }: RequestContext,
  id: string,
): Promise<Result<undefined, AnyRefusal>> {
  const invitation = await lockInvitation(tx, tenant, id);
  if (!invitation || invitation.state === 'confirmed') return refuse({ type: 'NotFound' });
  await updateInvitation(tx, tenant, { ...invitation, state: 'void', invitee: null, proof: null });
  if (invitation.invitee) await deletePendingAccount(tx, tenant, invitation.invitee);
  return ok(undefined);
}

/** An invitation in the wanted state and in time, held until the transaction ends. */
export async function findUsable(
  tx: Tx,
  tenant: TenantId,
  id: string,
  clock: Clock,
  wanted: 'open' | 'answered',
): Promise<Result<InvitationRow, { readonly type: 'NotFound' | 'InvitationUsed' | 'InvitationExpired' }>> {
  const invitation = await lockInvitation(tx, tenant, id);
  if (!invitation) return refuse({ type: 'NotFound' });
  if (invitation.state !== wanted) return refuse({ type: 'InvitationUsed' });
  return invitation.expires <= clock.now() ? refuse({ type: 'InvitationExpired' }) : ok(invitation);
}

/** The open invitation that somebody without an account names. */
async function enter(
  tx: Tx,
  id: string,
  clock: Clock,
): Promise<Result<{ readonly tenant: Tenant; readonly invitation: InvitationRow }, AnyRefusal>> {
  const tenant = await findTenant(tx);
  if (!tenant) return refuse({ type: 'NotFound' });
  await setCaller(tx, { tenant: tenant.tenant, user: null });
  const usable = await findUsable(tx, tenant.tenant, id, clock, 'open');
  return usable.ok ? ok({ tenant, invitation: usable.value }) : usable;
}
