import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildFounder, buildParts } from '#kernel/accounts/testing';
import { learningRoutes, type OrganisationId } from '#modules/learning';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { foreignStatement } from './support/foreign-statement.ts';
import { connectRecords, type RecordClient } from './support/record-client.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
let source: RecordClient;
const organisation = createId<OrganisationId>(randomBytes);
beforeAll(async () => {
  server = await startTestServer();
  const staff = server.connect();
  await buildFounder(buildParts(staff.api, server.clock), server.foundingCode);
  expectOk(
    await staff.api.call(learningRoutes.addOrganisation, { input: { id: organisation, name: 'Harbour', own: false } }),
  );
  source = await connectRecords(server, { source: { name: 'Moodle', organisation } });
});
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

/** Every row of every table, as text. */
async function readEverything(): Promise<string> {
  const client = new pg.Client(server.database.owner);
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(`SELECT format('%I.%I', schemaname, tablename) AS name
      FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`);
    const texts: string[] = [];
    for (const { name } of tables.rows) {
      const rows = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      texts.push(...rows.rows.map(({ row }) => row));
    }
    return texts.join('\n');
  } finally {
    await client.end();
  }
}

test('nothing that says who somebody is comes past the door: not into a table, not into an answer', async () => {
  const sent = fc.sample(foreignStatement, 60);
  const answers: string[] = [];
  for (const { statement } of sent) {
    const told = await source.post(statement);
    expect(told.status, told.text).toBe(200);
    expect(Number(told.headers.get('X-Baken-Rewritten'))).toBeGreaterThan(0);
    answers.push(told.text, (await source.ask('GET', `statements?statementId=${String(statement['id'])}`)).text);
    // Sent again it is the same, though nobody could say of whom.
    expect((await source.post(statement)).status).toBe(200);
    const actor = JSON.stringify(statement['actor']);
    answers.push((await source.ask('GET', `agents?agent=${encodeURIComponent(actor)}`)).text);
    // One that breaks a rule is refused without a word of it.
    answers.push((await source.post({ ...statement, verb: { id: actor } })).text);
  }
  const everything = `${await readEverything()}\n${answers.join('\n')}\n${JSON.stringify(server.defects)}`;
  expect(everything).toContain('/learning/source/');
  for (const { words } of sent) expect(words.filter((word) => everything.includes(word))).toEqual([]);
});

const ana = { mbox: 'mailto:ana@example.org', name: 'Ana' };
const bare = { actor: ana, verb: { id: 'https://example.org/did' }, object: { id: 'https://example.org/a' } };

test('whoever sent it finds it again by whom it is about', async () => {
  const [id] = (await source.post(bare)).json as string[];
  expect(await source.find(`agent=${encodeURIComponent(JSON.stringify({ mbox: ana.mbox }))}`)).toEqual([id]);
});

test('another source gives the same person another name, and sees nothing of it', async () => {
  const other = await connectRecords(server, { source: { name: 'Canvas', organisation } });
  const nameBy = async (client: RecordClient) => {
    const [id = ''] = (await client.post(bare)).json as string[];
    const { actor } = (await client.ask('GET', `statements?statementId=${id}`)).json as {
      actor: { account: { name: string } };
    };
    return actor.account.name;
  };
  const beside = await connectRecords(server, { source: { name: 'Moodle', organisation }, beside: source.key });
  const [one, two, three] = [await nameBy(source), await nameBy(other), await nameBy(beside)];
  expect(one).toBe(three);
  expect(one).not.toBe(two);
  expect(one).toMatch(/^[0-9a-v]{52}$/);
  expect(await other.find('')).toHaveLength(1);
});

test('files, signatures and documents of a source are refused, with the reason', async () => {
  const attachment = {
    ...{ usageType: 'http://adlnet.gov/expapi/attachments/signature', display: { en: 'x' }, length: 1 },
    ...{ contentType: 'application/octet-stream', sha2: 'a'.repeat(64), fileUrl: 'https://example.org/f' },
  };
  expect(await source.post({ ...bare, attachments: [attachment] })).toMatchObject({
    status: 400,
    json: { rule: 'source-sends-no-attachments-and-no-signatures', path: '$.attachments' },
  });
  const state = `activities/state?activityId=https%3A%2F%2Fexample.org&stateId=s&agent=${encodeURIComponent(JSON.stringify(ana))}`;
  expect(await source.ask('PUT', state, { body: { name: 'Ana' } })).toMatchObject({
    status: 403,
    json: { rule: 'source-sends-no-documents' },
  });
});
