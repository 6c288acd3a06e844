import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';

/** A key that signs badges, or did. */
export interface BadgeKey {
  /** Thumbprint of its public half. */
  readonly id: string;
  readonly modulus: string;
  readonly exponent: string;
  /** The private half, sealed. */
  readonly sealed: string;
  readonly origin: string;
  readonly madeAt: Date;
}

const columns = sql`id, modulus, exponent, sealed, origin, made_at AS "madeAt"`;

export async function insertBadgeKey(tx: Tx, tenant: TenantId, key: BadgeKey): Promise<void> {
  await sql`INSERT INTO learning.badge_key (tenant, id, modulus, exponent, sealed, origin, made_at)
    VALUES (${tenant}, ${key.id}, ${key.modulus}, ${key.exponent}, ${key.sealed}, ${key.origin}, ${key.madeAt})`.execute(
    tx,
  );
}

/** Every key, the one that signs first. */
export async function listBadgeKeys(tx: Tx, tenant: TenantId): Promise<readonly BadgeKey[]> {
  const found = await sql<BadgeKey>`SELECT ${columns} FROM learning.badge_key
    WHERE tenant = ${tenant} ORDER BY made_at DESC, id LIMIT 1000`.execute(tx);
  return found.rows;
}

/** The key that signs; null while none was made. */
export async function findNewestKey(tx: Tx, tenant: TenantId): Promise<BadgeKey | null> {
  const found = await sql<BadgeKey>`SELECT ${columns} FROM learning.badge_key
    WHERE tenant = ${tenant} ORDER BY made_at DESC, id LIMIT 1`.execute(tx);
  return found.rows[0] ?? null;
}

export async function findBadgeKey(tx: Tx, tenant: TenantId, id: string): Promise<BadgeKey | null> {
  const found = await sql<BadgeKey>`SELECT ${columns} FROM learning.badge_key
    WHERE tenant = ${tenant} AND id = ${id}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Lets two who would make the first key at once make one. */
export async function holdBadgeKeys(tx: Tx, tenant: TenantId): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`learning:badge-keys:${tenant}`}, 0))`.execute(tx);
}
