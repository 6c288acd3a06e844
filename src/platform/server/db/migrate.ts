import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { ok, refuse, type Result } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import type { DatabaseAddress } from './open-database.ts';

/** A module's own schemas and the folder of its migrations. */
export interface MigratedModule {
  readonly name: string;
  readonly schemas: readonly string[];
  readonly migrations: URL;
}

export type MigrateRefusal =
  | { readonly type: 'MigrationChanged'; readonly file: string }
  | { readonly type: 'MigrationMissing'; readonly file: string };

const lockNumber = 4_820_117;
const platform: MigratedModule = {
  name: 'platform',
  schemas: ['platform'],
  migrations: new URL('./migrations/', import.meta.url),
};

/**
 * Brings the schemas of all modules up to date, forward only, each file once, all or nothing, under
 * one lock so that two processes never migrate at once. Refuses when a file that already ran has
 * changed or is gone. `appPassword` is set on the login roles where the database is a server.
 */
export async function migrate(
  owner: DatabaseAddress,
  modules: readonly MigratedModule[],
  appPassword: string | null = null,
): Promise<Result<{ readonly applied: readonly string[] }, MigrateRefusal>> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber]);
    await client.query('BEGIN');
    await createRoles(client, owner.database, appPassword);
    await client.query(`CREATE SCHEMA IF NOT EXISTS platform AUTHORIZATION baken_owner`);
    await client.query('SET LOCAL ROLE baken_owner');
    await client.query(`CREATE TABLE IF NOT EXISTS platform.migration (
      module text NOT NULL, file text NOT NULL, checksum text NOT NULL, applied timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (module, file))`);
    const applied: string[] = [];
    for (const module of [platform, ...modules]) {
      const done = await migrateModule(client, module);
      if (!done.ok) {
        await client.query('ROLLBACK');
        return done;
      }
      applied.push(...done.value);
    }
    await client.query('COMMIT');
    return ok({ applied });
  } finally {
    await client.end();
  }
}

async function migrateModule(
  client: pg.Client,
  module: MigratedModule,
): Promise<Result<readonly string[], MigrateRefusal>> {
  await client.query('RESET ROLE');
  for (const schema of module.schemas) {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(schema)} AUTHORIZATION baken_owner`);
  }
  await client.query('SET LOCAL ROLE baken_owner');
  const known = await client.query<{ file: string; checksum: string }>(
    'SELECT file, checksum FROM platform.migration WHERE module = $1',
    [module.name],
  );
  const checksums = new Map(known.rows.map(({ file, checksum }) => [file, checksum]));
  const files = readdirSync(module.migrations)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const missing = [...checksums.keys()].find((file) => !files.includes(file));
  if (missing !== undefined) return refuse({ type: 'MigrationMissing', file: `${module.name}/${missing}` });
  const applied: string[] = [];
  for (const file of files) {
    const text = readFileSync(new URL(file, module.migrations), 'utf8');
    const checksum = await hashText(text);
    const before = checksums.get(file);
    if (before === checksum) continue;
    if (before !== undefined) return refuse({ type: 'MigrationChanged', file: `${module.name}/${file}` });
    await client.query(text);
    await client.query('INSERT INTO platform.migration (module, file, checksum) VALUES ($1, $2, $3)', [
      module.name,
      file,
      checksum,
    ]);
    applied.push(`${module.name}/${file}`);
  }
  return ok(applied);
}

/**
 * Owner for migrations; app, audit and backup own nothing and cannot pass row-level security. Nor does `forget`, which nobody logs in
 * as: what the app may not delete it deletes only after taking this role on, for as long as a statement says.
 */
async function createRoles(client: pg.Client, database: string, password: string | null): Promise<void> {
  const existing = await client.query<{ name: string }>(
    `SELECT rolname AS name FROM pg_roles WHERE rolname LIKE 'baken\\_%'`,
  );
  const names = new Set(existing.rows.map(({ name }) => name));
  for (const role of ['baken_owner', 'baken_app', 'baken_audit', 'baken_backup', 'baken_forget']) {
    const login = role === 'baken_owner' || role === 'baken_forget' ? 'NOLOGIN' : 'LOGIN';
    if (!names.has(role))
      await client.query(`CREATE ROLE ${role} ${login} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`);
    if (password !== null && login === 'LOGIN') {
      await client.query(`ALTER ROLE ${role} PASSWORD ${pg.escapeLiteral(password)}`);
    }
  }
  if (!names.has('baken_forget')) {
    // Without inheritance what a role may do is done only by taking it on.
    await client.query('ALTER ROLE baken_app NOINHERIT');
    await client.query('GRANT baken_forget TO baken_app');
  }
  await client.query('GRANT baken_owner TO CURRENT_USER');
  await client.query(
    `GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(database)} TO baken_app, baken_audit, baken_backup`,
  );
  await client.query(`GRANT CREATE ON DATABASE ${pg.escapeIdentifier(database)} TO baken_owner`);
}
