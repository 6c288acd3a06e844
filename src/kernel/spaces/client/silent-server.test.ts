import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createId, type SpaceId } from '#platform/base';
import { createApi } from '#platform/client';
import { testRandomBytes } from '#kernel/accounts/testing';
import { sendBatch } from './append-to-space.ts';

let asked = 0;
const server = createServer(({ url }, answer) => {
  asked += 1;
  // One place answers nothing, and the other breaks off.
  if (url?.includes('silent') === false) answer.destroy();
});
let baseUrl = '';

beforeAll(async () => {
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  baseUrl = `http://127.0.0.1:${typeof address === 'object' && address ? String(address.port) : ''}`;
});
afterAll(() => server.closeAllConnections());

test.each([
  ['/silent', 1],
  ['/broken', 2],
])('a batch of which nothing comes at %s is sent %i times', async (path, times) => {
  asked = 0;
  const api = createApi({ baseUrl: baseUrl + path, fetch, patience: { words: 100, bytes: 100 } });
  const space = createId<SpaceId>(testRandomBytes);
  expect(await sendBatch({ api }, space, [])).toMatchObject({ refusal: { type: 'Unreachable' } });
  expect(asked).toBe(times);
});
