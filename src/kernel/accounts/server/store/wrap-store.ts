import { sql } from 'kysely';
import type { SpaceId, TenantId } from '#platform/base';
import { sendAhead, type Tx } from '#platform/server/db';

/** A space key wrapped to one recipient: a user id, or `recovery`. */
export interface StoredWrap {
  readonly recipient: string;
  readonly epoch: number;
  readonly wrap: string;
}

interface SpaceOfTenant {
  readonly tenant: TenantId;
  readonly space: SpaceId;
}

/** Stores wraps; one for the same recipient and epoch takes the place of the one before. */
export async function saveWraps(
  tx: Tx,
  { tenant, space, wraps }: SpaceOfTenant & { readonly wraps: readonly StoredWrap[] },
): Promise<void> {
  if (wraps.length === 0) return;
  await asKeeper(tx, () =>
    sql`INSERT INTO keys.wrap (tenant, recipient, space, epoch, wrap)
      SELECT ${tenant}, recipient, ${space}, epoch, wrap
      FROM jsonb_to_recordset(${JSON.stringify(wraps)}::jsonb) AS w (recipient text, epoch integer, wrap text)
      ON CONFLICT (tenant, recipient, space, epoch) DO UPDATE SET wrap = excluded.wrap`.execute(tx),
  );
}

/** Own wraps of one space, all epochs. Only the recipient's own requests see any. */
export async function listWraps(
  tx: Tx,
  { tenant, space, recipient }: SpaceOfTenant & { readonly recipient: string },
): Promise<readonly StoredWrap[]> {
  const found = await sql<StoredWrap>`SELECT recipient, epoch, wrap FROM keys.wrap
    WHERE tenant = ${tenant} AND recipient = ${recipient} AND space = ${space} ORDER BY epoch`.execute(tx);
  return found.rows;
}

/** Own wraps of many spaces in one question. */
export async function listWrapsOfSpaces(
  tx: Tx,
  {
    tenant,
    recipient,
    spaces,
  }: { readonly tenant: TenantId; readonly recipient: string; readonly spaces: readonly SpaceId[] },
): Promise<ReadonlyMap<SpaceId, readonly StoredWrap[]>> {
  const found = await sql<StoredWrap & { space: SpaceId }>`SELECT space, recipient, epoch, wrap FROM keys.wrap
    WHERE tenant = ${tenant} AND recipient = ${recipient} AND space = ANY (${[...spaces]}::uuid[]) ORDER BY epoch`.execute(
    tx,
  );
  const bySpace = new Map<SpaceId, StoredWrap[]>();
  for (const { space, ...wrap } of found.rows) {
    const list = bySpace.get(space);
    if (list) list.push(wrap);
    else bySpace.set(space, [wrap]);
  }
  return bySpace;
}

/** Drops every wrap of one recipient for a space; what they hold on their device is beyond us. */
export async function dropWraps(
  tx: Tx,
  { tenant, space, recipient }: SpaceOfTenant & { readonly recipient: string },
): Promise<void> {
  await asKeeper(tx, () =>
    sql`DELETE FROM keys.wrap WHERE tenant = ${tenant} AND recipient = ${recipient} AND space = ${space}`.execute(tx),
  );
}

/** Drops every wrap of a recipient whose keys were revoked. */
export async function dropAllWraps(
  tx: Tx,
  { tenant, recipient }: { readonly tenant: TenantId; readonly recipient: string },
): Promise<void> {
  await asKeeper(tx, () =>
    sql`DELETE FROM keys.wrap WHERE tenant = ${tenant} AND recipient = ${recipient}`.execute(tx),
  );
}

/** Opens the row rule of wraps for one statement: others' wraps are stored and dropped, never read. */
async function asKeeper(tx: Tx, work: () => Promise<unknown>): Promise<void> {
  sendAhead(sql`SELECT set_config('baken.wraps', 'keeper', true)`.execute(tx));
  const done = work();
  sendAhead(sql`SELECT set_config('baken.wraps', '', true)`.execute(tx));
  await done;
}
