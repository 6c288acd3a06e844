import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { isIn } from './is-in.ts';
import { binaryArray } from './binary-array.ts';
import type { StatementId, StorePlace } from '../../model/open/statement/record-ids.ts';

type Place = StorePlace<TenantId>;

/** A statement as it is kept: `body` goes out as it is. */
export interface StoredStatement {
  readonly seq: number;
  readonly id: StatementId;
  readonly stored: Date;
  /** Says something that xAPI 1.0.3 has no words for. */
  readonly newer: boolean;
  readonly body: string;
}

/** The last statement of a partition: its number, and when it was kept. */
export interface LastStatement {
  readonly seq: number;
  readonly stored: Date | null;
}

const lockOf = ({ tenant, store }: Place) => sql`hashtextextended(${`learning:lrs:${tenant}:${store}`}, 0)`;

/** Lets nobody else write into a partition until the transaction ends: numbers follow each other, and no reader sees a gap. */
export async function holdStore(tx: Tx, place: Place): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${lockOf(place)})`.execute(tx);
}

/** True when nobody was writing into a partition at this moment. Writers are not kept waiting for whoever asks. */
export async function isStoreQuiet(tx: Tx, place: Place): Promise<boolean> {
  const found = await sql<{ quiet: boolean }>`SELECT CASE WHEN pg_try_advisory_lock_shared(${lockOf(place)})
    THEN pg_advisory_unlock_shared(${lockOf(place)}) ELSE false END AS quiet`.execute(tx);
  return found.rows[0]?.quiet === true;
}

export async function findLastStatement(tx: Tx, { tenant, store }: Place): Promise<LastStatement> {
  const found = await sql<{ seq: number; stored: Date }>`SELECT seq, stored FROM learning.lrs_statement
    WHERE tenant = ${tenant} AND store = ${store} ORDER BY seq DESC LIMIT 1`.execute(tx);
  return found.rows[0] ?? { seq: 0, stored: null };
}

/**
 * The number of the last statement that was kept at an instant or before it; 0 when none was. Numbers have no gaps and times rise with
 * them, so it is found by halving: twenty looks among a million, and no index of times that every statement would have to be put into.
 */
export async function findSeqAt(tx: Tx, { tenant, store }: Place, at: Date): Promise<number> {
  const found = await sql<{ seq: number }>`
    WITH RECURSIVE step (low, high) AS (
      SELECT 0::bigint, coalesce(max(seq), 0) FROM learning.lrs_statement WHERE tenant = ${tenant} AND store = ${store}
      UNION ALL
      SELECT CASE WHEN s.stored <= ${at} THEN middle ELSE low END, CASE WHEN s.stored <= ${at} THEN high ELSE middle - 1 END
      FROM step, LATERAL (SELECT (low + high + 1) / 2 AS middle) half
        JOIN learning.lrs_statement s ON s.tenant = ${tenant} AND s.store = ${store} AND s.seq = middle
      WHERE low < high)
    SELECT low AS seq FROM step WHERE low = high`.execute(tx);
  return found.rows[0]?.seq ?? 0;
}

/** The record separator of ASCII. */
const between = '\u001e';

/** Keeps new statements, whose numbers follow each other and which are stored at one time. */
export async function insertStatements(
  tx: Tx,
  { tenant, store }: Place,
  statements: readonly StoredStatement[],
): Promise<void> {
  const [first] = statements;
  if (first === undefined) return;
  const ids = binaryArray(
    'uuid',
    statements.map(({ id }) => id),
  );
  const newer = binaryArray(
    'boolean',
    statements.map((one) => one.newer),
  );
  // A text of JSON holds no bare control character (RFC 8259, 7), so one of them may stand between the bodies.
  const bodies = statements.map(({ body }) => body).join(between);
  await sql`INSERT INTO learning.lrs_statement (tenant, store, seq, id, stored, newer, body)
    SELECT ${tenant}::uuid, ${store}::uuid, ${first.seq}::bigint + s.n - 1, s.id, ${first.stored}, s.newer, s.body
    FROM unnest(${ids}::uuid[], ${newer}::boolean[], string_to_array(${bodies}, ${between})) WITH ORDINALITY
      s (id, newer, body, n)`.execute(tx);
}

/** Statements by their ids, whether somebody took them back or not, in no order. */
export async function listStatements(
  tx: Tx,
  { tenant, store }: Place,
  ids: readonly StatementId[],
): Promise<readonly StoredStatement[]> {
  const found = await sql<StoredStatement>`SELECT seq, id, stored, newer, body FROM learning.lrs_statement
    WHERE tenant = ${tenant} AND ${isIn(store)} AND id = ANY (${binaryArray('uuid', ids)}::uuid[])`.execute(tx);
  return found.rows;
}

/** That statements take others back. */
export async function insertVoids(
  tx: Tx,
  { tenant, store }: Place,
  voids: readonly { readonly target: StatementId; readonly voider: StatementId }[],
): Promise<void> {
  if (voids.length === 0) return;
  await sql`INSERT INTO learning.lrs_void (tenant, store, target, voider)
    SELECT ${tenant}::uuid, ${store}::uuid, v.* FROM unnest(${voids.map(({ target }) => target)}::uuid[],
      ${voids.map(({ voider }) => voider)}::uuid[]) v`.execute(tx);
}

/** Whether a statement was taken back. One that takes another back cannot be. */
export async function isVoided(tx: Tx, { tenant, store }: Place, id: StatementId): Promise<boolean> {
  const found = await sql<{ voided: boolean }>`SELECT EXISTS (SELECT FROM learning.lrs_void
      WHERE tenant = ${tenant} AND ${isIn(store)} AND target = ${id})
    AND NOT EXISTS (SELECT FROM learning.lrs_void
      WHERE tenant = ${tenant} AND ${isIn(store)} AND voider = ${id}) AS voided`.execute(tx);
  return found.rows[0]?.voided === true;
}
