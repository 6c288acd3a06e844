import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { GatheringId } from '../../model/gathering-ids.ts';

/** Keeps that somebody shows the code of a room, once. */
export async function insertShownRoom(
  tx: Tx,
  tenant: TenantId,
  { gathering, by, at }: { readonly gathering: GatheringId; readonly by: UserId; readonly at: Date },
): Promise<void> {
  await sql`INSERT INTO gatherings.room (tenant, gathering, shown_by, shown_at)
    VALUES (${tenant}, ${gathering}, ${by}, ${at}) ON CONFLICT DO NOTHING`.execute(tx);
}

/** Everybody who showed one. */
export async function listShownRooms(tx: Tx, tenant: TenantId, gathering: GatheringId): Promise<readonly UserId[]> {
  const found = await sql<{ by: UserId }>`SELECT shown_by AS "by" FROM gatherings.room
    WHERE tenant = ${tenant} AND gathering = ${gathering} ORDER BY shown_by`.execute(tx);
  return found.rows.map(({ by }) => by);
}
