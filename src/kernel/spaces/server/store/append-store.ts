import { sql } from 'kysely';
import type { RecordId, SpaceId, TenantId, UserId } from '#platform/base';
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
  await sql`
    UPDATE spaces.record
    SET current = false, envelope = CASE WHEN type = ANY (${[...replacedTypes]}::text[]) THEN NULL ELSE envelope END
    WHERE tenant = ${tenant} AND space = ${space} AND id = ANY (${[...ids]}::uuid[]) AND current`.execute(tx);
}

/** What a batch builds on. */
export interface BatchGround {
  /** Who may open the space now, in a fixed order. */
  readonly members: readonly LivingMember[];
  /** Newest version and type of the records named; records that do not exist yet are left out. */
  readonly records: ReadonlyMap<
    RecordId,
    { readonly version: number; readonly type: string; readonly deleted: boolean }
  >;
}

type GroundRow =
  | { readonly part: 1; readonly id: UserId; readonly word: string; readonly n: number; readonly deleted: null }
  | { readonly part: 2; readonly id: RecordId; readonly word: string; readonly n: number; readonly deleted: boolean };

/** The living members of a space and the records that a batch names, in one statement. */
export async function findGround(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  ids: readonly RecordId[],
): Promise<BatchGround> {
  const { rows } = await sql<GroundRow>`
    SELECT 1 AS part, m.user_id AS id, m.relation AS word, m.epoch_from AS n, NULL::boolean AS deleted
    FROM spaces.member m
    WHERE m.tenant = ${tenant} AND m.space = ${space} AND m.epoch_until IS NULL
    UNION ALL
    SELECT 2, r.id, r.type, r.version, r.envelope IS NULL
    FROM spaces.record r
    WHERE r.tenant = ${tenant} AND r.space = ${space} AND r.current AND r.id = ANY (${[...ids]}::uuid[])
    ORDER BY part, id`.execute(tx);
  const members: LivingMember[] = [];
  const records = new Map<RecordId, { version: number; type: string; deleted: boolean }>();
  for (const row of rows) {
    if (row.part === 1) members.push({ user: row.id, relation: row.word, epochFrom: row.n });
    else records.set(row.id, { version: row.n, type: row.word, deleted: row.deleted });
  }
  return { members, records };
}
