import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsServer } from '#kernel/accounts/server';
import { auditServer } from '#kernel/audit/server';
import { learningServer } from '#modules/learning/server';
import { migrate } from '#platform/server/db';
import { openTestDatabase, type TestDatabase } from './support/test-database.ts';

/** The migrations of learning as they were before statements were found by blocks. */
const before = mkdtempSync(join(tmpdir(), 'baken-migrations-'));
const isBefore = (path: string): boolean =>
  !path.endsWith('.sql') || basename(path) < '2026-12-10-1-find-by-blocks.sql';

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  cpSync(fileURLToPath(learningServer.migrations), before, { recursive: true, filter: isBefore });
  const older = { ...learningServer, migrations: pathToFileURL(`${before}/`) };
  database = await openTestDatabase({ modules: [auditServer, accountsServer, older] });
  owner = new pg.Client(database.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.close();
  rmSync(before, { recursive: true });
});

test('what statements were found by before is brought over, of every tenant and partition, each under its own bit', async () => {
  const [one, other] = [`'${randomUUID()}', '${randomUUID()}'`, `'${randomUUID()}', '${randomUUID()}'`];
  const [activity, agent, verb, registration] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await owner.query(`
    INSERT INTO learning.lrs_by_activity SELECT ${one}, '${activity}', n % 3 = 0, n, gen_random_uuid() FROM generate_series(1, 100) n;
    INSERT INTO learning.lrs_by_agent SELECT ${one}, '${agent}', false, n, gen_random_uuid() FROM generate_series(1, 100, 7) n;
    INSERT INTO learning.lrs_by_verb SELECT ${other}, '${verb}', n, gen_random_uuid() FROM generate_series(31, 33) n;
    INSERT INTO learning.lrs_by_registration VALUES (${other}, '${registration}', 63, gen_random_uuid())`);
  expect((await migrate(database.owner, [auditServer, accountsServer, learningServer])).ok).toBe(true);
  const seqs = async (kind: number, key: string, wide: boolean): Promise<readonly number[]> => {
    const found = await owner.query<{ seq: number }>(
      `SELECT block::bigint * 32 + n AS seq FROM learning.lrs_found JOIN generate_series(0, 31) n ON marks & (1 << n) <> 0
       WHERE kind = $1 AND key = $2 AND wide = $3 ORDER BY 1`,
      [kind, key, wide],
    );
    return found.rows.map(({ seq }) => seq);
  };
  const all = Array.from({ length: 100 }, (_, at) => at + 1);
  expect(await seqs(1, activity, false)).toEqual(all.filter((seq) => seq % 3 !== 0));
  expect(await seqs(1, activity, true)).toEqual(all.filter((seq) => seq % 3 === 0));
  expect(await seqs(2, agent, false)).toEqual(all.filter((seq) => seq % 7 === 1));
  expect(await seqs(3, verb, false)).toEqual([31, 32, 33]);
  expect(await seqs(4, registration, false)).toEqual([63]);
  const places = await owner.query(`SELECT DISTINCT tenant, store FROM learning.lrs_found`);
  expect(places.rows).toHaveLength(2);
});
