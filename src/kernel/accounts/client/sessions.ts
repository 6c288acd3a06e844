import { ok, refuse, type Result, type UserId } from '#platform/base';
import type { ApiRefusal } from '#platform/client';
import { finishLogin, finishRegistration, rewrapMasterKey, startLogin, startRegistration } from '#platform/crypto';
import { sessionRoutes } from '../contract/session-routes.ts';
import { checkPassphrase, type PassphraseRefusal } from './passphrase.ts';
import type { AccountParts, SignedInPerson } from './signed-in-person.ts';

/** Proves the passphrase afresh: for five minutes the acts that need it are open. `SignInFailed` when it is wrong. */
export async function stepUp(parts: Pick<AccountParts, 'api'>, passphrase: string): Promise<Result<void, ApiRefusal>> {
  const proven = await prove(parts, passphrase);
  if (!proven.ok) return proven;
  proven.value.exportKey.fill(0);
  return ok(undefined);
}

/** Changes the passphrase; keys, kit and devices stay. Refusals: `SignInFailed`, `PassphraseTooShort`, `PassphraseCommon`. */
export async function changePassphrase(
  parts: AccountParts,
  person: SignedInPerson,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<Result<void, ApiRefusal | PassphraseRefusal>> {
  const strong = checkPassphrase(next, person.handle);
  if (!strong.ok) return strong;
  const proven = await prove(parts, current);
  if (!proven.ok) return proven;
  const { state, request } = await startRegistration(next);
  const answered = await parts.api.call(sessionRoutes.startPassphraseChange, { input: { request } });
  if (!answered.ok) return answered;
  const { record, exportKey } = await finishRegistration(next, state, answered.value.response);
  const device = person.device.secret;
  const before = { exportKey: proven.value.exportKey, device };
  const wrapped = await rewrapMasterKey(
    person,
    proven.value.masterKeyWrap,
    before,
    { exportKey, device },
    parts.randomBytes,
  );
  proven.value.exportKey.fill(0);
  exportKey.fill(0);
  if (!wrapped.ok) return refuse({ type: 'KitDoesNotFit' });
  const saved = await parts.api.call(sessionRoutes.changePassphrase, {
    input: { record, masterKeyWrap: wrapped.value },
  });
  return saved.ok ? ok(undefined) : saved;
}

/** Ends the session on the server. Dropping the person's keys is the caller's part. */
export function signOut({ api }: Pick<AccountParts, 'api'>): Promise<Result<undefined, ApiRefusal>> {
  return api.call(sessionRoutes.signOut, { input: {} });
}

/** Own sessions, newest first; times to the hour. */
export function listSessions({ api }: Pick<AccountParts, 'api'>) {
  return api.call(sessionRoutes.listSessions, {});
}

/** Ends one of one's own sessions. */
export function revokeSession(
  { api }: Pick<AccountParts, 'api'>,
  session: string,
): Promise<Result<undefined, ApiRefusal>> {
  return api.call(sessionRoutes.revokeSession, { params: { session } });
}

/** Ends all sessions of somebody else; for coordinators and administrators. */
export function revokeSessionsOf(
  { api }: Pick<AccountParts, 'api'>,
  user: UserId,
): Promise<Result<undefined, ApiRefusal>> {
  return api.call(sessionRoutes.revokeSessionsOf, { params: { user } });
}

async function prove({ api }: Pick<AccountParts, 'api'>, passphrase: string) {
  const { state, request } = await startLogin(passphrase);
  const started = await api.call(sessionRoutes.startStepUp, { input: { request } });
  if (!started.ok) return started;
  const finished = await finishLogin(passphrase, state, started.value.response);
  const proof = finished.ok ? finished.value.proof : 'wrong';
  const answered = await api.call(sessionRoutes.finishStepUp, { input: { login: started.value.login, proof } });
  if (!finished.ok) return refuse({ type: 'SignInFailed' } as const);
  if (!answered.ok) return answered;
  return ok({ exportKey: finished.value.exportKey, masterKeyWrap: answered.value.sealed.masterKeyWrap });
}
