import type { RecordId, SpaceId, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { SpacesTables } from './spaces-tables.ts';

/** A ciphertext file: staged until an operation in the log names it, then live. */
export interface DocumentRow {
  readonly id: RecordId;
  readonly size: number;
  readonly sha256: string;
  readonly seq: number | null;
}

/** Notes a file that was received whole; false when the id is already in use. */
export async function stageDocument(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  row: { readonly id: RecordId; readonly size: number; readonly sha256: string; readonly hour: string },
): Promise<boolean> {
  const inserted = await tx
    .withTables<SpacesTables>()
    .insertInto('spaces.document')
    .values({ tenant, space, seq: null, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** The file's row; null when there is none or the reader is no member. */
export async function findDocument(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  id: RecordId,
): Promise<DocumentRow | null> {
  const row = await tx
    .withTables<SpacesTables>()
    .selectFrom('spaces.document')
    .select(['id', 'size', 'sha256', 'seq'])
    .where('tenant', '=', tenant)
    .where('space', '=', space)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Bytes of all files of a space, staged ones included. */
export async function sumDocumentSizes(tx: Tx, tenant: TenantId, space: SpaceId): Promise<number> {
  const row = await tx
    .withTables<SpacesTables>()
    .selectFrom('spaces.document')
    .select((build) => build.cast<number>(build.fn.sum('size'), 'integer').as('bytes'))
    .where('tenant', '=', tenant)
    .where('space', '=', space)
    .executeTakeFirst();
  return row?.bytes ?? 0;
}

/** Makes a staged file live: an operation of the log names it now. */
export async function adoptDocument(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  id: RecordId,
  seq: number,
): Promise<void> {
  await tx
    .withTables<SpacesTables>()
    .updateTable('spaces.document')
    .set({ seq })
    .where('tenant', '=', tenant)
    .where('space', '=', space)
    .where('id', '=', id)
    .execute();
}
