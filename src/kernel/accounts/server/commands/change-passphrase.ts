import { ok, refuse, toHour, type AnyRefusal, type Result, type UserId } from '#platform/base';
import { answerRegistration } from '#platform/crypto/server';
import type { RequestContext } from '#platform/server/http';
import { findAccount } from '../store/account-store.ts';
import { findKeyring, saveKeyring as storeKeyring, updateCredential } from '../store/credential-store.ts';
import { deleteSession, endSessionsOf, listSessionsOf } from '../store/session-store.ts';
import { isLiving } from './open-session.ts';
import { loginIdentifier, loginSetup } from './sign-in.ts';

/** First half of a new passphrase. */
export async function startPassphraseChange(
  { tx, tenant, user, secrets }: RequestContext,
  request: string,
): Promise<Result<{ response: string }, AnyRefusal>> {
  const account = await findAccount(tx, tenant, user);
  if (!account) return refuse({ type: 'SignInNeeded' });
  const answer = await answerRegistration(loginSetup(secrets), loginIdentifier(tenant, account.handle), request);
  return answer.ok ? ok({ response: answer.value }) : answer;
}

/** A new passphrase opens the same keys; every other session of the person ends. */
export async function changePassphrase(
  { tx, tenant, user, session }: RequestContext,
  input: { readonly record: string; readonly masterKeyWrap: string },
): Promise<Result<undefined, AnyRefusal>> {
  await updateCredential(tx, tenant, user, input);
  for (const { hash } of await listSessionsOf(tx, tenant, user)) {
    if (hash !== session) await deleteSession(tx, tenant, user, hash);
  }
  return ok(undefined);
}

/** The sealed keyring as the person's devices last wrote it. */
export async function readKeyring({ tx, tenant, user }: RequestContext) {
  return ok({ keyring: await findKeyring(tx, tenant, user) });
}

/** Stores the next version of the sealed keyring. */
export async function saveKeyring(
  { tx, tenant, user }: RequestContext,
  { version, sealed }: { readonly version: number; readonly sealed: string },
): Promise<Result<undefined, AnyRefusal>> {
  return (await storeKeyring(tx, tenant, user, version, sealed)) ? ok(undefined) : refuse({ type: 'Stale' });
}

/** Living sessions of the caller, times to the hour. */
export async function listSessions({ tx, tenant, user, session, clock }: RequestContext) {
  const found = await listSessionsOf(tx, tenant, user);
  const sessions = found
    .filter((each) => isLiving(each, clock.now()))
    .map(({ hash, started, seen }) => ({
      id: hash,
      startedHour: toHour(started),
      seenHour: toHour(seen),
      current: hash === session,
    }));
  return ok({ sessions });
}

/** Ends the session that asks. */
export async function signOut({
  tx,
  tenant,
  user,
  session,
  setSession,
}: RequestContext): Promise<Result<undefined, AnyRefusal>> {
  await deleteSession(tx, tenant, user, session);
  setSession(null);
  return ok(undefined);
}

/** Ends one of the caller's own sessions; a foreign one looks like none. */
export async function revokeSession(
  { tx, tenant, user }: RequestContext,
  hash: string,
): Promise<Result<undefined, AnyRefusal>> {
  return (await deleteSession(tx, tenant, user, hash)) ? ok(undefined) : refuse({ type: 'NotFound' });
}

/** Ends every session of somebody of the same tenant. */
export async function revokeSessionsOf(
  { tx, tenant }: RequestContext,
  user: UserId,
): Promise<Result<undefined, AnyRefusal>> {
  if (!(await findAccount(tx, tenant, user))) return refuse({ type: 'NotFound' });
  await endSessionsOf(tx, { tenant, user });
  return ok(undefined);
}
