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

test('a connection is kept for longer than proxies keep theirs, so that none is asked on just when it closes', async () => {
  const { headers } = await fetch(`${server.address}/health/live`);
  const kept = Number(/timeout=(\d+)/.exec(headers.get('Keep-Alive') ?? '')?.[1]);
  expect(kept).toBeGreaterThan(60);
});
