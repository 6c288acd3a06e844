import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { StatementId, StorePlace } from '../../model/open/statement/record-ids.ts';

type Place = StorePlace<TenantId>;

/** A file that came with a statement; kept once, however often it comes. */
export interface Attachment {
  readonly sha2: string;
  readonly type: string;
  readonly body: Uint8Array;
}

/** Bytes of one piece. What is kept keeps its pieces when this changes: no file is written twice. */
const pieceBytes = 4 * 1024 * 1024;

/** Keeps files, and which statement has which. The statements are there already, and nobody else writes into the partition. */
export async function insertAttachments(
  tx: Tx,
  { tenant, store }: Place,
  attachments: readonly Attachment[],
  attached: readonly { readonly id: StatementId; readonly sha2: string }[],
): Promise<void> {
  if (attached.length === 0) return;
  await sql`INSERT INTO learning.lrs_attached (tenant, store, id, sha2)
    SELECT ${tenant}::uuid, ${store}::uuid, a.* FROM unnest(${attached.map(({ id }) => id)}::uuid[],
      ${attached.map(({ sha2 }) => sha2)}::text[]) a ON CONFLICT DO NOTHING`.execute(tx);
  const held = await sql<{ sha2: string }>`SELECT sha2 FROM learning.lrs_attachment
    WHERE tenant = ${tenant} AND store = ${store} AND piece = 0
      AND sha2 = ANY (${attachments.map(({ sha2 }) => sha2)}::text[])`.execute(tx);
  const known = new Set(held.rows.map(({ sha2 }) => sha2));
  for (const { sha2, type, body } of attachments) {
    if (known.has(sha2)) continue;
    known.add(sha2);
    for (let piece = 0; piece === 0 || piece * pieceBytes < body.length; piece += 1) {
      const part = body.subarray(piece * pieceBytes, (piece + 1) * pieceBytes);
      // One after the other: the driver copies each on its way.
      await sql`INSERT INTO learning.lrs_attachment (tenant, store, sha2, piece, type, length, body) VALUES (${tenant},
        ${store}, ${sha2}, ${piece}, ${type}, ${part.length},
        ${Buffer.from(part.buffer, part.byteOffset, part.length)})`.execute(tx);
    }
  }
}

/** How large the files of each of these statements are together; those without any are left out. */
export async function sumAttachments(
  tx: Tx,
  { tenant, store }: Place,
  ids: readonly StatementId[],
): Promise<ReadonlyMap<StatementId, number>> {
  const found = await sql<{ id: StatementId; bytes: number }>`
    SELECT a.id, sum(f.length)::bigint AS bytes FROM learning.lrs_attached a
    JOIN learning.lrs_attachment f ON f.tenant = a.tenant AND f.store = a.store AND f.sha2 = a.sha2
    WHERE a.tenant = ${tenant} AND a.store = ${store} AND a.id = ANY (${[...ids]}::uuid[]) GROUP BY a.id`.execute(tx);
  return new Map(found.rows.map(({ id, bytes }) => [id, bytes]));
}

/** The files of these statements, each once. */
export async function listAttachments(
  tx: Tx,
  { tenant, store }: Place,
  ids: readonly StatementId[],
): Promise<readonly Attachment[]> {
  const found =
    await sql<Attachment>`SELECT f.sha2, min(f.type) AS type, string_agg(f.body, ''::bytea ORDER BY f.piece) AS body
    FROM learning.lrs_attachment f
    WHERE f.tenant = ${tenant} AND f.store = ${store} AND f.sha2 IN (SELECT sha2 FROM learning.lrs_attached
      WHERE tenant = ${tenant} AND store = ${store} AND id = ANY (${[...ids]}::uuid[]))
    GROUP BY f.sha2 ORDER BY f.sha2`.execute(tx);
  return found.rows;
}
