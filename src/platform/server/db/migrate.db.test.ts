import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { inTenant, migrate } from './index.ts';

let test1: TestDatabase;
beforeAll(async () => {
  test1 = await openTestDatabase({ modules: [] });
});
afterAll(() => test1.close());

describe('migrations', () => {
  test('run once, also when two start together', async () => {
    const again = await Promise.all([migrate(test1.owner, []), migrate(test1.owner, [])]);
    expect(again).toEqual([
      { ok: true, value: { applied: [] } },
      { ok: true, value: { applied: [] } },
    ]);
  });

  test('a file that changed after it ran is refused and changes nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'baken-migrations-'));
    const module = { name: 'sample', schemas: ['sample'], migrations: pathToFileURL(`${folder}/`) };
    writeFileSync(join(folder, '2026-11-24-a.sql'), 'CREATE TABLE sample.a (n int);');
    expect(await migrate(test1.owner, [module])).toMatchObject({
      ok: true,
      value: { applied: ['sample/2026-11-24-a.sql'] },
    });
    writeFileSync(join(folder, '2026-11-24-a.sql'), 'CREATE TABLE sample.b (n int);');
    expect(await migrate(test1.owner, [module])).toEqual({
      ok: false,
      refusal: { type: 'MigrationChanged', file: 'sample/2026-11-24-a.sql' },
    });
    cpSync(folder, `${folder}-empty`, { recursive: true, filter: (path) => !path.endsWith('.sql') });
    expect(await migrate(test1.owner, [{ ...module, migrations: pathToFileURL(`${folder}-empty/`) }])).toMatchObject({
      ok: false,
      refusal: { type: 'MigrationMissing' },
    });
  });
});

describe('a transaction', () => {
  test('knows tenant and user, and forgets them at its end', async () => {
    const tenant = '3f0c7a0e-9a55-4c5d-8a37-111111111111';
    const during = await inTenant(test1.database, { tenant: tenant as never, user: null }, async (tx) => {
      const found = await sql<{ tenant: string; user: string | null }>`
        SELECT platform.current_tenant() AS tenant, platform.current_user_id() AS "user"`.execute(tx);
      return found.rows[0];
    });
    expect(during).toEqual({ tenant, user: null });
    // As many as the pool has connections, so that the one from before is among them.
    const after = await Promise.all(
      Array.from({ length: 16 }, () =>
        inTenant(test1.database, { tenant: null, user: null }, async (tx) => {
          const found = await sql<{ tenant: string | null }>`SELECT platform.current_tenant() AS tenant`.execute(tx);
          return found.rows[0]?.tenant;
        }),
      ),
    );
    expect(new Set(after)).toEqual(new Set([null]));
  });

  test('the role that requests run as is no superuser and passes no row rule', async () => {
    const role = await inTenant(test1.database, { tenant: null, user: null }, (tx) =>
      sql<{ name: string; super: boolean; bypass: boolean }>`
        SELECT current_user AS name, rolsuper AS super, rolbypassrls AS bypass
        FROM pg_roles WHERE rolname = current_user`.execute(tx),
    );
    expect(role.rows[0]).toEqual({ name: 'baken_app', super: false, bypass: false });
  });
});
