import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';

/** What signs a person in and what only their device opens. Visible to their own requests alone. */
export interface Credential {
  readonly record: string;
  readonly masterKeyWrap: string;
  readonly sealedIdentity: string;
}

export async function findCredential(tx: Tx, tenant: TenantId, user: UserId): Promise<Credential | null> {
  const found =
    await sql<Credential>`SELECT record, master_key_wrap AS "masterKeyWrap", sealed_identity AS "sealedIdentity"
    FROM keys.credential WHERE tenant = ${tenant} AND user_id = ${user}`.execute(tx);
  return found.rows[0] ?? null;
}

export async function insertCredential(tx: Tx, tenant: TenantId, user: UserId, credential: Credential): Promise<void> {
  await sql`INSERT INTO keys.credential (tenant, user_id, record, master_key_wrap, sealed_identity)
    VALUES (${tenant}, ${user}, ${credential.record}, ${credential.masterKeyWrap}, ${credential.sealedIdentity})`.execute(
    tx,
  );
}

export async function updateCredential(
  tx: Tx,
  tenant: TenantId,
  user: UserId,
  { record, masterKeyWrap }: Pick<Credential, 'record' | 'masterKeyWrap'>,
): Promise<void> {
  await sql`UPDATE keys.credential SET record = ${record}, master_key_wrap = ${masterKeyWrap}
    WHERE tenant = ${tenant} AND user_id = ${user}`.execute(tx);
}

/** A person's sealed keyring, if there is one. */
export async function findKeyring(
  tx: Tx,
  tenant: TenantId,
  user: UserId,
): Promise<{ readonly version: number; readonly sealed: string } | null> {
  const found = await sql<{ version: number; sealed: string }>`SELECT version, sealed FROM keys.keyring
    WHERE tenant = ${tenant} AND user_id = ${user}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Stores the next version; false when another device wrote first. */
export async function saveKeyring(
  tx: Tx,
  tenant: TenantId,
  user: UserId,
  version: number,
  sealed: string,
): Promise<boolean> {
  const done =
    version === 1
      ? await sql`INSERT INTO keys.keyring (tenant, user_id, version, sealed) VALUES (${tenant}, ${user}, 1, ${sealed})
          ON CONFLICT DO NOTHING`.execute(tx)
      : await sql`UPDATE keys.keyring SET version = ${version}, sealed = ${sealed}
          WHERE tenant = ${tenant} AND user_id = ${user} AND version = ${version - 1}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** The server's half of a sign-in under way. */
export interface PendingLogin {
  readonly id: string;
  readonly purpose: 'sign-in' | 'step-up';
  readonly user: UserId | null;
  readonly state: string;
  readonly expires: Date;
}

export async function insertLogin(tx: Tx, tenant: TenantId, login: PendingLogin): Promise<void> {
  await sql`INSERT INTO keys.login (tenant, id, purpose, user_id, state, expires)
    VALUES (${tenant}, ${login.id}, ${login.purpose}, ${login.user}, ${login.state}, ${login.expires})`.execute(tx);
}

/** Takes a pending sign-in out, and with it all that are over: each can be answered once. */
export async function takeLogin(tx: Tx, tenant: TenantId, id: string, now: Date): Promise<PendingLogin | null> {
  await deleteExpiredLogins(tx, tenant, now);
  const found = await sql<PendingLogin>`DELETE FROM keys.login WHERE tenant = ${tenant} AND id = ${id}
    RETURNING id, purpose, user_id AS "user", state, expires`.execute(tx);
  return found.rows[0] ?? null;
}

/** Takes away halves of sign-ins that nobody finished in time. */
export async function deleteExpiredLogins(tx: Tx, tenant: TenantId, now: Date): Promise<void> {
  await sql`DELETE FROM keys.login WHERE tenant = ${tenant} AND expires < ${now}`.execute(tx);
}
