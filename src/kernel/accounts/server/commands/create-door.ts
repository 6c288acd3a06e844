import { dayInAmsterdam, isId, type Clock, type TenantId } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import { setCaller, type Tx } from '#platform/server/db';
import type { ServerParts, SignedIn } from '#platform/server/http';
import { rolesInForce } from '../../model/role-grant.ts';
import { enterWithSession, noteSeen, type HeldSession } from '../store/session-store.ts';
import { isLiving } from './open-session.ts';

/** An unlock is fresh for five minutes. */
const fresh = 5 * 60_000;
/** Use is noted at most once a minute. */
const noted = 60_000;
/** Sessions that are remembered at once. */
const most = 2_000;

/** A token by its parts: who could know of it, and the name of the session. */
interface SessionName {
  readonly tenant: TenantId;
  readonly hash: string;
}

/**
 * The door that every request comes in by. `authenticate` asks the database, each time, who holds a token: null for one
 * that is wrong, over, or of somebody who may no longer sign in. It sets tenant and user for the rest of the
 * transaction. `recall` says what the answer was the last time, if that was less than a minute ago: hashes and roles in
 * memory, no token (decision 0026).
 */
export function createDoor(): Pick<ServerParts, 'authenticate' | 'recall'> {
  const known = new Map<string, HeldSession>();
  const remember = (held: HeldSession): void => {
    const { hash } = held.session;
    known.delete(hash);
    const [oldest] = known.keys();
    if (known.size >= most && oldest !== undefined) known.delete(oldest);
    known.set(hash, held);
  };
  return {
    authenticate: async (tx, token, clock, reading) => {
      const name = await nameOf(token);
      if (!name) return null;
      const now = clock.now();
      const held = await enter(tx, name, now, reading);
      if (!held) {
        known.delete(name.hash);
        return null;
      }
      remember(held);
      return holderOf(name.tenant, held, now);
    },
    recall: async (token, clock: Clock) => {
      const name = await nameOf(token);
      const held = name && known.get(name.hash);
      if (!held) return null;
      const now = clock.now();
      const isRecent = Math.abs(now.getTime() - held.session.seen.getTime()) <= noted;
      return isRecent && isLiving(held.session, now) ? holderOf(name.tenant, held, now) : null;
    },
  };
}

async function nameOf(token: string): Promise<SessionName | null> {
  const [tenant = ''] = token.split('.');
  if (!isId(tenant) || token.length > 120) return null;
  // Just checked to have the form of an id; whether it is one of ours the session tells.
  return { tenant: tenant as TenantId, hash: await hashText(token) };
}

async function enter(tx: Tx, { tenant, hash }: SessionName, now: Date, reading: boolean): Promise<HeldSession | null> {
  const held = await enterWithSession(tx, tenant, hash, reading);
  if (held?.status !== 'active' || !isLiving(held.session, now)) {
    await setCaller(tx, { tenant: null, user: null });
    return null;
  }
  if (now.getTime() - held.session.seen.getTime() <= noted) return held;
  await noteSeen(tx, tenant, hash, now);
  return { ...held, session: { ...held.session, seen: now } };
}

function holderOf(tenant: TenantId, { session, roles }: HeldSession, now: Date): SignedIn {
  return {
    tenant,
    user: session.user,
    roles: rolesInForce(roles, dayInAmsterdam(now)),
    session: session.hash,
    stepUpFresh: now.getTime() - session.unlocked.getTime() <= fresh,
  };
}
