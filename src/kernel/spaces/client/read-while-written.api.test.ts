import { afterAll, beforeAll, expect, test } from 'vitest';
import { createId, expectOk, type RecordId } from '#platform/base';
import { buildFounder, buildParts, testRandomBytes } from '#kernel/accounts/testing';
import { createMarks, loadDirectory, openOwnKeyring } from '#kernel/accounts/client';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { spaceRoutes } from '../contract/space-routes.ts';
import { appendToSpace, createDirectory, type SpaceSession } from './index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('whoever reads while others write gets a log, records and head that belong together', async () => {
  const { parts, person } = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  const directory = expectOk(await loadDirectory(parts, person));
  const { tenant, user, identity } = person;
  const marks = createMarks(await openOwnKeyring(person));
  const { api, clock } = parts;
  const writer: SpaceSession = { tenant, user, identity, directory, api, clock, randomBytes: testRandomBytes, marks };
  let space = expectOk(await createDirectory(writer, 'Anna'));
  let writing = true;
  const write = async (): Promise<void> => {
    const record = createId<RecordId>(testRandomBytes);
    for (let at = 0; at < 60; at += 1) {
      const payload = { name: `Name ${at}` };
      const put = { kind: 'put', record, type: 'person', schema: 'member-name/1', payload } as const;
      space = expectOk(await appendToSpace(writer, space, [put]));
    }
    writing = false;
  };
  // As the server gives it, without the work of opening, so that many answers fall between two writes.
  const read = async (): Promise<readonly string[]> => {
    const wrong: string[] = [];
    while (writing) {
      const { seq, operations, records } = expectOk(
        await parts.api.call(spaceRoutes.readSpace, { params: { space: space.id }, query: {} }),
      );
      const newest = Math.max(...records.map((record) => record.seq));
      if (operations.length !== seq || newest > seq) wrong.push(`${operations.length} and ${newest} of ${seq}`);
    }
    return wrong;
  };
  const [, ...wrong] = await Promise.all([write(), read(), read(), read(), read()]);
  expect(wrong.flat()).toEqual([]);
  expect(server.defects).toEqual([]);
});
