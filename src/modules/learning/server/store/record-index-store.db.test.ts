import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TenantId } from '#platform/base';
import { accountsServer } from '#kernel/accounts/server';
import { auditServer } from '#kernel/audit/server';
import { inTenant } from '#platform/server/db';
import { openTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import type { IndexKey, StoreId } from '../../model/open/statement/record-ids.ts';
import { learningServer } from '../learning-server.ts';
import { listPage, pageQuery, type PageQuery } from './record-index-store.ts';
import { findSeqAt } from './statement-store.ts';

const place = { tenant: randomUUID() as TenantId, store: randomUUID() as StoreId };
const key = () => randomUUID() as IndexKey;
const [busy, rare, verb, agent] = [key(), key(), key(), key()];
const many = 20_000;
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase({ modules: [auditServer, accountsServer, learningServer] });
  const owner = new pg.Client(database.owner);
  await owner.connect();
  const at = `'${place.tenant}', '${place.store}'`;
  // Every tenth statement is about something rare; every third is found only where related ones are asked for; one is taken back.
  // Rows of one block come from two batches.
  const found = (kind: number, what: string, wide: string, which = 'true') => `
    INSERT INTO learning.lrs_found SELECT ${at}, ${kind}, '${what}', seq / 32, ${wide}, bit_or(1 << (seq % 32)::integer)
      FROM learning.lrs_statement WHERE ${which} GROUP BY seq / 32, seq / 20, ${wide};`;
  const never = 'seq < 0';
  await owner.query(`
    INSERT INTO learning.lrs_statement SELECT ${at}, n, gen_random_uuid(), '2026-11-28T10:00:00Z'::timestamptz + n * interval '1 ms', false, '{}'
      FROM generate_series(1, ${many}) n;
    ${found(1, busy, 'seq % 3 = 0')}
    ${found(1, rare, never, 'seq % 10 = 0')}
    ${found(2, agent, never)}
    ${found(3, verb, never)}
    INSERT INTO learning.lrs_void SELECT ${at}, id, gen_random_uuid() FROM learning.lrs_statement WHERE seq = ${many};
    INSERT INTO learning.lrs_void SELECT ${at}, gen_random_uuid(), gen_random_uuid() FROM generate_series(1, 1000);
  `);
  for (const table of ['statement', 'found', 'void']) await owner.query(`VACUUM ANALYZE learning.lrs_${table}`);
  await owner.end();
});
afterAll(() => database.close());

const ask: PageQuery = {
  ...{ verb: null, registration: null, activity: null, agent: null },
  ...{ above: 0, upTo: many, ascending: false, limit: 26 },
};

async function page(query: Partial<PageQuery>): Promise<readonly number[]> {
  const found = await inTenant(database.database, { tenant: place.tenant, user: null }, (tx) =>
    listPage(tx, place, { ...ask, ...query }),
  );
  return found.map(({ seq }) => seq);
}

test.each<[string, Partial<PageQuery>]>([
  ['everything', {}],
  ['by activity', { activity: { key: busy, related: false } }],
  ['by activity, related ones too', { activity: { key: busy, related: true } }],
  ['by agent and verb', { agent: { key: agent, related: true }, verb }],
  ['by what is rare, oldest first', { activity: { key: rare, related: false }, verb, ascending: true }],
])('a page is found by walking an index for no longer than it takes: %s', async (_, query) => {
  const plan = await inTenant(database.database, { tenant: place.tenant, user: null }, async (tx) => {
    await listPage(tx, place, { ...ask, ...query });
    const explained = await sql<{ 'QUERY PLAN': string }>`EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF)
      ${pageQuery(place, { ...ask, ...query })}`.execute(tx);
    return explained.rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).not.toMatch(/Seq Scan|Bitmap|Hash|-> {2}Sort/);
  for (const scan of plan.split('\n').filter((line) => line.includes(' on lrs_found')))
    expect(scan).toContain('Index Only');
  const read = [...plan.matchAll(/Scan .*actual rows=([\d.]+) loops=(\d+)/g)].map(
    ([, rows, loops]) => Number(rows) * Number(loops),
  );
  // Of 20,000: as many as a page has, and what is walked past where only every tenth meets a condition.
  expect(Math.max(...read)).toBeLessThan(2_000);
});

test('pages leave out what was taken back, and are in order', async () => {
  expect(await page({ limit: 3 })).toEqual([many - 1, many - 2, many - 3]);
  expect(await page({ limit: 3, upTo: 100, above: 97 })).toEqual([100, 99, 98]);
  expect(await page({ activity: { key: busy, related: false }, upTo: 6 })).toEqual([5, 4, 2, 1]);
  expect(await page({ activity: { key: busy, related: true }, upTo: 4, ascending: true })).toEqual([1, 2, 3, 4]);
  expect(
    await page({ activity: { key: rare, related: true }, agent: { key: agent, related: false }, verb, upTo: 30 }),
  ).toEqual([30, 20, 10]);
  expect(await page({ registration: randomUUID() })).toEqual([]);
});

test('another tenant and another partition see nothing of it', async () => {
  const other = randomUUID() as TenantId;
  const seen = await inTenant(database.database, { tenant: other, user: null }, (tx) => listPage(tx, place, ask));
  const elsewhere = await inTenant(database.database, { tenant: place.tenant, user: null }, (tx) =>
    listPage(tx, { ...place, store: randomUUID() as StoreId }, ask),
  );
  expect([seen, elsewhere]).toEqual([[], []]);
});

test('the last statement of a moment is found by halving, among many and among none', async () => {
  const { base } = await inTenant(database.database, { tenant: place.tenant, user: null }, async (tx) => {
    const found = await sql<{ base: Date }>`SELECT min(stored) AS base FROM learning.lrs_statement`.execute(tx);
    return found.rows[0] ?? { base: new Date(0) };
  });
  const at = (offset: number, store = place.store) =>
    inTenant(database.database, { tenant: place.tenant, user: null }, (tx) =>
      findSeqAt(tx, { ...place, store }, new Date(base.getTime() + offset)),
    );
  expect(await Promise.all([at(-1), at(0), at(1), at(many / 2), at(many - 1), at(many * 2)])).toEqual([
    ...[0, 1, 2, many / 2 + 1, many, many],
  ]);
  expect(await at(5, randomUUID() as StoreId)).toBe(0);
});
