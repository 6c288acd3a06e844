import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';

/** Where the chain of entries ends; holds back other signers until the transaction ends. */
export async function lockDirectory(
  tx: Tx,
  tenant: TenantId,
): Promise<{ readonly seq: number; readonly hash: string | null }> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`directory:${tenant}`}, 0))`.execute(tx);
  const found = await sql<{ seq: number; hash: string }>`SELECT seq, hash FROM accounts.directory_entry
    WHERE tenant = ${tenant} ORDER BY seq DESC LIMIT 1`.execute(tx);
  return found.rows[0] ?? { seq: 0, hash: null };
}

export async function insertEntry(
  tx: Tx,
  tenant: TenantId,
  entry: { readonly seq: number; readonly hash: string; readonly user: UserId; readonly jws: string },
): Promise<void> {
  await sql`INSERT INTO accounts.directory_entry (tenant, seq, hash, user_id, jws)
    VALUES (${tenant}, ${entry.seq}, ${entry.hash}, ${entry.user}, ${entry.jws})`.execute(tx);
}

export async function listEntries(tx: Tx, tenant: TenantId): Promise<readonly string[]> {
  const found = await sql<{
    jws: string;
  }>`SELECT jws FROM accounts.directory_entry WHERE tenant = ${tenant} ORDER BY seq`.execute(tx);
  return found.rows.map(({ jws }) => jws);
}
