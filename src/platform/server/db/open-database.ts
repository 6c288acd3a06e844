import { Kysely, PostgresDialect, type PostgresPoolClient, type Transaction } from 'kysely';
import pg from 'pg';

/** A database without tables of its own; every module names its own tables with `withTables`. */
// Kysely asks for a type parameter that lists tables; an empty record is the honest one here.
export type NoTables = Record<never, never>;

/** A connection pool that logs in as the role that owns nothing. */
export interface Database {
  readonly kysely: Kysely<NoTables>;
  /** Ends all connections after running statements are done. */
  close(): Promise<void>;
}

/** One transaction of one request. */
export type Tx = Transaction<NoTables>;

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

/** Opens a pool of at most `connections` connections; statements are prepared once per connection. */
export function openDatabase(address: DatabaseAddress, connections = 16): Database {
  const pool = new pg.Pool({ ...address, max: connections, application_name: 'baken' });
  // A connection that breaks while idle is replaced by the pool; requests see their own errors.
  pool.on('error', () => undefined);
  // So is one that breaks between two statements of a request: the next statement fails, not the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const kysely = new Kysely<NoTables>({
    dialect: new PostgresDialect({
      pool: { connect: () => namedStatements(pool), end: () => pool.end(), options: {} },
    }),
  });
  return { kysely, close: () => kysely.destroy() };
}

const names = new Map<string, string>();

/** Named statements are parsed and planned once per connection, which halves the cost of short queries. */
async function namedStatements(pool: pg.Pool): Promise<PostgresPoolClient> {
  const client = await pool.connect();
  return {
    query: (text: unknown, values?: unknown) =>
      typeof text === 'string'
        ? client.query({ text, values: Array.isArray(values) ? values : [], name: nameOf(text) })
        : Promise.reject(new Error('streams are not used')),
    release: () => client.release(),
    // Kysely's type allows a cursor overload that this client never gets.
  } as PostgresPoolClient;
}

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `baken_${names.size + 1}`;
    if (names.size < 2_000) names.set(text, name);
  }
  return name;
}
