import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Database } from './open-database.ts';
import { sendAhead, type TransactionOptions, type Tx } from './run-transaction.ts';

/** Whose request it is; both null for the few routes that nobody is signed in for. */
export interface Caller {
  readonly tenant: TenantId | null;
  readonly user: UserId | null;
}

/**
 * The one way to the database: a transaction in which tenant and user are set before anything else,
 * so that row-level security holds whatever a query forgets. `keep` decides from the result whether
 * to commit; without it everything is committed that does not throw.
 */
export async function inTenant<Value>(
  database: Database,
  caller: Caller,
  work: (tx: Tx) => Promise<Value>,
  keep: (value: Value) => boolean = () => true,
  options: TransactionOptions = {},
): Promise<Value> {
  return database.transact(
    async (tx) => {
      // A transaction begins with neither set, and then sees no row of anybody.
      if (caller.tenant !== null || caller.user !== null) sendAhead(setCaller(tx, caller));
      return work(tx);
    },
    keep,
    options,
  );
}

/** Changes whose rows the running transaction may see, for a request that signs somebody in. */
export async function setCaller(tx: Tx, { tenant, user }: Caller): Promise<void> {
  await sql`SELECT set_config('baken.tenant', ${tenant ?? ''}, true), set_config('baken.user', ${user ?? ''}, true)`.execute(
    tx,
  );
}
