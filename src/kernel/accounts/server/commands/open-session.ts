import { bytesToBase64url, dayInAmsterdam, type Clock, type TenantId, type UserId } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import { setCaller, type Tx } from '#platform/server/db';
import type { OpenContext, SignedIn } from '#platform/server/http';
import { isId } from '#platform/base';
import { rolesInForce } from '../../model/role-grant.ts';
import {
  deleteSession,
  enterWithSession,
  insertSession,
  listSessionsOf,
  noteSeen,
  type Session,
} from '../store/session-store.ts';

/** Longest life of a session, however busy it is. */
export const absoluteMilliseconds = 12 * 3_600_000;
/** Longest rest of a session between two uses. */
export const idleMilliseconds = 30 * 60_000;
const fresh = 5 * 60_000;
const atOnce = 3;

/** True while a session may be used: 12 hours from its start, 30 minutes from its last use. */
export function isLiving(session: Session, now: Date): boolean {
  const age = now.getTime() - session.started.getTime();
  return age < absoluteMilliseconds && now.getTime() - session.seen.getTime() < idleMilliseconds;
}

/**
 * Opens a session and hands its token to the browser as a cookie; the database keeps a hash. At most
 * three at once: the oldest make room. A step-up passes `started`, so the twelve hours go on.
 */
export async function openSession(
  { tx, clock, randomBytes, setSession }: Pick<OpenContext, 'tx' | 'clock' | 'randomBytes' | 'setSession'>,
  tenant: TenantId,
  user: UserId,
  started?: Date,
): Promise<void> {
  const now = clock.now();
  const token = `${tenant}.${bytesToBase64url(randomBytes(32))}`;
  const before = await listSessionsOf(tx, tenant, user);
  const living = before.filter((session) => isLiving(session, now));
  const kept = new Set(living.slice(0, atOnce - 1).map(({ hash }) => hash));
  for (const { hash } of before) if (!kept.has(hash)) await deleteSession(tx, tenant, user, hash);
  const begun = started ?? now;
  await insertSession(tx, tenant, { hash: await hashText(token), user, started: begun, seen: now, unlocked: now });
  setSession({ token, maxAgeSeconds: Math.ceil((begun.getTime() + absoluteMilliseconds - now.getTime()) / 1000) });
}

/**
 * Who holds this token; null for a token that is wrong, over, or of somebody who may no longer sign in.
 * Sets tenant and user for the rest of the transaction. `reading`: the request changes nothing.
 */
export async function authenticate(tx: Tx, token: string, clock: Clock, reading: boolean): Promise<SignedIn | null> {
  const [tenantText = ''] = token.split('.');
  if (!isId(tenantText) || token.length > 120) return null;
  // Just checked to have the form of an id; whether it is one of ours the session tells.
  const tenant = tenantText as TenantId;
  const now = clock.now();
  const held = await enterWithSession(tx, tenant, await hashText(token), reading);
  if (held?.status !== 'active' || !isLiving(held.session, now)) {
    await setCaller(tx, { tenant: null, user: null });
    return null;
  }
  const { session } = held;
  if (now.getTime() - session.seen.getTime() > 60_000) await noteSeen(tx, tenant, session.hash, now);
  const roles = rolesInForce(held.roles, dayInAmsterdam(now));
  const stepUpFresh = now.getTime() - session.unlocked.getTime() <= fresh;
  return { tenant, user: session.user, roles, session: session.hash, stepUpFresh };
}
