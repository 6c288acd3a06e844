import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { defineRoute } from '#platform/base';
import { createApi, withCookies, type Fetch } from './index.ts';

const open = { permission: { none: 'a test' }, audit: { none: 'a test' } } as const;
const read = defineRoute({
  name: 'readThing',
  method: 'GET',
  path: '/api/things/:thing',
  params: z.strictObject({ thing: z.string() }),
  query: z.strictObject({ after: z.number().optional() }),
  output: z.strictObject({ seen: z.string() }),
  refusals: ['NotFound'],
  ...open,
});
const write = defineRoute({
  name: 'write',
  method: 'POST',
  path: '/api/write',
  input: z.strictObject({ word: z.string() }),
  output: 'nothing',
  refusals: ['Stale'],
  ...open,
});
const upload = defineRoute({
  name: 'upload',
  method: 'PUT',
  path: '/api/bytes',
  input: 'bytes',
  output: 'bytes',
  refusals: [],
  ...open,
});

const seen: IncomingMessage[] = [];
let server: Server;
let baseUrl = '';
// The two declarations of fetch differ in names only.
const plain = fetch as unknown as Fetch;

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    const { url = '' } = request;
    const answer = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    if (url.startsWith('/api/things/none'))
      return answer(404, { type: 'about:blank', status: 404, code: 'NotFound', detail: 'never shown' });
    // Nothing ever comes of it.
    if (url.startsWith('/api/things/silent')) return undefined;
    if (url.startsWith('/api/things/odd')) return answer(200, { seen: 1 });
    if (url.startsWith('/api/things/proxy')) {
      response.writeHead(502);
      response.end('<h1>Bad gateway</h1>');
      return undefined;
    }
    if (url.startsWith('/api/things/out')) return answer(401, { code: 'SignInNeeded' });
    if (url.startsWith('/api/things/'))
      return answer(200, { seen: url }, { 'Set-Cookie': '__Host-s=abc; Path=/; HttpOnly' });
    if (url === '/api/write') return answer(409, { code: 'Stale', retryAfter: 3 });
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => response.end(Buffer.concat(parts)));
    return undefined;
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  baseUrl = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a row is called with its parameters and its answer is checked', async () => {
  const api = createApi({ baseUrl, fetch: plain });
  expect(await api.call(read, { params: { thing: 'a b/c' }, query: { after: 3 } })).toEqual({
    ok: true,
    value: { seen: '/api/things/a%20b%2Fc?after=3' },
  });
  expect(await api.call(read, { params: { thing: 'odd' }, query: {} })).toEqual({
    ok: false,
    refusal: { type: 'AnswerInvalid', status: 200 },
  });
});

test('problems become refusals by their code', async () => {
  const api = createApi({ baseUrl, fetch: plain });
  expect(await api.call(read, { params: { thing: 'none' }, query: {} })).toEqual({
    ok: false,
    refusal: { type: 'NotFound', status: 404 },
  });
  expect(await api.call(write, { input: { word: 'x' } })).toEqual({
    ok: false,
    refusal: { type: 'Stale', status: 409, retryAfter: 3 },
  });
  expect(await api.call(read, { params: { thing: 'proxy' }, query: {} })).toEqual({
    ok: false,
    refusal: { type: 'Unreachable', status: 502 },
  });
});

test('a change says that it comes from our own code; reading says nothing', async () => {
  const api = createApi({ baseUrl, fetch: plain });
  await api.call(write, { input: { word: 'x' } });
  expect(seen.at(-1)?.headers).toMatchObject({ 'x-req': '1', 'content-type': 'application/json' });
  await api.call(read, { params: { thing: 'a' }, query: {} });
  expect(seen.at(-1)?.headers['x-req']).toBeUndefined();
});

test('bytes go out and come back as they are', async () => {
  const api = createApi({ baseUrl, fetch: plain });
  const bytes = Uint8Array.from([0, 255, 128, 7]);
  expect(await api.call(upload, { input: bytes })).toEqual({ ok: true, value: bytes });
});

test('no answer is Unreachable, and the end of a session is told', async () => {
  let told = 0;
  const api = createApi({ baseUrl, fetch: plain, onSignedOut: () => (told += 1) });
  expect((await api.call(read, { params: { thing: 'out' }, query: {} })).ok).toBe(false);
  expect(told).toBe(1);
  const nowhere = createApi({ baseUrl: 'http://127.0.0.1:9', fetch: plain });
  expect(await nowhere.call(write, { input: { word: 'x' } })).toEqual({ ok: false, refusal: { type: 'Unreachable' } });
});

test('a request that nothing comes of is given up', async () => {
  const api = createApi({ baseUrl, fetch: plain, patience: { words: 50, bytes: 60_000 } });
  expect(await api.call(read, { params: { thing: 'silent' }, query: {} })).toEqual({
    ok: false,
    refusal: { type: 'Unreachable', reason: 'silent' },
  });
});

test('a jar keeps the cookies of one person', async () => {
  const api = createApi({ baseUrl, fetch: withCookies(plain, baseUrl) });
  await api.call(read, { params: { thing: 'a' }, query: {} });
  await api.call(write, { input: { word: 'x' } });
  expect(seen.at(-1)?.headers).toMatchObject({ cookie: '__Host-s=abc', origin: baseUrl });
  await createApi({ baseUrl, fetch: withCookies(plain, baseUrl) }).call(write, { input: { word: 'x' } });
  expect(seen.at(-1)?.headers.cookie).toBeUndefined();
});
