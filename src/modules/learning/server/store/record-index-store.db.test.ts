import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TenantId } from '#platform/base';
import { accountsServer } from '#kernel/accounts/server';
import { auditServer } from '#kernel/audit/server';
import { inTenant } from '#platform/server/db';
import { openTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import type { IndexKey, StatementId, StoreId } from '../../model/open/statement/record-ids.ts';
import { learningServer } from '../learning-server.ts';
import { insertFound, listPage, pageQuery, type FoundKey, type PageQuery } from './record-index-store.ts';
import { findSeqAt, insertStatements, insertVoids } from './statement-store.ts';

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

const pool = [key(), key(), key()];
const foundKeys = fc.uniqueArray(
  fc.record({
    by: fc.constantFrom('activity', 'agent', 'verb', 'registration'),
    key: fc.constantFrom(...pool),
    wide: fc.boolean(),
  }),
  { maxLength: 6, selector: ({ by, key: of }) => by + of },
);
/** Batches of statements, and which of them are found by more keys later, as whoever points at another is. */
const written = fc.record({
  batches: fc.array(fc.array(foundKeys, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 5 }),
  later: fc.array(fc.tuple(fc.nat(), foundKeys), { maxLength: 10 }),
  voided: fc.array(fc.nat(), { maxLength: 5 }),
});
const keyed = fc.option(fc.record({ key: fc.constantFrom(...pool), related: fc.boolean() }));
const query = fc.record({
  ...{ activity: keyed, agent: keyed, verb: fc.option(fc.constantFrom(...pool)), ascending: fc.boolean() },
  ...{
    registration: fc.option(fc.constantFrom(...pool)),
    above: fc.nat(150),
    upTo: fc.nat(250),
    limit: fc.constantFrom(2, 26),
  },
});

test('what is found is what reading everything would find, whatever was written in which batches', async () => {
  await fc.assert(
    fc.asyncProperty(
      written,
      fc.array(query, { minLength: 8, maxLength: 8 }),
      async ({ batches, later, voided }, asked) => {
        const own = { tenant: place.tenant, store: randomUUID() as StoreId };
        const known: { seq: number; id: StatementId; keys: FoundKey[]; voided: boolean }[] = [];
        await inTenant(database.database, { tenant: own.tenant, user: null }, async (tx) => {
          for (const batch of batches) {
            // Without verb or wide registrations, which nothing has.
            const fresh = batch.map((keys, at) => ({
              ...{ seq: known.length + at + 1, id: randomUUID() as StatementId, voided: false },
              keys: keys.map((one) => ({ ...one, wide: one.wide && (one.by === 'activity' || one.by === 'agent') })),
            }));
            await insertStatements(
              tx,
              own,
              fresh.map(({ seq, id }) => ({ seq, id, stored: new Date(), newer: false, body: `{"n":${seq}}` })),
            );
            await insertFound(tx, own, fresh, 'be new');
            known.push(...fresh);
          }
          for (const [at, keys] of later) {
            const one = known[at % known.length];
            if (one === undefined) continue;
            const more = keys.map((added) => ({
              ...added,
              wide: added.wide && (added.by === 'activity' || added.by === 'agent'),
            }));
            await insertFound(tx, own, [{ seq: one.seq, keys: more }], 'be there');
            one.keys.push(...more);
          }
          const taken = [...new Set(voided.map((at) => known[at % known.length]))].filter((one) => one !== undefined);
          for (const one of taken) one.voided = true;
          await insertVoids(
            tx,
            own,
            taken.map(({ id }) => ({ target: id, voider: randomUUID() as StatementId })),
          );
        });
        for (const one of asked) {
          const has = (keys: readonly FoundKey[], by: FoundKey['by'], wanted: string | undefined, related: boolean) =>
            wanted === undefined || keys.some((it) => it.by === by && it.key === wanted && (related || !it.wide));
          const expected = known
            .filter(({ keys }) => has(keys, 'activity', one.activity?.key, one.activity?.related === true))
            .filter(({ keys }) => has(keys, 'agent', one.agent?.key, one.agent?.related === true))
            .filter(({ keys }) => has(keys, 'verb', one.verb ?? undefined, false))
            .filter(({ keys }) => has(keys, 'registration', one.registration ?? undefined, false))
            .filter((it) => !it.voided && it.seq > one.above && it.seq <= one.upTo)
            .map(({ seq }) => seq)
            .toSorted((left, right) => (one.ascending ? left - right : right - left))
            .slice(0, one.limit);
          const found = await inTenant(database.database, { tenant: own.tenant, user: null }, (tx) =>
            listPage(tx, own, one),
          );
          expect(found.map(({ seq }) => seq)).toEqual(expected);
          expect(found.every(({ seq, body }) => body === `{"n":${seq}}`)).toBe(true);
        }
      },
    ),
    { numRuns: 30 },
  );
});
