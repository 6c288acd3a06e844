import pg from 'pg';
import { runAlone, runTransaction, type TransactionOptions, type Tx } from './run-transaction.ts';

/** A connection pool that logs in as the role that owns nothing. */
export interface Database {
  /** Runs work in one transaction; `keep` says from its result whether to commit. Anything thrown rolls back. */
  transact<Value>(
    work: (tx: Tx) => Promise<Value>,
    keep: (value: Value) => boolean,
    options?: TransactionOptions,
  ): Promise<Value>;
  /** Runs one statement that is a transaction of its own; a second one is refused. It must say itself whose rows it needs. */
  alone<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>;
  /** Ends all connections after running statements are done. */
  close(): Promise<void>;
}

/** Where the database is and as whom to log in. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port?: number;
  readonly database: string;
  readonly user: string;
  readonly password?: string;
}

// Days stay text (no machine time zone ever touches them); int8 becomes a number, since every count fits one.
pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text: string) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error('a count too large to be exact');
  return value;
});

/**
 * Opens a pool of at most `connections` connections; statements are prepared once per connection. Statements that a
 * request asks for together travel together (pipelining).
 *
 * Prepared means planned, too: left to itself PostgreSQL plans a statement with an array among its values anew each time,
 * which costs several times as much as running it. Every key begins with the tenant, so no value makes another plan better.
 */
export function openDatabase(address: DatabaseAddress, connections = 16): Database {
  const options = '-c plan_cache_mode=force_generic_plan';
  const pool = new pg.Pool({ ...address, max: connections, application_name: 'baken', pipeline: true, options });
  // A connection that breaks while idle is replaced by the pool; requests see their own errors.
  pool.on('error', () => undefined);
  // So is one that breaks between two statements of a request: the next statement fails, not the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    transact: (work, keep, options) => runTransaction(pool, work, keep, options),
    alone: (work) => runAlone(pool, work),
    close: () => pool.end(),
  };
}
