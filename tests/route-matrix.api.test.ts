import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles, type Role } from '#kernel/access';
import { buildColleague, buildFounder, buildParts, probeRoutes, type ProbedRoute } from '#kernel/accounts/testing';
import { policy, serverModules } from '../src/apps/server/modules.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

const rows = serverModules.flatMap(({ routes }) => routes.map(({ row }) => row));
let server: TestServer;
const probed: ProbedRoute[] = [];

beforeAll(async () => {
  server = await startTestServer();
  const founder = server.connect();
  let anna = await buildFounder(buildParts(founder.api, server.clock), server.foundingCode);
  const people: { role: Role | 'nobody'; fetch: typeof founder.fetch }[] = [
    { role: 'nobody', fetch: server.connect().fetch },
  ];
  for (const role of roles) {
    const client = server.connect();
    const joined = await buildColleague(anna, buildParts(client.api, server.clock), {
      handle: `the-${role}`,
      roles: [{ role, until: null }],
    });
    anna = joined.inviter;
    people.push({ role, fetch: client.fetch });
  }
  // Signing out would end the probing, so it comes last.
  const ordered = rows.toSorted((left, right) => Number(left.name === 'signOut') - Number(right.name === 'signOut'));
  for (const person of people) probed.push(...(await probeRoutes(ordered, server.address, person, {})));
}, 240_000);
afterAll(() => server.stop());

test('every route asks for an act that the policy knows, or says why it asks for none', () => {
  const acts = new Set(policy.listActs().map(({ act }) => act));
  for (const { name, permission } of rows) {
    const known = typeof permission === 'string' ? acts.has(permission) : permission.none.length > 10;
    expect({ name, known }).toEqual({ name, known: true });
  }
  expect(rows.length).toBeGreaterThan(26);
});

test('no role gets through a route that the policy does not open to it, and nobody through any that needs a person', () => {
  const leaks = probed.filter(({ row, role, status }) => {
    if (typeof row.permission !== 'string' || status >= 400) return false;
    return role === 'nobody' || !policy.mayRole(row.permission, [role]);
  });
  expect(leaks.map(({ row, role, status }) => `${role} ${row.method} ${row.path} ${status}`)).toEqual([]);
});

test('who may not is told so, and never by a defect', () => {
  const told = new Set(['SignInNeeded', 'NotPermitted', 'BodyInvalid', 'TooManyTries']);
  for (const { row, role, code, status } of probed) {
    expect({ name: row.name, role, defect: status >= 500 }).toEqual({ name: row.name, role, defect: false });
    if (typeof row.permission !== 'string') continue;
    if (role === 'nobody' || !policy.mayRole(row.permission, [role])) {
      expect({ name: row.name, role, told: told.has(code ?? '') }).toEqual({ name: row.name, role, told: true });
    }
  }
  expect(server.defects).toEqual([]);
});

test('no route takes a text that the database cannot hold, in any field there is', async () => {
  const headers = { 'Content-Type': 'application/json', 'X-Req': '1', 'Sec-Fetch-Site': 'same-origin' };
  const told: string[] = [];
  for (const { name, method, path, input } of rows) {
    if (typeof input !== 'object') continue;
    const target = `${server.address}${path.replaceAll(/:\w+/g, '019ac000-0000-7000-8000-000000000001')}`;
    for (const text of ['a\0b', 'a\uD800b']) {
      const answer = await fetch(target, { method, headers, body: JSON.stringify({ field: [{ within: text }] }) });
      // Where the path is none, that is said first.
      const { code, path: at, reason } = (await answer.json()) as Record<string, unknown>;
      if (code !== 'NotFound') told.push(`${name} ${String(code)} ${String(at)} ${String(reason)}`);
    }
  }
  const wrong = told.filter((line) => !line.endsWith(' BodyInvalid input.field.0.within text-unstorable'));
  expect(wrong).toEqual([]);
  expect(told.length).toBeGreaterThan(100);
  const paths = rows.filter(({ path, method }) => method === 'GET' && path.includes(':'));
  for (const { path } of paths)
    expect((await fetch(`${server.address}${path.replaceAll(/:\w+/g, 'a%00b')}`)).status).toBe(404);
});

test('a connection is kept for longer than proxies keep theirs, so that none is asked on just when it closes', async () => {
  const { headers } = await fetch(`${server.address}/health/live`);
  const kept = Number(/timeout=(\d+)/.exec(headers.get('Keep-Alive') ?? '')?.[1]);
  expect(kept).toBeGreaterThan(60);
});
