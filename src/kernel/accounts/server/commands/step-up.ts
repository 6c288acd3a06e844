import { ok, refuse, type Result } from '#platform/base';
import type { KeptRefusal, RequestContext } from '#platform/server/http';
import { findAccount } from '../store/account-store.ts';
import { findCredential, takeLogin } from '../store/credential-store.ts';
import { deleteSession, findSession } from '../store/session-store.ts';
import { openSession } from './open-session.ts';
import { provenUser, startLogin } from './sign-in.ts';

/** First half of proving the passphrase again. */
export async function startStepUp(context: RequestContext, request: string) {
  const { tx, tenant, user } = context;
  const account = await findAccount(tx, tenant, user);
  if (!account) return refuse({ type: 'SignInNeeded' } as const);
  return startLogin(context, { tenant, handle: account.handle, user, purpose: 'step-up', request });
}

/** Second half: a new session token takes the place of the old; for five minutes step-up is fresh. */
export async function finishStepUp(
  context: RequestContext,
  { login, proof }: { readonly login: string; readonly proof: string },
): Promise<Result<{ sealed: { masterKeyWrap: string; sealedIdentity: string } }, KeptRefusal>> {
  const { tx, tenant, user, session, clock } = context;
  const pending = await takeLogin(tx, tenant, login, clock.now());
  if ((await provenUser(pending, 'step-up', proof)) !== user) return refuse({ type: 'SignInFailed', keep: true });
  const credential = await findCredential(tx, tenant, user);
  const before = await findSession(tx, tenant, session);
  if (!credential || !before) return refuse({ type: 'SignInNeeded' });
  await deleteSession(tx, tenant, user, session);
  await openSession(context, tenant, user, before.started);
  const { masterKeyWrap, sealedIdentity } = credential;
  return ok({ sealed: { masterKeyWrap, sealedIdentity } });
}
