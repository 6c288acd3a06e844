import {
  bytesToBase64url,
  ok,
  refuse,
  type Result,
  type RouteOutput,
  type TenantId,
  type UserId,
} from '#platform/base';
import { answerLogin, checkLogin, hashText } from '#platform/crypto/server';
import { setCaller } from '#platform/server/db';
import { countTry, forgetTries, type AnyoneContext, type KeptRefusal, type OpenContext } from '#platform/server/http';
import { recordAudit } from '#kernel/audit/server';
import type { sessionRoutes } from '../../contract/session-routes.ts';
import { readMe } from '../queries/read-me.ts';
import { accountSecrets } from '../secret-names.ts';
import { findAccount, findAccountByHandle } from '../store/account-store.ts';
import { findCredential, findKeyring, insertLogin, takeLogin, type PendingLogin } from '../store/credential-store.ts';
import { findTenant } from '../store/tenant-store.ts';
import { openSession } from './open-session.ts';

const halfLife = 2 * 60_000;
/** Tries per account: after five in a quarter of an hour the waits grow. */
const tiers = [
  { limit: 5, windowMinutes: 15 },
  { limit: 12, windowMinutes: 120 },
  { limit: 30, windowMinutes: 24 * 60 },
] as const;

type Started = { readonly login: string; readonly response: string };

/**
 * First half of signing in. An unknown, unconfirmed or revoked name is answered like any other, by
 * OPAQUE's own dummy record; tries are counted per name whether it exists or not.
 */
export async function startSignIn(
  context: AnyoneContext,
  { handle, request }: { readonly handle: string; readonly request: string },
): Promise<Result<Started, KeptRefusal>> {
  const { tx } = context;
  const found = await findTenant(tx);
  if (!found) return refuse({ type: 'SignInFailed' });
  const { tenant } = found;
  const within = await countTries(context, await triesKey(tenant, handle));
  if (!within.ok) return within;
  await setCaller(tx, { tenant, user: null });
  const account = await findAccountByHandle(tx, tenant, handle);
  const user = account && account.status !== 'revoked' ? account.id : null;
  return startLogin(context, { tenant, handle, user, purpose: 'sign-in', request });
}

/** The server's half of OPAQUE, kept for two minutes. Also used by step-up. */
export async function startLogin(
  { tx, clock, randomBytes, secrets }: OpenContext,
  login: Pick<PendingLogin, 'user' | 'purpose'> & {
    readonly tenant: TenantId;
    readonly handle: string;
    readonly request: string;
  },
): Promise<Result<Started, KeptRefusal>> {
  const { tenant, handle, user, purpose, request } = login;
  await setCaller(tx, { tenant, user });
  const credential = user ? await findCredential(tx, tenant, user) : null;
  const setup = loginSetup(secrets);
  const answer = await answerLogin(setup, loginIdentifier(tenant, handle), credential?.record ?? null, request);
  if (!answer.ok) return answer;
  const id = bytesToBase64url(randomBytes(16));
  const expires = new Date(clock.now().getTime() + halfLife);
  await insertLogin(tx, tenant, { id, purpose, user, state: answer.value.state, expires });
  return ok({ login: id, response: answer.value.response });
}

/** Second half: sealed keys are handed out only after the passphrase was proven. One answer for every failure. */
export async function finishSignIn(
  context: AnyoneContext,
  { login, proof }: { readonly login: string; readonly proof: string },
): Promise<Result<RouteOutput<(typeof sessionRoutes)['finishSignIn']>, KeptRefusal>> {
  const { tx, clock } = context;
  const found = await findTenant(tx);
  if (!found) return refuse({ type: 'SignInFailed' });
  const { tenant } = found;
  await setCaller(tx, { tenant, user: null });
  const pending = await takeLogin(tx, tenant, login, clock.now());
  const user = await provenUser(pending, 'sign-in', proof);
  const account = user ? await findAccount(tx, tenant, user) : null;
  if (!user || !account || account.status === 'revoked') {
    await noteOutcome(context, tenant, pending?.user ?? null, 'SignInFailed');
    return refuse({ type: 'SignInFailed', keep: true });
  }
  const tries = await triesKey(tenant, account.handle);
  await forgetTries(
    tx,
    tiers.map((tier) => tierKey(tries, tier)),
  );
  if (account.status === 'pending') {
    await noteOutcome(context, tenant, user, 'NotConfirmed');
    return refuse({ type: 'NotConfirmed', keep: true });
  }
  await setCaller(tx, { tenant, user });
  const credential = await findCredential(tx, tenant, user);
  const me = await readMe(tx, tenant, user);
  if (!credential || !me) throw new Error('an active account without keys');
  await openSession(context, tenant, user);
  await noteOutcome(context, tenant, user, 'done');
  const { masterKeyWrap, sealedIdentity } = credential;
  return ok({ me, sealed: { masterKeyWrap, sealedIdentity }, keyring: await findKeyring(tx, tenant, user) });
}

/** Who proved the passphrase for this purpose; null for everything else. */
export async function provenUser(
  pending: PendingLogin | null,
  purpose: PendingLogin['purpose'],
  proof: string,
): Promise<UserId | null> {
  if (!pending || pending.purpose !== purpose || pending.user === null) return null;
  return (await checkLogin(pending.state, proof)) ? pending.user : null;
}

/** Under which name OPAQUE knows a person of a tenant. */
export function loginIdentifier(tenant: TenantId, handle: string): string {
  return `${tenant}:${handle}`;
}

/** The OPAQUE setup of the installation; without it nobody can sign in, which is a defect of the set-up. */
export function loginSetup(secrets: ReadonlyMap<string, string>): string {
  const setup = secrets.get(accountSecrets.loginSetup);
  if (setup === undefined) throw new Error('the login setup of this installation is missing');
  return setup;
}

async function countTries({ tx, clock }: AnyoneContext, key: string): Promise<Result<void, KeptRefusal>> {
  for (const tier of tiers) {
    const within = await countTry(tx, tierKey(key, tier), tier, clock);
    if (!within.ok) return refuse({ ...within.refusal, keep: true });
  }
  return ok(undefined);
}

function tierKey(key: string, { windowMinutes }: (typeof tiers)[number]): string {
  return `${key}:${windowMinutes}`;
}

/** A hash, so that the table of tries does not collect names that people mistyped. */
async function triesKey(tenant: TenantId, handle: string): Promise<string> {
  return `sign-in:${await hashText(loginIdentifier(tenant, handle))}`;
}

function noteOutcome(
  { tx, clock }: AnyoneContext,
  tenant: TenantId,
  actor: UserId | null,
  outcome: string,
): Promise<void> {
  return recordAudit(tx, { tenant, act: 'session.signed-in', actor, subject: null, outcome, at: clock.now() });
}
