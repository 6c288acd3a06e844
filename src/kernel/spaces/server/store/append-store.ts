import { sql } from 'kysely';
import type { RecordId, SpaceId, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { SpaceRow } from './space-store.ts';
import type { SpacesTables } from './spaces-tables.ts';

/** A signed operation as it is kept: never changed, never removed while the space lives. */
export interface OperationRow {
  readonly seq: number;
  readonly hash: string;
  readonly kind: string;
  readonly jws: string;
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

/** What a batch adds to a log. */
export interface LogAddition {
  readonly operations: readonly OperationRow[];
  /** Versions of records, several of one in their order; the last of each is the newest from now on. */
  readonly versions: readonly RecordVersion[];
  /** The space as it is after the batch. */
  readonly after: SpaceRow;
}

/**
 * Adds operations and versions of records to a log and moves its head, all in one statement; the primary key refuses a
 * second operation with one number. Versions that were the newest stay, but lose what they hold where the type keeps none
 * (drafts are replaced in place): a statement of its own before, since no record may have two newest versions for even a
 * moment. Both are sent before this returns.
 */
export async function appendToLog(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  { operations, versions, after }: LogAddition,
  replacedTypes: readonly string[],
): Promise<void> {
  const sent: Promise<unknown>[] = [];
  const older = versions.filter(({ version }) => version > 1).map(({ id }) => id);
  if (older.length > 0) sent.push(replaceNewest(tx, tenant, space, older, replacedTypes));
  const newest = new Map(versions.map(({ id, version }) => [id, version]));
  const rows = versions.map((row) => {
    const current = newest.get(row.id) === row.version;
    const envelope = current || !replacedTypes.includes(row.type) ? row.envelope : null;
    return { ...row, envelope, size: row.envelope?.length ?? 0, current };
  });
  const { epoch, seq, head, codedHash, keySeq } = after;
  // One text whatever there is to add, so that it is planned once. That a record names an operation of its space is
  // looked at when the whole statement is done.
  const statement = sql`
    WITH moved AS (
      UPDATE spaces.space SET epoch = ${epoch}, seq = ${seq}, head = ${head}, coded_hash = ${codedHash}, key_seq = ${keySeq}
      WHERE tenant = ${tenant} AND id = ${space}
    ), filed AS (
      INSERT INTO spaces.record (tenant, space, id, version, type, epoch, seq, size, hour, current, envelope)
      SELECT ${tenant}, ${space}, r.* FROM unnest(${of(rows, 'id')}::uuid[], ${of(rows, 'version')}::int[],
        ${of(rows, 'type')}::text[], ${of(rows, 'epoch')}::int[], ${of(rows, 'seq')}::int[], ${of(rows, 'size')}::int[],
        ${of(rows, 'hour')}::text[], ${of(rows, 'current')}::boolean[], ${of(rows, 'envelope')}::text[]) AS r
    )
    INSERT INTO spaces.operation (tenant, space, seq, hash, kind, jws)
    SELECT ${tenant}, ${space}, o.* FROM unnest(${of(operations, 'seq')}::int[], ${of(operations, 'hash')}::text[],
      ${of(operations, 'kind')}::text[], ${of(operations, 'jws')}::text[]) AS o`;
  sent.push(statement.execute(tx));
  await Promise.all(sent);
}

/** One column of many rows. */
function of<Row, Name extends keyof Row>(rows: readonly Row[], name: Name): readonly Row[Name][] {
  return rows.map((row) => row[name]);
}

async function replaceNewest(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  ids: readonly RecordId[],
  replacedTypes: readonly string[],
): Promise<void> {
  const replaced = sql<boolean>`type = ANY (${[...replacedTypes]}::text[])`;
  await tx
    .withTables<SpacesTables>()
    .updateTable('spaces.record')
    .set({ current: false, envelope: sql`CASE WHEN ${replaced} THEN NULL ELSE envelope END` })
    .where('tenant', '=', tenant)
    .where('space', '=', space)
    .where((build) => build('id', '=', build.fn.any(build.val(ids))))
    .where('current', '=', true)
    .execute();
}
