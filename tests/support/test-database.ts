import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { expectOk } from '#platform/base';
import {
  migrate,
  openDatabase,
  startEmbedded,
  type Database,
  type DatabaseAddress,
  type MigratedModule,
} from '#platform/server/db';
import { layPreparedCluster } from './prepared-cluster.ts';

/** A real PostgreSQL for one test file: fresh, migrated, closed and dropped at the end. */
export interface TestDatabase {
  readonly database: Database;
  readonly owner: DatabaseAddress;
  readonly app: DatabaseAddress;
  close(): Promise<void>;
}

/**
 * Makes a database with the schemas of the modules: on the server that `TEST_DATABASE_URL` names, or
 * on an embedded one of its own that does not wait for the disk.
 */
export async function openTestDatabase({
  modules,
}: {
  readonly modules: readonly MigratedModule[];
}): Promise<TestDatabase> {
  const cluster = await findCluster();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const owner = { ...cluster.owner, database: name };
  await withClient({ ...cluster.owner, database: 'postgres' }, async (client) => {
    // All databases of one server share its roles, and each migration sets them up: one at a time, until this closes.
    await client.query('SELECT pg_advisory_lock($1)', [settingUpRoles]);
    await client.query(`CREATE DATABASE ${name}`);
    expectOk(await migrate(owner, modules, cluster.appPassword));
  });
  const app: DatabaseAddress = {
    host: owner.host,
    ...(owner.port ? { port: owner.port } : {}),
    database: name,
    user: 'baken_app',
    ...(cluster.appPassword ? { password: cluster.appPassword } : {}),
  };
  const database = openDatabase(app, 8);
  return {
    database,
    owner,
    app,
    close: async () => {
      await database.close();
      await withClient({ ...cluster.owner, database: 'postgres' }, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      );
      await cluster.stop();
    },
  };
}

/** Any number, the same for all: names the lock. */
const settingUpRoles = 4_111;

interface Cluster {
  readonly owner: Omit<DatabaseAddress, 'database'>;
  readonly appPassword: string | null;
  stop(): Promise<void>;
}

async function findCluster(): Promise<Cluster> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) {
    const { hostname, port, username, password } = new URL(url);
    const owner = {
      host: hostname,
      port: Number(port || 5432),
      user: username,
      password: decodeURIComponent(password),
    };
    return { owner, appPassword: 'only-for-tests', stop: () => Promise.resolve() };
  }
  const folder = mkdtempSync(join(tmpdir(), 'baken-test-'));
  await layPreparedCluster(folder);
  const started = await startEmbedded(folder, { durable: false });
  if (!started.ok) throw new Error(`the embedded database did not start: ${JSON.stringify(started.refusal)}`);
  const { socket, superuser, stop } = started.value;
  return {
    owner: { host: socket, user: superuser },
    appPassword: null,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function withClient(address: DatabaseAddress, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
