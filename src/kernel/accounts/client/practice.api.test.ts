import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { exportAudit, linkAudit, verifyAuditLines } from '#kernel/audit/server';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { tenantRoutes, sessionRoutes } from '../index.ts';
import { buildFounder, buildParts, type TestPerson } from '../testing/index.ts';
import { foundTenant } from './index.ts';

let server: TestServer;
let anna: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

function device() {
  return buildParts(server.connect().api, server.clock);
}

test('an empty installation says so, and neither a wrong code nor the code of the other kind founds', async () => {
  expect(expectOk(await server.connect().api.call(tenantRoutes.readEntrance, {}))).toEqual({ state: 'empty' });
  const founding = {
    kind: 'society',
    name: 'Practice',
    handle: 'anna',
    passphrase: 'paper boats on the green canal',
    origin: 'https://baken.test',
  } as const;
  for (const [code, practice] of [
    ['guess', true],
    [server.foundingCode, true],
    [server.practiceCode, false],
  ] as const) {
    expect(await foundTenant(device(), { ...founding, code, practice })).toMatchObject({
      ok: false,
      refusal: { type: 'FoundingCodeWrong' },
    });
  }
  expect(
    await foundTenant(device(), { ...founding, code: server.practiceCode, practice: true, passphrase: 'short' }),
  ).toMatchObject({
    ok: false,
    refusal: { type: 'PassphraseTooShort' },
  });
  anna = await buildFounder(device(), server.practiceCode, { practice: true });
  expect(anna.person.practice).toBe(true);
});

test('a practice tenant serves the kits of its fictional people', async () => {
  const people = [
    {
      handle: 'anna',
      name: 'Anna Fictional',
      role: 'coordinator',
      passphrase: 'x y z',
      kit: anna.kit,
      user: anna.person.user,
    },
  ];
  const api = server.connect().api;
  expect(await api.call(tenantRoutes.readDemoKits, {})).toMatchObject({ ok: false, refusal: { type: 'NotFound' } });
  server.secrets.set('demo-kits', JSON.stringify({ people }));
  expect(expectOk(await api.call(tenantRoutes.readDemoKits, {})).people).toEqual(people);
});

test('a request from another site, or without our header, changes nothing', async () => {
  const client = server.connect();
  const url = `${server.address}${sessionRoutes.signOut.path}`;
  const good = { 'Content-Type': 'application/json', 'X-Req': '1' };
  for (const headers of [
    { ...good, 'Sec-Fetch-Site': 'cross-site' },
    { ...good, 'Sec-Fetch-Site': 'same-site' },
    { 'Content-Type': 'application/json' },
    { 'X-Req': '1', 'Content-Type': 'text/plain' },
    { ...good, Origin: 'https://evil.test' },
  ]) {
    const answer = await fetch(url, {
      method: 'POST',
      body: '{}',
      headers: headers as unknown as Record<string, string>,
    });
    expect(answer.status).toBe(403);
  }
  const response = await client.fetch(url, { method: 'POST', body: '{}', headers: good });
  expect(response.status).toBe(401);
});

test('the cookie of a session is for our own pages only', async () => {
  const seen: string[] = [];
  const watching: typeof fetch = async (...words) => {
    const answer = await fetch(...words);
    seen.push(...answer.headers.getSetCookie());
    return answer;
  };
  const { createApi } = await import('#platform/client');
  const { signIn } = await import('./index.ts');
  const api = createApi({
    baseUrl: server.address,
    fetch: (address, options) => watching(address, options as RequestInit),
  });
  expectOk(await signIn({ ...anna.parts, api }, { handle: 'anna', passphrase: anna.passphrase }));
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatch(/^__Host-s=\S+; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=43200$/);
});

test('what happened stands in the audit log: ids and codes, in an intact chain', async () => {
  const { tenant, user } = anna.person;
  const { database } = server.database;
  // A line is linked once no transaction runs that began before it: on a server others use, theirs too.
  const linked = async (): Promise<string> => {
    await linkAudit(database, tenant);
    return exportAudit(database, tenant);
  };
  await expect.poll(linked, { timeout: 30_000 }).toContain('session.signed-in');
  const text = await exportAudit(database, tenant);
  expect((await verifyAuditLines(text)).intact).toBe(true);
  const acts = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { act: string; actor: string });
  expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['tenant.founded', 'session.signed-in']));
  expect(acts.every(({ actor }) => actor === user)).toBe(true);
  expect(text).not.toMatch(/anna|Practice|127\.0\.0\.1/i);
  expect(server.defects).toEqual([]);
});
