import { sql } from 'kysely';
import type { TenantId, UserId } from '#platform/base';
import type { Database, Tx } from './open-database.ts';

/** Whose request it is; both null for the few routes that nobody is signed in for. */
export interface Caller {
  readonly tenant: TenantId | null;
  readonly user: UserId | null;
}

/** Thrown inside a transaction to roll it back and still return a value. */
class RolledBack extends Error {
  readonly value: unknown;
  constructor(value: unknown) {
    super('rolled back');
    this.value = value;
  }
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
): Promise<Value> {
  try {
    return await database.kysely.transaction().execute(async (tx) => {
      await setCaller(tx, caller);
      const value = await work(tx);
      if (!keep(value)) throw new RolledBack(value);
      return value;
    });
  } catch (error) {
    // Only this function makes a RolledBack, and only with a value of the type it returns.
    if (error instanceof RolledBack) return error.value as Value;
    throw error;
  }
}

/** Changes whose rows the running transaction may see, for a request that signs somebody in. */
export async function setCaller(tx: Tx, { tenant, user }: Caller): Promise<void> {
  await sql`SELECT set_config('baken.tenant', ${tenant ?? ''}, true), set_config('baken.user', ${user ?? ''}, true)`.execute(
    tx,
  );
}
