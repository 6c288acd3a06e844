import { afterAll, beforeAll, expect, test } from 'vitest';
import { createId, expectOk, type RecordId } from '#platform/base';
import { buildFounder, buildParts, testRandomBytes } from '#kernel/accounts/testing';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { spaceRoutes } from '../contract/space-routes.ts';
import { buildSession } from '../testing/build-session.ts';
import {
  addToSpace,
  appendToSpace,
  createDirectory,
  type Change,
  type OpenedSpace,
  type SpaceSession,
} from './index.ts';

let server: TestServer;
let plain: SpaceSession;
let space: OpenedSpace;
beforeAll(async () => {
  server = await startTestServer();
  plain = await buildSession(await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode));
  space = expectOk(await createDirectory(plain, 'Anna Founder'));
});
afterAll(() => server.stop());

const putOf = (name: string): Change => ({
  kind: 'put',
  record: createId<RecordId>(testRandomBytes),
  type: 'person',
  schema: 'member-name/1',
  payload: { name },
});

/** The same tab, which tells what the server answered to each of its writes. */
function watched(session: SpaceSession): { readonly session: SpaceSession; readonly answers: string[] } {
  const answers: string[] = [];
  const { api } = session;
  return {
    answers,
    session: {
      ...session,
      api: {
        call: async (row, input) => {
          const answer = await api.call(row, input);
          if (row.name === spaceRoutes.appendOperations.name) answers.push(answer.ok ? 'taken' : answer.refusal.type);
          return answer;
        },
      },
    },
  };
}

test('what one tab writes at the same moment goes in turn: nothing meets itself at the server', async () => {
  const { session, answers } = watched(plain);
  const names = ['one', 'two', 'three', 'four'];
  const written = await Promise.all(names.map((name) => addToSpace(session, space, onceMore(putOf(name)))));
  const last = written.map(expectOk).reduce((further, one) => (one.log.seq > further.log.seq ? one : further));
  expect([...last.records.values()].map(({ payload }) => (payload as { name: string }).name)).toEqual(
    expect.arrayContaining(names),
  );
  expect(answers).toEqual(['taken', 'taken', 'taken', 'taken']);
});

test('a write on what this tab knows to be old is refused here, and not sent', async () => {
  const { session, answers } = watched(plain);
  expect(await appendToSpace(session, space, [putOf('late')])).toMatchObject({ refusal: { type: 'Stale' } });
  expect(answers).toEqual([]);
});

/** Until it is there: an addition is not made twice. */
function onceMore(put: Change): (current: OpenedSpace) => readonly Change[] {
  return (current) => (put.kind === 'put' && current.records.has(put.record) ? [] : [put]);
}
