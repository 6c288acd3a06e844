import { sql } from 'kysely';
import type { RecordId, SpaceId, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { SpacesTables } from './spaces-tables.ts';

/** A signed operation as it is kept: never changed, never removed while the space lives. */
export interface OperationRow {
  readonly seq: number;
  readonly hash: string;
  readonly kind: string;
  readonly jws: string;
}

/** The newest version of a sealed record. */
export interface CurrentRecord {
  readonly id: RecordId;
  readonly version: number;
  readonly type: string;
  readonly seq: number;
  readonly envelope: string | null;
}

/** Adds operations in one statement; the primary key refuses a second operation with one number. */
export async function insertOperations(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  rows: readonly OperationRow[],
): Promise<void> {
  await tx
    .withTables<SpacesTables>()
    .insertInto('spaces.operation')
    .values(rows.map((row) => ({ tenant, space, ...row })))
    .execute();
}

/** One version of a record with the operation that signed it. */
export interface RecordHistory {
  readonly version: number;
  readonly seq: number;
  readonly jws: string;
  readonly envelope: string | null;
}

/** Every version of one record, newest first, for the history that members may read. */
export async function listVersions(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  id: RecordId,
): Promise<readonly RecordHistory[]> {
  return tx
    .withTables<SpacesTables>()
    .selectFrom('spaces.record as r')
    .innerJoin('spaces.operation as o', (join) =>
      join.onRef('o.tenant', '=', 'r.tenant').onRef('o.space', '=', 'r.space').onRef('o.seq', '=', 'r.seq'),
    )
    .select(['r.version', 'r.seq', 'o.jws', 'r.envelope'])
    .where('r.tenant', '=', tenant)
    .where('r.space', '=', space)
    .where('r.id', '=', id)
    .orderBy('r.version', 'desc')
    .execute();
}

/** What a new version of a record needs. */
export interface RecordVersion {
  readonly id: RecordId;
  readonly version: number;
  readonly type: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hour: string;
  readonly envelope: string | null;
}

/**
 * Adds versions, several of one record in their order; the last of each is the newest now. Older ones stay, but lose what
 * they hold where the type keeps none (drafts are replaced in place). Two statements, however many there are; both are
 * sent before this returns.
 */
export async function insertVersions(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  versions: readonly RecordVersion[],
  replacedTypes: readonly string[],
): Promise<void> {
  if (versions.length === 0) return;
  const tables = tx.withTables<SpacesTables>();
  const newest = new Map(versions.map(({ id, version }) => [id, version]));
  const sent: Promise<unknown>[] = [];
  const older = versions.filter(({ version }) => version > 1).map(({ id }) => id);
  if (older.length > 0) {
    const replaced = sql<boolean>`type = ANY (${[...replacedTypes]}::text[])`;
    const update = tables
      .updateTable('spaces.record')
      .set({ current: false, envelope: sql`CASE WHEN ${replaced} THEN NULL ELSE envelope END` })
      .where('tenant', '=', tenant)
      .where('space', '=', space)
      .where((build) => build('id', '=', build.fn.any(build.val(older))))
      .where('current', '=', true);
    sent.push(update.execute());
  }
  const rows = versions.map((row) => {
    const current = newest.get(row.id) === row.version;
    const envelope = current || !replacedTypes.includes(row.type) ? row.envelope : null;
    return { tenant, space, ...row, envelope, size: row.envelope?.length ?? 0, current };
  });
  sent.push(tables.insertInto('spaces.record').values(rows).execute());
  await Promise.all(sent);
}

/** Newest version and type of the records named; records that do not exist yet are left out. */
export async function findRecordStates(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  ids: readonly RecordId[],
): Promise<Map<RecordId, { readonly version: number; readonly type: string; readonly deleted: boolean }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .withTables<SpacesTables>()
    .selectFrom('spaces.record')
    .select(['id', 'version', 'type', (build) => build('envelope', 'is', null).as('deleted')])
    .where('tenant', '=', tenant)
    .where('space', '=', space)
    .where('current', '=', true)
    .where((build) => build('id', '=', build.fn.any(build.val(ids))))
    .execute();
  return new Map(rows.map(({ id, version, type, deleted }) => [id, { version, type, deleted: Boolean(deleted) }]));
}
