import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import type { StoreId } from '../../model/open/statement/record-ids.ts';

/** What a key may do in the record store. */
export type KeyScope = 'read' | 'write' | 'all' | 'launch';

/** A key of the record store, without its secret. */
export interface RecordKey {
  /** Half of what is shown with every request; says which key it is. */
  readonly key: string;
  readonly store: StoreId;
  /** Where what comes in with it is from; null for a plain key, whose statements are counted nowhere. */
  readonly source: string | null;
  readonly organisation: OrganisationId | null;
  readonly scope: KeyScope;
  readonly madeAt: Date;
  /** From then on it opens nothing; null for always. */
  readonly until: Date | null;
  readonly revokedAt: Date | null;
}

/** A key with the hash of its secret. */
export interface HeldKey extends RecordKey {
  readonly hash: string;
}

const columns = sql`id AS "key", store, source, organisation, scope, made_at AS "madeAt", until, revoked_at AS "revokedAt"`;

export async function insertRecordKey(
  tx: Tx,
  tenant: TenantId,
  { key, hash, store, source, organisation, scope, madeAt, until }: HeldKey,
): Promise<void> {
  await sql`INSERT INTO learning.lrs_key (tenant, id, hash, store, source, organisation, scope, made_at, until)
    VALUES (${tenant}, ${key}, ${hash}, ${store}, ${source}, ${organisation}, ${scope}, ${madeAt}, ${until})`.execute(
    tx,
  );
}

/** A key with the hash of its secret; ended and revoked ones too. */
export async function findRecordKey(tx: Tx, tenant: TenantId, key: string): Promise<HeldKey | null> {
  const found = await sql<HeldKey>`SELECT ${columns}, hash FROM learning.lrs_key
    WHERE tenant = ${tenant} AND id = ${key}`.execute(tx);
  return found.rows[0] ?? null;
}

export async function listRecordKeys(tx: Tx, tenant: TenantId): Promise<readonly RecordKey[]> {
  const found = await sql<RecordKey>`SELECT ${columns} FROM learning.lrs_key
    WHERE tenant = ${tenant} ORDER BY made_at, id LIMIT 1000`.execute(tx);
  return found.rows;
}

/** Ends a key for good; false when there is no such key, or it was ended before. */
export async function revokeRecordKey(tx: Tx, tenant: TenantId, key: string, at: Date): Promise<boolean> {
  const done = await sql`UPDATE learning.lrs_key SET revoked_at = ${at}
    WHERE tenant = ${tenant} AND id = ${key} AND revoked_at IS NULL`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}
