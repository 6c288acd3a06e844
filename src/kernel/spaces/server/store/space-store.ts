import type { SpaceId, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { SpacesTables } from './spaces-tables.ts';

/** What the server knows of a space besides its members. */
export interface SpaceRow {
  readonly id: SpaceId;
  readonly kind: string;
  readonly epoch: number;
  readonly seq: number;
  readonly head: string;
  readonly codedHash: string | null;
  /** Number of the operation that carries the commitment of the newest key. */
  readonly keySeq: number;
}

/** A person who may open the space now. */
export interface LivingMember {
  readonly user: UserId;
  readonly relation: string;
  readonly epochFrom: number;
}

/** Adds the row of a new space. Two founders of one id collide on the primary key, two of a directory on its index. */
export async function insertSpace(tx: Tx, tenant: TenantId, row: SpaceRow): Promise<boolean> {
  const inserted = await tx
    .withTables<SpacesTables>()
    .insertInto('spaces.space')
    .values({
      tenant,
      id: row.id,
      kind: row.kind,
      epoch: row.epoch,
      seq: row.seq,
      head: row.head,
      coded_hash: row.codedHash,
      key_seq: row.keySeq,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** How a user stands to a space now; null for no relation, also when the space does not exist. */
export async function findRelation(tx: Tx, tenant: TenantId, space: SpaceId, user: UserId): Promise<string | null> {
  const row = await tx
    .withTables<SpacesTables>()
    .selectFrom('spaces.member')
    .select('relation')
    .where('tenant', '=', tenant)
    .where('user_id', '=', user)
    .where('space', '=', space)
    .where('epoch_until', 'is', null)
    .executeTakeFirst();
  return row?.relation ?? null;
}

/** Adds a living member from this epoch on; one who joined in the same epoch gets the new relation. */
export async function insertMember(tx: Tx, tenant: TenantId, space: SpaceId, member: LivingMember): Promise<void> {
  await tx
    .withTables<SpacesTables>()
    .insertInto('spaces.member')
    .values({
      tenant,
      space,
      user_id: member.user,
      relation: member.relation,
      epoch_from: member.epochFrom,
      epoch_until: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant', 'space', 'user_id', 'epoch_from'])
        .doUpdateSet({ relation: member.relation, epoch_until: null }),
    )
    .execute();
}

/** Ends a membership with the epoch in which it still held. */
export async function endMember(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  user: UserId,
  lastEpoch: number,
): Promise<void> {
  await tx
    .withTables<SpacesTables>()
    .updateTable('spaces.member')
    .set({ epoch_until: lastEpoch })
    .where('tenant', '=', tenant)
    .where('space', '=', space)
    .where('user_id', '=', user)
    .where('epoch_until', 'is', null)
    .execute();
}

/** Ids of all spaces of a kind. */
export async function listSpacesOfKind(tx: Tx, tenant: TenantId, kind: string): Promise<readonly SpaceId[]> {
  const rows = await tx
    .withTables<SpacesTables>()
    .selectFrom('spaces.space')
    .select('id')
    .where('tenant', '=', tenant)
    .where('kind', '=', kind)
    .execute();
  return rows.map(({ id }) => id);
}
