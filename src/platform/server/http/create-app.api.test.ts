import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineRoute, ok, refuse } from '#platform/base';
import { openSampleApp, type SampleApp } from '../../../../tests/support/sample-app.ts';
import { sendAhead } from '../db/index.ts';
import { bind } from './context.ts';
import { countTry } from './count-try.ts';
import { commonHeaders } from './headers.ts';

const open = { permission: { none: 'a sample' }, audit: { none: 'a sample' }, refusals: [] } as const;
const say = defineRoute({
  ...open,
  name: 'say',
  method: 'POST',
  path: '/api/say',
  input: z.strictObject({ word: z.string().max(5) }),
  output: z.strictObject({ word: z.string() }),
  bodyLimit: 100,
});
const listHidden = defineRoute({
  ...open,
  name: 'listHidden',
  method: 'GET',
  path: '/api/hidden',
  permission: 'x',
  output: 'nothing',
});
const knock = defineRoute({
  ...open,
  name: 'knock',
  method: 'GET',
  path: '/api/knock',
  output: 'nothing',
  rate: { per: 'address', limit: 2, windowMinutes: 15 },
});
const half = defineRoute({ ...open, name: 'half', method: 'GET', path: '/api/half', output: 'nothing' });
const broken = defineRoute({ ...open, name: 'broken', method: 'GET', path: '/api/broken', output: 'nothing' });

const fill = defineRoute({ ...open, name: 'fill', method: 'GET', path: '/api/fill', output: 'nothing' });

const own = { 'Content-Type': 'application/json', 'X-Req': '1', 'Sec-Fetch-Site': 'same-origin' };
const limit = { limit: 100, windowMinutes: 15 };
let now = new Date('2026-11-24T09:00:00Z');
let defects: string[];
let full = false;
let app: SampleApp;

beforeAll(async () => {
  app = await openSampleApp(
    {
      clock: { now: () => now },
      reportDefect: (row) => void defects.push(row.name),
    },
    [
      bind(say, (_, { input }) => Promise.resolve(ok(input))),
      bind(listHidden, () => Promise.resolve(ok(undefined))),
      bind(knock, () => Promise.resolve(ok(undefined))),
      bind(half, async ({ tx, clock }) => {
        const counted = await countTry(tx, 'half', limit, clock);
        return counted.ok ? refuse({ type: 'Stale', left: counted.value.left }) : counted;
      }),
      bind(fill, async ({ tx, clock }) => {
        const counted = await countTry(tx, 'fill', { limit: 2, windowMinutes: 15 }, clock);
        if (!counted.ok) return counted;
        if (!full) return ok(undefined);
        // Nobody waits for the statement that finds no room; the one after it fails only because of it.
        sendAhead(sql`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100'; END $$`.execute(tx));
        await sql`SELECT 1`.execute(tx);
        return ok(undefined);
      }),
      bind(broken, () => Promise.reject(new Error('a secret word'))),
    ],
  );
});
beforeEach(() => {
  defects = [];
});
afterAll(() => app.close());

async function ask(path: string, init: RequestInit = {}): Promise<{ status: number; body: string; headers: Headers }> {
  const answer = await app.request(path, init);
  return { status: answer.status, body: await answer.text(), headers: answer.headers };
}
const post = (body: string, headers: Record<string, string> = own) =>
  ask('/api/say', { method: 'POST', headers, body });

describe('a body', () => {
  test('that fits is answered', async () => {
    expect(await post('{"word":"yes"}')).toMatchObject({ status: 200, body: '{"word":"yes"}' });
  });

  test.each([
    ['unknown property', '{"word":"yes","name":"Secretname"}'],
    ['wrong type', '{"word":["Secretname"]}'],
    ['no JSON', '{"word":Secretname'],
    ['nothing', ''],
  ])('with %s is refused without repeating it', async (_, body) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 422 });
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(answer.body).toContain('BodyInvalid');
    expect(answer.body).not.toContain('Secretname');
  });

  test('that is too large is refused, announced or not', async () => {
    expect((await post(JSON.stringify({ word: 'x'.repeat(200) }))).status).toBe(413);
    expect((await post('{}', { ...own, 'Content-Length': '9999' })).status).toBe(413);
  });
});

test.each([
  ['another site', { ...own, 'Sec-Fetch-Site': 'cross-site' }],
  ['a sibling site', { ...own, 'Sec-Fetch-Site': 'same-site' }],
  ['another origin', { 'Content-Type': 'application/json', 'X-Req': '1', Origin: 'https://elsewhere.example' }],
  ['a form', { ...own, 'Content-Type': 'text/plain' }],
  ['no mark of our own page', { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' }],
])('a change sent by %s is refused', async (_, headers) => {
  expect(await post('{"word":"yes"}', headers)).toMatchObject({
    status: 403,
    body: expect.stringContaining('CrossSite'),
  });
});

test('a route that needs somebody is shut to nobody', async () => {
  expect((await ask('/api/hidden')).status).toBe(401);
});

test('too many tries are refused until the window is over', async () => {
  const statuses = async () => [
    (await ask('/api/knock')).status,
    (await ask('/api/knock')).status,
    (await ask('/api/knock')).status,
  ];
  expect(await statuses()).toEqual([204, 204, 429]);
  now = new Date(now.getTime() + 15 * 60_000);
  expect(await statuses()).toEqual([204, 204, 429]);
});

test('a refusal leaves nothing behind', async () => {
  const [first, second] = [await ask('/api/half'), await ask('/api/half')];
  expect(first).toMatchObject({ status: 409 });
  expect(second.body).toBe(first.body);
  expect(second.body).not.toContain('98');
});

test('a defect is reported and answered without a word of it', async () => {
  const answer = await ask('/api/broken');
  expect(answer.status).toBe(500);
  expect(answer.body).not.toContain('secret');
  expect(defects).toEqual(['broken']);
});

test('a database without room says so, keeps nothing, and works again when there is room', async () => {
  full = true;
  for (const _ of [1, 2, 3]) {
    const answer = await ask('/api/fill');
    expect(answer).toMatchObject({ status: 507, body: expect.stringContaining('StorageFull') });
  }
  // Whoever runs it finds it in the log.
  expect(defects).toEqual(['fill', 'fill', 'fill']);
  full = false;
  // Two are let through: what was counted without room was rolled back.
  expect([(await ask('/api/fill')).status, (await ask('/api/fill')).status]).toEqual([204, 204]);
  expect((await ask('/api/fill')).status).toBe(429);
});

test('every answer carries the headers; the API is never stored; strangers get 404', async () => {
  for (const path of ['/api/hidden', '/health/live', '/api/none', '/none']) {
    const { headers } = await ask(path);
    for (const [name, value] of Object.entries(commonHeaders)) expect(headers.get(name)).toBe(value);
  }
  expect((await ask('/api/hidden')).headers.get('Cache-Control')).toBe('no-store');
  expect((await ask('/api/none')).status).toBe(404);
  expect((await ask('/api/say', { method: 'DELETE' })).status).toBe(404);
  expect((await ask('/health/ready')).body).toBe('{"status":"ready"}');
});
