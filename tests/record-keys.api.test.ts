import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { buildFounder, buildParts } from '#kernel/accounts/testing';
import { recordAudit } from '#kernel/audit/server';
import { learningRoutes, type OrganisationId } from '#modules/learning';
import { createRecordKey, listAllRecordKeys, revokeKey, type NewRecordKey } from '#modules/learning/server';
import { createId, expectOk, systemClock } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { inTenant, type Tx } from '#platform/server/db';
import { connectRecords, speakBy, type RecordClient } from './support/record-client.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

const tools = { clock: systemClock, randomBytes, recordAct: recordAudit };
const withDatabase = <Value>(work: (tx: Tx) => Promise<Value>) =>
  inTenant(server.database.database, { tenant: null, user: null }, work);
const plain: NewRecordKey = { scope: 'all', source: null, days: null, beside: null };
const statement = (over: object = {}) => ({
  ...{ id: randomUUID(), actor: { mbox: 'mailto:ana@example.org' }, verb: { id: 'https://example.org/did' } },
  object: { id: 'https://example.org/a' },
  ...over,
});
const read = async (client: RecordClient) => (await client.ask('GET', 'statements')).status;

describe('a key', () => {
  test('of a plain kind sees its own partition, and nothing of another', async () => {
    const [one, other] = [await connectRecords(server), await connectRecords(server)];
    const sent = statement();
    expect((await one.post(sent)).status).toBe(200);
    expect(await one.find('')).toEqual([sent.id]);
    expect(await other.find('')).toEqual([]);
    expect((await other.post({ ...sent, verb: { id: 'https://example.org/else' } })).status).toBe(200);
  });

  test('does what its scope says, and no more', async () => {
    const all = await connectRecords(server);
    const [reader, writer] = await Promise.all([
      connectRecords(server, { scope: 'read', beside: all.key }),
      connectRecords(server, { scope: 'write', beside: all.key }),
    ]);
    const state = `activities/state?activityId=https%3A%2F%2Fexample.org%2Fa&stateId=s&agent=${encodeURIComponent('{"mbox":"mailto:ana@example.org"}')}`;
    expect((await reader.post(statement())).status).toBe(403);
    expect((await reader.ask('PUT', state, { body: {} })).status).toBe(403);
    expect((await reader.ask('DELETE', state)).status).toBe(403);
    expect(await read(reader)).toBe(200);
    expect((await writer.post(statement())).status).toBe(200);
    expect(await read(writer)).toBe(403);
    expect(await all.find('')).toHaveLength(1);
  });

  test('that does not define adds languages, and changes none', async () => {
    const all = await connectRecords(server);
    const writer = await connectRecords(server, { scope: 'write', beside: all.key });
    const named = (name: object) => statement({ object: { id: 'https://example.org/a', definition: { name } } });
    const nameOf = async () =>
      (
        (await all.ask('GET', 'activities?activityId=https%3A%2F%2Fexample.org%2Fa')).json as {
          definition: { name: object };
        }
      ).definition.name;
    await all.post(named({ en: 'one' }));
    await writer.post(named({ en: 'other', nl: 'een' }));
    expect(await nameOf()).toEqual({ en: 'one', nl: 'een' });
    await all.post(named({ en: 'first' }));
    expect(await nameOf()).toEqual({ en: 'first', nl: 'een' });
  });

  test('that is wrong, ended or revoked opens nothing, and is not told apart', async () => {
    const made = expectOk(await withDatabase((tx) => createRecordKey(tx, plain, tools)));
    const wrong = speakBy(server.address, made.key, 'nonsense', '/xapi');
    const right = speakBy(server.address, made.key, made.secret, '/xapi');
    const nobody = speakBy(server.address, 'nobody', made.secret, '/xapi');
    // A sign that the database cannot hold is a wrong key like every other.
    const hostile = speakBy(server.address, 'no\0body', made.secret, '/xapi');
    expect([await read(wrong), await read(nobody), await read(right)]).toEqual([401, 401, 200]);
    expect(await read(hostile)).toBe(401);
    const texts = [await wrong.ask('GET', 'statements'), await nobody.ask('GET', 'statements')].map(({ text }) => text);
    expect(texts[0]).toBe(texts[1]);
    server.clock.set(new Date(made.until.getTime() - 1_000));
    expect(await read(right)).toBe(200);
    server.clock.set(made.until);
    expect(await read(right)).toBe(401);
    server.clock.set(systemClock.now());
    expectOk(await withDatabase((tx) => revokeKey(tx, made.key, tools)));
    expect(await read(right)).toBe(401);
    expect(await withDatabase((tx) => revokeKey(tx, made.key, tools))).toMatchObject({ refusal: { type: 'NotFound' } });
  });

  test('cannot be tried out, and its secret is nowhere in the database', async () => {
    server.clock.set(new Date('2031-01-01T00:00:00Z'));
    const { key, secret } = expectOk(
      await withDatabase((tx) => createRecordKey(tx, plain, { ...tools, clock: server.clock })),
    );
    const wrong = speakBy(server.address, key, 'nonsense', '/xapi');
    const statuses = new Set<number>();
    for (let tries = 0; tries < 121; tries += 1) statuses.add(await read(wrong));
    expect([...statuses]).toEqual([401, 429]);
    // Whoever shows the right one is let in all the same.
    expect(await read(speakBy(server.address, key, secret, '/xapi'))).toBe(200);
    const rows = await withDatabase(async (tx) => (await sql`SELECT hash FROM learning.lrs_key`.execute(tx)).rows);
    expect(JSON.stringify(rows)).not.toContain(secret);
    server.clock.set(systemClock.now());
  });

  test.each([
    [{ days: 8 }, 'DaysInvalid'],
    [{ days: 0 }, 'DaysInvalid'],
    [{ beside: 'kNobody' }, 'KeyUnknown'],
    [{ source: { name: 'Moodle', organisation: randomUUID() as OrganisationId } }, 'NotFounded'],
    [
      { source: { name: 'Moodle', organisation: randomUUID() as OrganisationId }, scope: 'launch' as const },
      'SourceLaunches',
    ],
  ])('is refused: %o', async (over, type) => {
    expect(await withDatabase((tx) => createRecordKey(tx, { ...plain, ...over }, tools))).toMatchObject({
      refusal: { type },
    });
  });
});

