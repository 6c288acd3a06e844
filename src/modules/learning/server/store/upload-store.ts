import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { PackageId } from '../../model/open/launch/launch-ids.ts';

/** A file that somebody is sending. */
export interface Upload {
  readonly tenant: TenantId;
  readonly user: UserId;
  readonly package: PackageId;
}

/** Keeps a piece; one that came before under the same number goes. */
export async function putPiece(
  tx: Tx,
  { tenant, user, package: pack }: Upload,
  { piece, body }: { readonly piece: number; readonly body: Uint8Array },
  at: Date,
): Promise<void> {
  await sql`INSERT INTO learning.upload_piece (tenant, user_id, package, piece, body, sent_at)
    VALUES (${tenant}, ${user}, ${pack}, ${piece}, ${Buffer.from(body.buffer, body.byteOffset, body.length)}, ${at})
    ON CONFLICT (tenant, user_id, package, piece) DO UPDATE SET body = excluded.body, sent_at = excluded.sent_at`.execute(
    tx,
  );
}

/** One piece; null where it has not come. */
export async function readPiece(
  tx: Tx,
  { tenant, user, package: pack }: Upload,
  piece: number,
): Promise<Uint8Array | null> {
  const found = await sql<{ body: Uint8Array }>`SELECT body FROM learning.upload_piece
    WHERE tenant = ${tenant} AND user_id = ${user} AND package = ${pack} AND piece = ${piece}`.execute(tx);
  return found.rows[0]?.body ?? null;
}

/** Forgets the pieces of a file. */
export async function dropPieces(tx: Tx, { tenant, user, package: pack }: Upload): Promise<void> {
  await sql`DELETE FROM learning.upload_piece
    WHERE tenant = ${tenant} AND user_id = ${user} AND package = ${pack}`.execute(tx);
}

/** Forgets what somebody began to send before and never finished. */
export async function dropOtherUploads(tx: Tx, { tenant, user, package: pack }: Upload): Promise<void> {
  await sql`DELETE FROM learning.upload_piece
    WHERE tenant = ${tenant} AND user_id = ${user} AND package <> ${pack}`.execute(tx);
}

/** Forgets pieces that came before an instant: nobody goes on with those. */
export async function dropOldPieces(tx: Tx, tenant: TenantId, before: Date): Promise<void> {
  await sql`DELETE FROM learning.upload_piece WHERE tenant = ${tenant} AND sent_at < ${before}`.execute(tx);
}
