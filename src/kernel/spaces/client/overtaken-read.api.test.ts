import { afterAll, beforeAll, expect, test } from 'vitest';
import { createId, expectOk, type RecordId } from '#platform/base';
import { buildFounder, buildParts, testRandomBytes } from '#kernel/accounts/testing';
import { createMarks, loadDirectory, openOwnKeyring } from '#kernel/accounts/client';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { spaceRoutes } from '../contract/space-routes.ts';
import { appendToSpace, createDirectory, readHeads, refreshSpace, type SpaceSession } from './index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('an answer that was overtaken by a write of the same tab is no rollback', async () => {
  const { parts, person } = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  const directory = expectOk(await loadDirectory(parts, person));
  const { tenant, user, identity } = person;
  const marks = createMarks(await openOwnKeyring(person));
  const plain: SpaceSession = {
    tenant,
    user,
    identity,
    directory,
    api: parts.api,
    clock: parts.clock,
    randomBytes: testRandomBytes,
    marks,
  };
  const opened = expectOk(await createDirectory(plain, 'Anna Founder'));
  // A slow reader gets its answers only after the tab has written.
  let overtake: () => Promise<void> = () => Promise.resolve();
  const slow: SpaceSession = {
    ...plain,
    api: {
      call: async (row, input) => {
        const answer = await parts.api.call(row, input);
        if (row.name === spaceRoutes.readSpace.name || row.name === spaceRoutes.readHeads.name) {
          const write = overtake;
          overtake = () => Promise.resolve();
          await write();
        }
        return answer;
      },
    },
  };
  const put = {
    kind: 'put',
    record: createId<RecordId>(testRandomBytes),
    type: 'person',
    schema: 'member-name/1',
    payload: { name: 'A' },
  } as const;
  overtake = async () => void expectOk(await appendToSpace(plain, opened, [put]));
  expect((await refreshSpace(slow, opened)).ok).toBe(true);

  const newer = expectOk(await refreshSpace(plain, opened));
  overtake = async () => void expectOk(await appendToSpace(plain, newer, [{ ...put, payload: { name: 'B' } }]));
  const heads = expectOk(await readHeads(slow, 'directory'));
  expect(heads.map(({ trust }) => trust)).not.toContain('does-not-fit');
});
