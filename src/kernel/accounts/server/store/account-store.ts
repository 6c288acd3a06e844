import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { PublicJwk } from '#platform/crypto/envelope';
import type { Tx } from '#platform/server/db';
import type { RoleGrant } from '../../model/role-grant.ts';

/** An account with its present keys; roles come from `listRoles`. */
export interface Account {
  readonly id: UserId;
  readonly handle: string;
  readonly status: 'pending' | 'active' | 'revoked';
  /** The x coordinates of the public keys. */
  readonly encryption: string;
  readonly signing: string;
  readonly thumbprint: string;
}

export async function findAccount(tx: Tx, tenant: TenantId, id: UserId): Promise<Account | null> {
  const found = await sql<Account>`SELECT id, handle, status, encryption, signing, thumbprint
    FROM accounts.account WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
  return found.rows[0] ?? null;
}

export async function findAccountByHandle(tx: Tx, tenant: TenantId, handle: string): Promise<Account | null> {
  const found = await sql<Account>`SELECT id, handle, status, encryption, signing, thumbprint
    FROM accounts.account WHERE tenant = ${tenant} AND handle = ${handle}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Adds an account; `false` when its id or sign-in name is taken. */
export async function insertAccount(tx: Tx, tenant: TenantId, account: Account): Promise<boolean> {
  const { id, handle, status, encryption, signing, thumbprint } = account;
  const done = await sql`INSERT INTO accounts.account (tenant, id, handle, status, encryption, signing, thumbprint)
    VALUES (${tenant}, ${id}, ${handle}, ${status}, ${encryption}, ${signing}, ${thumbprint}) ON CONFLICT DO NOTHING`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Takes away an account that was never confirmed, with its sealed keys. */
export async function deletePendingAccount(tx: Tx, tenant: TenantId, id: UserId): Promise<void> {
  await sql`DELETE FROM accounts.account WHERE tenant = ${tenant} AND id = ${id} AND status = 'pending'`.execute(tx);
}

export async function setAccountStatus(tx: Tx, tenant: TenantId, id: UserId, status: Account['status']): Promise<void> {
  await sql`UPDATE accounts.account SET status = ${status} WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
}

export async function listAccounts(tx: Tx, tenant: TenantId): Promise<readonly Account[]> {
  const found = await sql<Account>`SELECT id, handle, status, encryption, signing, thumbprint
    FROM accounts.account WHERE tenant = ${tenant} ORDER BY handle`.execute(tx);
  return found.rows;
}

/** Roles of one person with their last days, ended ones too. */
export async function listRoles(tx: Tx, tenant: TenantId, user: UserId): Promise<readonly RoleGrant[]> {
  const found = await sql<RoleGrant>`SELECT role, until FROM accounts.role
    WHERE tenant = ${tenant} AND user_id = ${user} ORDER BY role`.execute(tx);
  return found.rows;
}

/** Roles of everybody. */
export async function listAllRoles(
  tx: Tx,
  tenant: TenantId,
): Promise<readonly (RoleGrant & { readonly user: UserId })[]> {
  const found = await sql<RoleGrant & { user: UserId }>`SELECT user_id AS "user", role, until FROM accounts.role
    WHERE tenant = ${tenant} ORDER BY user_id, role`.execute(tx);
  return found.rows;
}

/** Everybody whose account is active, with all their roles, ended ones too. */
export async function listWorkers(
  tx: Tx,
  tenant: TenantId,
): Promise<readonly { readonly user: UserId; readonly roles: readonly RoleGrant[] }[]> {
  const found = await sql<{ user: UserId; roles: readonly RoleGrant[] }>`SELECT a.id AS "user",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'until', r.until) ORDER BY r.role), '[]')
        FROM accounts.role r WHERE r.tenant = a.tenant AND r.user_id = a.id) AS roles
    FROM accounts.account a WHERE a.tenant = ${tenant} AND a.status = 'active' ORDER BY a.id`.execute(tx);
  return found.rows;
}

/** Writes the roles that a signed directory entry names, instead of all before. */
export async function replaceRoles(tx: Tx, tenant: TenantId, user: UserId, roles: readonly RoleGrant[]): Promise<void> {
  await sql`DELETE FROM accounts.role WHERE tenant = ${tenant} AND user_id = ${user}`.execute(tx);
  await sql`INSERT INTO accounts.role (tenant, user_id, role, until)
    SELECT ${tenant}, ${user}, role, until
    FROM jsonb_to_recordset(${JSON.stringify(roles)}::jsonb) AS r (role text, until date)`.execute(tx);
}

/** Thumbprints of the encryption keys of active people: to whom a key may be wrapped. */
export async function findActiveThumbprints(tx: Tx, tenant: TenantId): Promise<ReadonlyMap<UserId, string>> {
  const found = await sql<{ id: UserId; thumbprint: string }>`SELECT id, thumbprint FROM accounts.account
    WHERE tenant = ${tenant} AND status = 'active'`.execute(tx);
  return new Map(found.rows.map(({ id, thumbprint }) => [id, thumbprint]));
}

/** The key that an active person's signatures must verify with; null for anybody else. */
export async function findSigningKey(tx: Tx, tenant: TenantId, user: UserId): Promise<PublicJwk | null> {
  const account = await findAccount(tx, tenant, user);
  return account?.status === 'active' ? { kty: 'OKP', crv: 'Ed25519', x: account.signing } : null;
}
