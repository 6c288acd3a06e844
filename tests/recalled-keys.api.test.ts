import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAudit } from '#kernel/audit/server';
import { createRecordKey, revokeKey, type NewRecordKey } from '#modules/learning/server';
import { expectOk, systemClock } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { inTenant, type Tx } from '#platform/server/db';
import { speakBy, type RecordClient } from './support/record-client.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

// A request with a key that is known begins before the database was asked whether it still holds, and what a batch writes is sent
// together with its commit: what could go wrong with that is here.

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const tools = { clock: systemClock, randomBytes, recordAct: recordAudit };
const plain: NewRecordKey = { scope: 'all', source: null, days: null, beside: null };
const withDatabase = <Value>(work: (tx: Tx) => Promise<Value>) =>
  inTenant(server.database.database, { tenant: null, user: null }, work);
const build = (over: object = {}) => ({
  ...{ id: randomUUID(), actor: { mbox: 'mailto:ana@example.org' }, verb: { id: 'https://example.org/did' } },
  object: { id: 'https://example.org/a' },
  ...over,
});

/** A key that was used, so the server knows it, and another that sees the same. */
async function makeUsed(): Promise<{ readonly used: RecordClient; readonly beside: RecordClient }> {
  const first = expectOk(await withDatabase((tx) => createRecordKey(tx, plain, tools)));
  const second = expectOk(await withDatabase((tx) => createRecordKey(tx, { ...plain, beside: first.key }, tools)));
  const [used, beside] = [first, second].map(({ key, secret }) => speakBy(server.address, key, secret, '/xapi'));
  if (used === undefined || beside === undefined) throw new Error('two keys were made');
  for (const path of ['statements', 'statements?limit=1']) expect((await used.ask('GET', path)).status).toBe(200);
  return { used, beside };
}

const revoke = async ({ key }: RecordClient) => expectOk(await withDatabase((tx) => revokeKey(tx, key, tools)));
const state = `activities/state?activityId=https%3A%2F%2Fexample.org%2Fa&stateId=s&agent=${encodeURIComponent('{"mbox":"mailto:ana@example.org"}')}`;

test('a key that was used a moment ago opens nothing once it is revoked, whatever is asked with it', async () => {
  const { used, beside } = await makeUsed();
  expect((await used.ask('PUT', state, { body: { step: 1 } })).status).toBe(204);
  await revoke(used);
  const late = build();
  const answers = [
    await used.post(late),
    await used.ask('PUT', `statements?statementId=${late.id}`, { body: late }),
    // What would be refused without a look into the database, too: nobody learns what is wrong with it.
    await used.post('no JSON'),
    await used.post(build({ verb: { id: 'no address' } })),
    await used.ask('GET', 'statements?no=such'),
    await used.ask('GET', 'statements'),
    await used.ask('GET', `statements?statementId=${late.id}`),
    await used.ask('GET', 'activities?activityId=https%3A%2F%2Fexample.org%2Fa'),
    await used.ask('GET', `agents?agent=${encodeURIComponent('{"mbox":"mailto:ana@example.org"}')}`),
    await used.ask('GET', state),
    await used.ask('PUT', state, { body: { step: 2 }, headers: { 'If-Match': '*' } }),
    await used.ask('DELETE', state),
  ];
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(await beside.find('')).toEqual([]);
  expect((await beside.ask('GET', state)).json).toEqual({ step: 1 });
});

test('a wrong secret opens nothing, though the key is known', async () => {
  const { used, beside } = await makeUsed();
  const wrong = speakBy(server.address, used.key, 'x'.repeat(43), '/xapi');
  expect((await wrong.post(build())).status).toBe(401);
  expect((await wrong.ask('GET', 'statements')).status).toBe(401);
  expect(await beside.find('')).toEqual([]);
});

test('what is sent while a key is revoked is kept and acknowledged, or neither', async () => {
  const { used, beside } = await makeUsed();
  const sent = Array.from({ length: 24 }, () => build());
  const sending = sent.map(async (one, at) => {
    if (at === 12) await revoke(used);
    return (await used.post([one, build()])).status;
  });
  const statuses = await Promise.all(sending);
  expect(new Set(statuses)).toEqual(new Set(statuses.includes(200) ? [200, 401] : [401]));
  const acknowledged = sent.filter((_, at) => statuses[at] === 200).map(({ id }) => id);
  const found = await beside.find('limit=500');
  expect(found.filter((id) => sent.some((one) => one.id === id)).toSorted()).toEqual(acknowledged.toSorted());
  expect(found).toHaveLength(acknowledged.length * 2);
});

test('what the database cannot keep of a batch, sent with the commit, leaves nothing of it and is no success', async () => {
  const { used } = await makeUsed();
  const owner = new pg.Client(server.database.owner);
  await owner.connect();
  const registration = randomUUID();
  await owner.query(`ALTER TABLE learning.lrs_found ADD CONSTRAINT planted CHECK (key <> '${registration}')`);
  const batch = [...Array.from({ length: 30 }, () => build()), build({ context: { registration } })];
  for (const sent of [batch, batch.slice(-1)]) expect((await used.post(sent)).status).toBe(500);
  expect(server.defects).toHaveLength(2);
  expect(await used.find('limit=500')).toEqual([]);
  await owner.query('ALTER TABLE learning.lrs_found DROP CONSTRAINT planted');
  await owner.end();
  expect((await used.post(batch)).status).toBe(200);
  expect(await used.find('limit=500')).toEqual(batch.map(({ id }) => id).toReversed());
  expect(await used.find(`registration=${registration}`)).toEqual([batch.at(-1)?.id]);
});
