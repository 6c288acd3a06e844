import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createId, expectOk, type SpaceId } from '#platform/base';
import { buildColleague, buildFounder, buildParts, testRandomBytes } from '#kernel/accounts/testing';
import type { SpaceSession } from '#kernel/spaces/client';
import { buildSession } from '#kernel/spaces/testing';
import { openCase, referCase, saveRecord } from '#modules/casework/client';
import { buildContact } from '#modules/casework/testing';
import { startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
let anna: SpaceSession;
let lea: SpaceSession;
let owner: pg.Client;
let mine: SpaceId;

beforeAll(async () => {
  server = await startTestServer({});
  const parts = () => buildParts(server.connect().api, server.clock);
  const founder = await buildFounder(parts(), server.foundingCode);
  const roles = (role: 'coordinator' | 'volunteer') => [{ role, until: null }];
  const first = await buildColleague(founder, parts(), { handle: 'ben', roles: roles('coordinator') });
  const second = await buildColleague(first.inviter, parts(), { handle: 'lea', roles: roles('volunteer') });
  anna = await buildSession(second.inviter);
  lea = await buildSession(second.colleague);
  mine = expectOk(await referCase(anna, { coordinators: [first.colleague.person.user] })).id;
  owner = new pg.Client(server.database.owner);
  await owner.connect();
});
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await owner.end();
  await server.stop();
});

/** What somebody's requests about a thing left in the log, as `act outcome`, since the work began. */
async function linesOf(actor: string, subject: string, work: () => Promise<unknown>): Promise<readonly string[]> {
  const read = async (): Promise<readonly string[]> => {
    const { rows } = await owner.query<{ line: string }>(
      `SELECT act || ' ' || outcome AS line FROM audit.received WHERE actor = $1 AND subject = $2 ORDER BY transaction, id`,
      [actor, subject],
    );
    return rows.map(({ line }) => line);
  };
  const before = await read();
  await work();
  return (await read()).slice(before.length);
}

test('a question is in the log when its answer is there', async () => {
  const lines = await linesOf(anna.user, mine, async () => expectOk(await openCase(anna, mine)));
  expect(lines).toEqual(['space.opened asked']);
});

test('a question that is refused says both, whether the thing exists or not', async () => {
  for (const subject of [mine, createId<SpaceId>(testRandomBytes)]) {
    const lines = await linesOf(lea.user, subject, async () => {
      expect(await openCase(lea, subject)).toMatchObject({ ok: false });
    });
    expect(lines).toEqual(['space.opened asked', 'space.opened NotFound']);
  }
});

test('a change is in the log once, and a refused change says why', async () => {
  const opened = expectOk(await openCase(anna, mine));
  const done = await linesOf(anna.user, mine, async () => {
    expectOk(await saveRecord(anna, opened, { kind: 'contact', content: buildContact() }));
  });
  expect(done.filter((line) => line.startsWith('space.appended'))).toEqual(['space.appended done']);
  const refused = await linesOf(lea.user, mine, async () => {
    const tried = await saveRecord(lea, opened, { kind: 'contact', content: buildContact() });
    expect(tried).toMatchObject({ ok: false });
  });
  expect(refused.filter((line) => line.startsWith('space.appended'))).toEqual(['space.appended NotFound']);
});
