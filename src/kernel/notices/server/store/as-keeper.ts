import { sql } from 'kysely';
import type { Tx } from '#platform/server/db';

/** Lets one statement see the rows of others: raising, settling and sending are not done by the person told. */
export async function asKeeper<Value>(tx: Tx, work: () => Promise<Value>): Promise<Value> {
  await sql`SELECT set_config('baken.notices', 'keeper', true)`.execute(tx);
  const value = await work();
  await sql`SELECT set_config('baken.notices', '', true)`.execute(tx);
  return value;
}
