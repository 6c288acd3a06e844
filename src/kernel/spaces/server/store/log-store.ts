import type { RecordId, SpaceId, TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { SpacesTables } from './spaces-tables.ts';

/** The newest version of a sealed record. */
export interface CurrentRecord {
  readonly id: RecordId;
  readonly version: number;
  readonly type: string;
  readonly seq: number;
  readonly envelope: string | null;
}

/** One version of a record with the operation that signed it. */
export interface RecordHistory {
  readonly version: number;
  readonly seq: number;
  readonly jws: string;
  readonly envelope: string | null;
}

/** Every version of one record, newest first, for the history that members may read. */
export async function listVersions(
  tx: Tx,
  tenant: TenantId,
  space: SpaceId,
  id: RecordId,
): Promise<readonly RecordHistory[]> {
  return tx
    .withTables<SpacesTables>()
    .selectFrom('spaces.record as r')
    .innerJoin('spaces.operation as o', (join) =>
      join.onRef('o.tenant', '=', 'r.tenant').onRef('o.space', '=', 'r.space').onRef('o.seq', '=', 'r.seq'),
    )
    .select(['r.version', 'r.seq', 'o.jws', 'r.envelope'])
    .where('r.tenant', '=', tenant)
    .where('r.space', '=', space)
    .where('r.id', '=', id)
    .orderBy('r.version', 'desc')
    .execute();
}
