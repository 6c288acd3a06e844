import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { RoleGrant } from '../../model/role-grant.ts';
import type { Account } from './account-store.ts';

/** A session; `hash` stands for the token, which is stored nowhere. */
export interface Session {
  readonly hash: string;
  readonly user: UserId;
  readonly started: Date;
  readonly seen: Date;
  readonly unlocked: Date;
}

const columns = sql`hash, user_id AS "user", started, seen, unlocked`;

export async function insertSession(
  tx: Tx,
  tenant: TenantId,
  { hash, user, started, seen, unlocked }: Session,
): Promise<void> {
  await sql`INSERT INTO accounts.session (tenant, hash, user_id, started, seen, unlocked)
    VALUES (${tenant}, ${hash}, ${user}, ${started}, ${seen}, ${unlocked})`.execute(tx);
}

export async function findSession(tx: Tx, tenant: TenantId, hash: string): Promise<Session | null> {
  const found =
    await sql<Session>`SELECT ${columns} FROM accounts.session WHERE tenant = ${tenant} AND hash = ${hash}`.execute(tx);
  return found.rows[0] ?? null;
}

/** A session with what its holder may be: the standing of the account, and all roles with their last days. */
export interface HeldSession {
  readonly session: Session;
  readonly status: Account['status'];
  readonly roles: readonly RoleGrant[];
}

/** Sets the tenant for the running transaction and finds the session with its account and roles, in one statement. */
export async function enterWithSession(
  tx: Tx,
  tenant: TenantId,
  hash: string,
  reading: boolean,
): Promise<HeldSession | null> {
  const found = await sql<Omit<Session, 'hash'> & Pick<HeldSession, 'status' | 'roles'>>`
    SELECT user_id AS "user", started, seen, unlocked, status, roles
    FROM accounts.enter(${tenant}, ${hash}, ${reading})`.execute(tx);
  const [row] = found.rows;
  if (!row) return null;
  const { status, roles, ...session } = row;
  return { session: { hash, ...session }, status, roles };
}

/** Notes use at most once a minute, so that parallel requests do not wait for each other. */
export async function noteSeen(tx: Tx, tenant: TenantId, hash: string, now: Date): Promise<void> {
  await sql`UPDATE accounts.session SET seen = ${now} WHERE tenant = ${tenant} AND hash = (
    SELECT hash FROM accounts.session WHERE tenant = ${tenant} AND hash = ${hash} FOR UPDATE SKIP LOCKED)`.execute(tx);
}

export async function listSessionsOf(tx: Tx, tenant: TenantId, user: UserId): Promise<readonly Session[]> {
  const found = await sql<Session>`SELECT ${columns} FROM accounts.session
    WHERE tenant = ${tenant} AND user_id = ${user} ORDER BY started DESC, hash`.execute(tx);
  return found.rows;
}

/** Ends one session of one person; false when there is none. */
export async function deleteSession(tx: Tx, tenant: TenantId, user: UserId, hash: string): Promise<boolean> {
  const done =
    await sql`DELETE FROM accounts.session WHERE tenant = ${tenant} AND user_id = ${user} AND hash = ${hash}`.execute(
      tx,
    );
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** Ends every session of a person, at once, in the running transaction. */
export async function endSessionsOf(
  tx: Tx,
  { tenant, user }: { readonly tenant: TenantId; readonly user: UserId },
): Promise<void> {
  await sql`DELETE FROM accounts.session WHERE tenant = ${tenant} AND user_id = ${user}`.execute(tx);
}

/** Takes away sessions that can no longer be used. */
export async function deleteEndedSessions(
  tx: Tx,
  tenant: TenantId,
  { startedBefore, seenBefore }: { readonly startedBefore: Date; readonly seenBefore: Date },
): Promise<void> {
  await sql`DELETE FROM accounts.session
    WHERE tenant = ${tenant} AND (started <= ${startedBefore} OR seen <= ${seenBefore})`.execute(tx);
}
