import {
  DefaultQueryExecutor,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Transaction,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import type { AnyRefusal } from '#platform/base';
import { createStatements, type Statements } from './create-statements.ts';

/** A database without tables of its own; every module names its own tables with `withTables`. */
// Kysely asks for a type parameter that lists tables; an empty record is the honest one here.
export type NoTables = Record<never, never>;

/** One transaction of one request. */
export type Tx = Transaction<NoTables>;

/** How a transaction sees what others write meanwhile. */
export interface TransactionOptions {
  /** Every statement sees the same moment. Writing what others wrote since fails with `isOvertaken`. */
  readonly snapshot?: boolean;
  /** Nothing is written, which the database holds to; each statement sees what is there when its turn comes. */
  readonly readOnly?: boolean;
}

/** True for the failure of a transaction that others overtook: running it again may well succeed. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40001';
}

/**
 * What a statement refused by itself (`platform.refuse` in SQL), so that nobody had to wait for its answer: nothing of its
 * transaction was kept. Null for every other failure.
 */
export function refusalIn(error: unknown): (AnyRefusal & { readonly reason?: string }) | null {
  if (!(error instanceof pg.DatabaseError) || error.code !== 'BK001') return null;
  return { type: error.message, ...(error.detail === undefined ? {} : { reason: error.detail }) };
}

/** True when the database had no room left to write: nothing of the transaction was kept. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '53100';
}

/** Classes of SQLSTATE: the connection failed; the database is being stopped, has crashed or is starting. */
const goneStates = /^(08|57P0)/;
const goneErrors: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT']);
/** The driver gives these no code. */
const goneWords = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/;

/**
 * True when the database was lost on the way or is not there: whether a commit that was under way was kept, nobody
 * can say before it is back.
 */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (typeof code === 'string' && goneStates.test(code)) || goneErrors.has(code) || goneWords.test(error.message);
}

/**
 * Runs `work` in one transaction on one connection. Statements are sent the moment they are asked for and answered in
 * that order (pipelining): what does not need an answer first need not wait for one. Commits when `keep` says so of
 * the result, and only when every statement went well, also those that nobody waited for.
 */
export async function runTransaction<Value>(
  pool: pg.Pool,
  work: (tx: Tx) => Promise<Value>,
  keep: (value: Value) => boolean,
  { snapshot = false, readOnly = false }: TransactionOptions = {},
): Promise<Value> {
  const client = await pool.connect();
  const statements = createStatements(client);
  let broken = false;
  try {
    sendAhead(
      statements.send(snapshot ? 'begin isolation level repeatable read' : readOnly ? 'begin read only' : 'begin'),
    );
    const tx = transactionOn(statements);
    running.set(tx, statements);
    if (snapshot || readOnly) reading.add(tx);
    const value = await work(tx);
    if (keep(value) || statements.committed()) await commit(statements);
    else await statements.end('rollback');
    return value;
  } catch (error) {
    broken = !(await rolledBack(statements));
    // A statement after a failed one fails too, and says only that: the first says why.
    throw isAfterFailure(error) ? (statements.firstFailure() ?? error) : error;
  } finally {
    client.release(broken);
  }
}

/** Runs one statement without a transaction around it: it is kept when it is answered. */
export async function runAlone<Value>(pool: pg.Pool, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await work(transactionOn(createStatements(client, 1)));
  } catch (error) {
    if (isDatabaseGone(error)) broken = new Error('the connection is lost', { cause: error });
    throw error;
  } finally {
    client.release(broken);
  }
}

const running = new WeakMap<Tx, Statements>();
/** Transactions that only read, and may be ended early. */
const reading = new WeakSet<Tx>();

/**
 * For a question: after `count` more statements nothing will be asked, so the commit travels with them instead of
 * waiting for their answers. A statement after that is refused. Means nothing in a transaction that may write.
 */
export function lastStatements(tx: Tx, count: number): void {
  if (reading.has(tx)) running.get(tx)?.endAfter(count);
}

/**
 * Fulfilled when the next statement of this transaction has been sent; whatever is asked for after that is answered
 * after it. Never fulfilled when none follows.
 */
export function nextStatementSent(tx: Tx): Promise<void> {
  const statements = running.get(tx);
  return statements ? statements.nextSent() : Promise.reject(new Error('not a transaction of this database'));
}

/** For a statement that nobody waits for: when it fails, the commit of its transaction fails. */
export function sendAhead(statement: Promise<unknown>): void {
  statement.catch(() => undefined);
}

function isAfterFailure(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '25P02';
}

/** PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error, so the tag is read. */
async function commit(statements: Statements): Promise<void> {
  const ended = statements.committed() ?? statements.end('commit');
  await statements.settled();
  const { command } = await ended;
  if (command !== 'COMMIT') throw new Error('a failed transaction cannot be committed');
}

async function rolledBack(statements: Statements): Promise<boolean> {
  try {
    await statements.end('rollback');
    return true;
  } catch {
    return false;
  }
}

const counting: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

function connectionOf(statements: Statements): DatabaseConnection {
  return {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
      const { command, rowCount, rows } = await statements.send(sql, parameters);
      // Rows have the form that the query's author gave as its type: the one place where they come in.
      const typed = rows as Row[];
      return counting.has(command) ? { rows: typed, numAffectedRows: BigInt(rowCount ?? 0) } : { rows: typed };
    },
    streamQuery: () => {
      throw new Error('streams are not used');
    },
  };
}

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();
const driver = new DummyDriver();
const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: (kysely) => new PostgresIntrospector(kysely),
  createQueryCompiler: () => compiler,
};

function transactionOn(statements: Statements): Tx {
  const connection = connectionOf(statements);
  const provider = {
    provideConnection: <Given>(take: (one: DatabaseConnection) => Promise<Given>) => take(connection),
  };
  const executor = new DefaultQueryExecutor(compiler, adapter, provider);
  return new Transaction<NoTables>({ config: { dialect }, dialect, driver, executor });
}
