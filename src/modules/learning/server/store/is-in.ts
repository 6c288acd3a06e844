import { sql, type RawBuilder } from 'kysely';
import type { StoreId } from '../../model/open/statement/record-ids.ts';

/**
 * That a row is in a partition, where it is looked up by its own id. Written so that no index serves it: before the database has looked at
 * how partitions are spread it believes that one holds hardly a row, and would walk through all of it for a single statement.
 */
export function isIn(store: StoreId): RawBuilder<unknown> {
  return sql`store IS NOT DISTINCT FROM ${store}::uuid`;
}
