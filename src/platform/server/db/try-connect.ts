import pg from 'pg';
import { ok, refuse, type Result } from '#platform/base';
import type { DatabaseAddress } from './open-database.ts';

/** Nobody answers there, or not to this user; `reason` is for the person who operates the server. */
export interface NoConnection {
  readonly type: 'NoConnection';
  readonly reason: string;
}

/** Connects once and leaves again, within three seconds. */
export async function tryConnect(address: DatabaseAddress): Promise<Result<void, NoConnection>> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    return ok(undefined);
  } catch (error) {
    return refuse({ type: 'NoConnection', reason: error instanceof Error ? error.message : 'no answer' });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes a database of this name on the server if there is none. */
export async function ensureDatabase(address: DatabaseAddress, name: string): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
