import { sql } from 'kysely';
import type { TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { binaryArray } from './binary-array.ts';
import type { IndexKey, StorePlace } from '../../model/open/statement/record-ids.ts';

type Place = StorePlace<TenantId>;

/** What a partition holds of an activity. */
export interface DefinedActivity {
  readonly activity: IndexKey;
  readonly iri: string;
  /** JSON. */
  readonly definition: string;
}

export async function listDefinitions(
  tx: Tx,
  { tenant, store }: Place,
  activities: readonly IndexKey[],
): Promise<readonly DefinedActivity[]> {
  if (activities.length === 0) return [];
  const found = await sql<DefinedActivity>`SELECT activity, iri, definition FROM learning.lrs_activity
    WHERE tenant = ${tenant} AND store = ${store} AND activity = ANY (${binaryArray('uuid', activities)}::uuid[])`.execute(
    tx,
  );
  return found.rows;
}

export async function saveDefinitions(
  tx: Tx,
  { tenant, store }: Place,
  activities: readonly DefinedActivity[],
): Promise<void> {
  if (activities.length === 0) return;
  await sql`INSERT INTO learning.lrs_activity (tenant, store, activity, iri, definition)
    SELECT ${tenant}::uuid, ${store}::uuid, a.* FROM unnest(${activities.map(({ activity }) => activity)}::uuid[],
      ${activities.map(({ iri }) => iri)}::text[], ${activities.map(({ definition }) => definition)}::text[]) a
    ON CONFLICT (tenant, store, activity) DO UPDATE SET definition = EXCLUDED.definition`.execute(tx);
}
