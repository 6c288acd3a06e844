import { bytesToBase64url, type TenantId, type UserId } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import type { OpenContext } from '#platform/server/http';
import { deleteSession, insertSession, listSessionsOf, type Session } from '../store/session-store.ts';

/** Longest life of a session, however busy it is. */
export const absoluteMilliseconds = 12 * 3_600_000;
/** Longest rest of a session between two uses. */
export const idleMilliseconds = 30 * 60_000;
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