describe('what does not fit', () => {
  const rules = async (client: RecordClient, body: unknown, headers: Record<string, string> = {}) => {
    const { status, json } = await client.ask('POST', 'statements', { body, headers });
    return [status, (json as { rule?: string }).rule, (json as { path?: string }).path];
  };

  test('is refused with the place and the rule, and nothing that was sent', async () => {
    const client = await connectRecords(server);
    expect(await rules(client, [statement(), statement({ actor: { mbox: 'secret-word' } })])).toEqual([
      400,
      'is-a-mailto-iri',
      '$[1].actor.mbox',
    ]);
    const answer = await client.post(statement({ actor: { mbox: 'secret-word' } }));
    expect(answer.text).not.toContain('secret-word');
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await rules(client, '{"actor":')).toEqual([400, 'is-json', '$']);
    expect(await rules(client, '[{"actor":1,"actor":2}]')).toEqual([400, 'names-are-different', '$']);
    expect(await rules(client, `${'['.repeat(33)}${']'.repeat(33)}`)).toEqual([400, 'is-at-most-32-deep', '$']);
    expect(await rules(client, '['.repeat(4_000_000))).toEqual([400, 'is-json', '$']);
    expect(await rules(client, statement(), { 'Content-Type': 'text/plain' })).toEqual([
      400,
      'content-type-is-json-or-multipart-mixed',
      undefined,
    ]);
    const twice = statement();
    expect(await rules(client, [twice, twice])).toEqual([400, 'statements-have-different-ids', '$']);
    expect(await client.find('')).toEqual([]);
  });

  test('is refused when it is too much', async () => {
    const client = await connectRecords(server);
    expect(
      (
        await rules(
          client,
          Array.from({ length: 501 }, () => statement()),
        )
      )[0],
    ).toBe(413);
    expect((await rules(client, `"${'x'.repeat(8 * 1024 * 1024)}"`))[0]).toBe(413);
    const boundary = { 'Content-Type': 'multipart/mixed; boundary=b' };
    expect((await rules(client, 'x'.repeat(32 * 1024 * 1024 + 1), boundary))[0]).toBe(413);
    expect(await client.find('')).toEqual([]);
  });

  test.each([
    ['statements?nonsense=1', 'is-no-parameter-here'],
    ['statements?limit=1&limit=2', 'is-given-once'],
    ['statements?limit=-1', 'is-a-whole-number'],
    ['statements?since=yesterday', 'is-a-timestamp'],
    ['statements?agent=%7B%7D', 'is-an-agent-or-group'],
    ['statements?statementId=nonsense', 'is-a-uuid'],
    [`statements?statementId=${randomUUID()}&limit=1`, 'is-no-parameter-here'],
    ['activities/profile?activityId=https%3A%2F%2Fexample.org%2Fa&profileId=%00', 'has-no-control-signs'],
  ])('as a parameter is refused: %s', async (path, rule) => {
    const client = await connectRecords(server);
    expect(await client.ask('GET', path)).toMatchObject({ status: 400, json: { rule } });
  });

  test('is no part of the store', async () => {
    const client = await connectRecords(server);
    expect((await client.ask('GET', '/xapi/nothing')).status).toBe(404);
    expect((await client.ask('DELETE', 'statements')).status).toBe(405);
    expect((await client.ask('GET', 'statements', { headers: { 'X-Experience-API-Version': '0.95' } })).status).toBe(
      400,
    );
    const asked = await fetch(`${server.address}/xapi/statements`, { method: 'OPTIONS' });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(asked.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(await (await fetch(`${server.address}/xapi/about`)).json()).toMatchObject({
      version: expect.arrayContaining(['2.0.0', '1.0.3']),
    });
  });
});

