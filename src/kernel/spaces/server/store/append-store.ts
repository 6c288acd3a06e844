import { sql } from 'kysely';
import type { RecordId, SpaceId, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { LivingMember, SpaceRow } from './space-store.ts';

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
 * (drafts are replaced in place). No record may have two newest versions for even a moment, so the new ones are filed only
 * when the old ones have been counted out. Sent before this returns.
 */
export async function appendToLog(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  { operations, versions, after }: LogAddition,
  replacedTypes: readonly string[],
): Promise<void> {
  const older = versions.filter(({ version }) => version > 1).map(({ id }) => id);
  const rows = rowsOf(versions, replacedTypes);
  const { epoch, seq, head, codedHash, keySeq } = after;
  // One text whatever there is to add, so that it is planned once. That a record names an operation of its space is
  // looked at when the whole statement is done.
  await sql`
    WITH retired AS (
      UPDATE spaces.record
      SET current = false, envelope = CASE WHEN type = ANY (${[...replacedTypes]}::text[]) THEN NULL ELSE envelope END
      WHERE tenant = ${tenant} AND space = ${space} AND id = ANY (${older}::uuid[]) AND current
      RETURNING 1
    ), moved AS (
      UPDATE spaces.space SET epoch = ${epoch}, seq = ${seq}, head = ${head}, coded_hash = ${codedHash}, key_seq = ${keySeq}
      WHERE tenant = ${tenant} AND id = ${space}
    ), filed AS (
      INSERT INTO spaces.record (tenant, space, id, version, type, epoch, seq, size, hour, current, envelope)
      SELECT ${tenant}, ${space}, r.* FROM unnest(${of(rows, 'id')}::uuid[], ${of(rows, 'version')}::int[],
        ${of(rows, 'type')}::text[], ${of(rows, 'epoch')}::int[], ${of(rows, 'seq')}::int[], ${of(rows, 'size')}::int[],
        ${of(rows, 'hour')}::text[], ${of(rows, 'current')}::boolean[], ${of(rows, 'envelope')}::text[]) AS r
      WHERE (SELECT count(*) FROM retired) >= 0
    )
    INSERT INTO spaces.operation (tenant, space, seq, hash, kind, jws)
    SELECT ${tenant}, ${space}, o.* FROM unnest(${of(operations, 'seq')}::int[], ${of(operations, 'hash')}::text[],
      ${of(operations, 'kind')}::text[], ${of(operations, 'jws')}::text[]) AS o`.execute(tx);
}

function rowsOf(versions: readonly RecordVersion[], replacedTypes: readonly string[]) {
  const newest = new Map(versions.map(({ id, version }) => [id, version]));
  return versions.map((row) => {
    const current = newest.get(row.id) === row.version;
    const envelope = current || !replacedTypes.includes(row.type) ? row.envelope : null;
    return { ...row, envelope, size: row.envelope?.length ?? 0, current };
  });
}

/** One column of many rows. */
function of<Row, Name extends keyof Row>(rows: readonly Row[], name: Name): readonly Row[Name][] {
  return rows.map((row) => row[name]);
}

/** What a batch builds on. */
export interface BatchGround {
  /** The space as it is; null when there is none. */
  readonly space: SpaceRow | null;
  /** Who may open the space now, in a fixed order. */
  readonly members: readonly LivingMember[];
  /** Newest version and type of the records named; records that do not exist yet are left out. */
  readonly records: ReadonlyMap<RecordId, KnownRecord>;
}

interface KnownRecord {
  readonly version: number;
  readonly type: string;
  readonly deleted: boolean;
}

/** Where nothing is yet. */
export const bareGround: BatchGround = { space: null, members: [], records: new Map() };

interface GroundRow extends SpaceRow {
  /** The head when the statement began to look. */
  readonly seen: string;
  readonly members: readonly LivingMember[];
  readonly records: readonly (KnownRecord & { readonly id: RecordId })[];
}

/**
 * The space, its living members and the records that a batch names, in one statement. The space is locked until the
 * transaction ends, so that writers queue up. Whoever had to wait sees the space as it is by then but the rest as it was
 * before: then the head has moved meanwhile, and all is asked again with the lock in hand.
 */
export async function holdGround(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  ids: readonly RecordId[],
): Promise<BatchGround> {
  const row = await askGround(tx, tenant, space, ids);
  const still = row && row.seen !== row.head ? await askGround(tx, tenant, space, ids) : row;
  if (!still) return bareGround;
  const { seen: _, members, records, ...held } = still;
  return { space: held, members, records: new Map(records.map(({ id, ...record }) => [id, record])) };
}

async function askGround(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  ids: readonly RecordId[],
): Promise<GroundRow | null> {
  const { rows } = await sql<GroundRow>`
    SELECT s.id, s.kind, s.epoch, s.seq, s.head, s.coded_hash AS "codedHash", s.key_seq AS "keySeq",
      (SELECT b.head FROM spaces.space b WHERE b.tenant = ${tenant} AND b.id = ${space}) AS seen,
      (SELECT coalesce(json_agg(json_build_object('user', m.user_id, 'relation', m.relation, 'epochFrom', m.epoch_from)
          ORDER BY m.user_id), '[]')
        FROM spaces.member m WHERE m.tenant = ${tenant} AND m.space = ${space} AND m.epoch_until IS NULL) AS members,
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'version', r.version, 'type', r.type,
          'deleted', r.envelope IS NULL)), '[]')
        FROM spaces.record r
        WHERE r.tenant = ${tenant} AND r.space = ${space} AND r.current AND r.id = ANY (${[...ids]}::uuid[])) AS records
    FROM spaces.space s
    WHERE s.tenant = ${tenant} AND s.id = ${space} FOR UPDATE OF s`.execute(tx);
  return rows[0] ?? null;
}
