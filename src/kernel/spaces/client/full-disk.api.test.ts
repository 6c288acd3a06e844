import { afterAll, beforeAll, expect, test } from 'vitest';
import { createId, expectOk, type RecordId } from '#platform/base';
import { createMarks, loadDirectory, openOwnKeyring, signIn, signOut } from '#kernel/accounts/client';
import { buildFounder, buildParts, testRandomBytes } from '#kernel/accounts/testing';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { appendToSpace, attachDocument, createDirectory, openSpace, type SpaceSession } from './index.ts';

let server: TestServer;
let room = true;
beforeAll(async () => {
  server = await startTestServer({ hasRoom: () => Promise.resolve(room) });
});
afterAll(() => server.stop());

test('with hardly any room left nothing more is taken, but people sign in and read; with room it goes on', async () => {
  const founder = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  const { parts, passphrase } = founder;
  const { tenant, user, identity, handle } = founder.person;
  const directory = expectOk(await loadDirectory(parts, founder.person));
  const marks = createMarks(await openOwnKeyring(founder.person));
  const { api, clock } = parts;
  const session: SpaceSession = { tenant, user, identity, directory, api, clock, randomBytes: testRandomBytes, marks };
  const space = expectOk(await createDirectory(session, 'Anna Founder'));
  const payload = { name: 'Anna' };
  const record = createId<RecordId>(testRandomBytes);
  const put = { kind: 'put', record, type: 'person', schema: 'member-name/1', payload } as const;

  room = false;
  const full = { ok: false, refusal: { type: 'StorageFull', status: 507 } };
  expect(await appendToSpace(session, space, [put])).toMatchObject(full);
  expect(await attachDocument(session, space, new Uint8Array(9))).toMatchObject(full);
  expectOk(await signOut(parts));
  expectOk(await signIn(parts, { handle, passphrase }));
  expect(expectOk(await openSpace(session, space.id)).log.seq).toBe(space.log.seq);

  room = true;
  expect(expectOk(await appendToSpace(session, space, [put])).records.get(record)).toMatchObject({ payload });
  expect(server.defects).toEqual([]);
});