describe('when a programme is founded', () => {
  test('keys made before still open theirs, and keys of sources belong to an organisation', async () => {
    const before = await connectRecords(server);
    await before.post(statement());
    const staff = server.connect();
    await buildFounder(buildParts(staff.api, server.clock), server.foundingCode);
    expect(await before.find('')).toHaveLength(1);
    const organisation = createId<OrganisationId>(randomBytes);
    const source = { name: 'Moodle', organisation };
    const make = () => withDatabase((tx) => createRecordKey(tx, { ...plain, source, days: 100 }, tools));
    expect(await make()).toMatchObject({ refusal: { type: 'OrganisationUnknown' } });
    expectOk(
      await staff.api.call(learningRoutes.addOrganisation, {
        input: { id: organisation, name: 'Harbour', own: false },
      }),
    );
    const made = expectOk(await make());
    expectOk(await withDatabase((tx) => revokeKey(tx, made.key, tools)));
    const keys = await withDatabase(listAllRecordKeys);
    expect(keys.find(({ key }) => key === made.key)).toMatchObject({ source: 'Moodle', organisation });
    expect(keys.some(({ key }) => key === before.key)).toBe(true);
    const acts = await withDatabase(async (tx) => {
      await sql`SELECT set_config('baken.tenant', (SELECT tenant::text FROM accounts.tenant), true)`.execute(tx);
      return (await sql`SELECT act FROM audit.received WHERE subject = ${made.key} ORDER BY act`.execute(tx)).rows;
    });
    expect(acts).toEqual([{ act: 'learning.record-key-made' }, { act: 'learning.record-key-revoked' }]);
  });
});
