import { sql } from 'kysely';
import type { Tx } from '#platform/server/db';

/**
 * Lets statements delete what people did. They run one after another under the role that erasure and retention have (learning
 * design, 5.1); afterwards the transaction is the program's again, and may not. Nothing else is done in between.
 */
export async function asForgetter<Value>(tx: Tx, work: () => Promise<Value>): Promise<Value> {
  await sql`SET LOCAL ROLE baken_forget`.execute(tx);
  const value = await work();
  await sql`SET LOCAL ROLE NONE`.execute(tx);
  return value;
}
