import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { findStoredColumns, findTablesWithoutForcedRows, findUnledByTenant, type Ask } from './stored-schema.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ownSchemas: Readonly<Record<string, readonly string[]>> = { accounts: ['accounts', 'keys'] };

/** Every area and module that has migrations, the kernel first. */
const modules = ['kernel', 'modules'].flatMap((layer) =>
  readdirSync(join(root, 'src', layer))
    .filter((name) => existsSync(join(root, 'src', layer, name, 'server/migrations')))
    .map((name) => ({
      name,
      schemas: ownSchemas[name] ?? [name],
      migrations: pathToFileURL(`${join(root, 'src', layer, name, 'server/migrations')}/`),
    })),
);

let place: TestDatabase;
let client: pg.Client;
let ask: Ask;
beforeAll(async () => {
  place = await openTestDatabase({ modules });
  client = new pg.Client(place.owner);
  await client.connect();
  ask = async (text) => {
    const { rows } = await client.query<Record<string, unknown>>(text);
    return rows;
  };
});
afterAll(async () => {
  await client.end();
  await place.close();
});

describe('the migrated database', () => {
  test('has the modules we know', () => {
    expect(modules.length).toBeGreaterThanOrEqual(2);
  });

  test('forces row-level security on every table of kernel and modules', async () => {
    expect(await findTablesWithoutForcedRows(ask)).toEqual([]);
  });

  test('lets the tenant lead every key, foreign key and index', async () => {
    expect(await findUnledByTenant(ask)).toEqual([]);
  });

  test('holds the columns of docs/data-map.md, no more and no fewer', async () => {
    const listed = [
      ...readFileSync(join(root, 'docs/data-map.md'), 'utf8').matchAll(/^\| `([a-z_]+\.[a-z_]+\.[a-z_0-9]+)`\s*\|/gm),
    ].map(([, name]) => name);
    expect(listed.length).toBe(new Set(listed).size);
    expect((await findStoredColumns(ask)).toSorted()).toEqual(listed.toSorted());
  });
});

describe('planted tables are caught', () => {
  test('a table without forced rows, a key and an index that the tenant does not lead', async () => {
    await client.query('BEGIN');
    await client.query('CREATE SCHEMA planted');
    await client.query('CREATE TABLE planted.loose (tenant uuid, id uuid PRIMARY KEY, name text)');
    await client.query('CREATE INDEX loose_name ON planted.loose (name)');
    expect(await findTablesWithoutForcedRows(ask)).toContain('planted.loose');
    expect(await findUnledByTenant(ask)).toEqual(
      expect.arrayContaining(['planted.loose loose_pkey', 'planted.loose loose_name']),
    );
    expect(await findStoredColumns(ask)).toContain('planted.loose.name');
    await client.query('ROLLBACK');
  });
});
