import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';

/** A tenant as its door plate tells. */
export interface Tenant {
  readonly tenant: TenantId;
  readonly kind: 'society' | 'network';
  readonly name: string;
  readonly practice: boolean;
  readonly fingerprint: string;
}

/** The tenant of this installation; null while nobody founded one. Readable without a caller. */
export async function findTenant(tx: Tx): Promise<Tenant | null> {
  const found = await sql<Tenant>`SELECT tenant, kind, name, practice, fingerprint FROM accounts.tenant
    ORDER BY founded_hour, tenant LIMIT 1`.execute(tx);
  return found.rows[0] ?? null;
}

/** Holds back every other founding until the transaction ends. */
export async function holdFounding(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('accounts:founding', 0))`.execute(tx);
}

export async function insertTenant(tx: Tx, tenant: Tenant, foundedHour: string): Promise<void> {
  await sql`INSERT INTO accounts.tenant (tenant, kind, name, practice, fingerprint, founded_hour)
    VALUES (${tenant.tenant}, ${tenant.kind}, ${tenant.name}, ${tenant.practice}, ${tenant.fingerprint}, ${foundedHour})`.execute(
    tx,
  );
}

export async function insertDocument(tx: Tx, tenant: TenantId, seq: number, jws: string): Promise<void> {
  await sql`INSERT INTO accounts.tenant_document (tenant, seq, jws) VALUES (${tenant}, ${seq}, ${jws})`.execute(tx);
}

export async function listDocuments(tx: Tx, tenant: TenantId): Promise<readonly string[]> {
  const found = await sql<{
    jws: string;
  }>`SELECT jws FROM accounts.tenant_document WHERE tenant = ${tenant} ORDER BY seq`.execute(tx);
  return found.rows.map(({ jws }) => jws);
}
