import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { acceptInvitation, invite } from '#kernel/accounts/client';
import { startTestServer, type TestServer } from '../../../../../tests/support/test-server.ts';

let server: TestServer;
let anna: TestPerson;
const begin = new Date('2026-11-25T10:00:00Z');
const hours = (count: number): void => server.clock.set(new Date(begin.getTime() + count * 3_600_000));

beforeAll(async () => {
  server = await startTestServer({ now: begin });
  anna = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
});
afterAll(() => server.stop());

async function count(table: string): Promise<number> {
  const client = new pg.Client(server.database.owner);
  await client.connect();
  try {
    const found = await client.query<{ n: number }>(`SELECT count(*)::integer AS n FROM ${table}`);
    return found.rows[0]?.n ?? -1;
  } finally {
    await client.end();
  }
}

test('sessions go when they are over, invitations a week after that, tries after seven days', async () => {
  const origin = 'https://baken.test';
  const joined = await buildColleague(anna, buildParts(server.connect().api, server.clock), {
    handle: 'bram',
    roles: [{ role: 'volunteer', until: null }],
  });
  const made = expectOk(
    await invite(joined.inviter.parts, joined.inviter.person, { roles: [{ role: 'volunteer', until: null }], origin }),
  );
  const never = { text: made.qrText, handle: 'never', passphrase: 'seven quiet herons by the water', origin };
  expectOk(await acceptInvitation(buildParts(server.connect().api, server.clock), never));
  const tries = await count('platform.rate');
  expect(tries).toBeGreaterThan(0);
  expect(await count('accounts.invitation')).toBe(2);
  expect(await count('accounts.account')).toBe(3);
  expect(await count('keys.credential')).toBe(3);
  await server.runJobs();
  expect(await count('accounts.session')).toBe(2);

  hours(1);
  await server.runJobs();
  expect(await count('accounts.session')).toBe(0);
  expect(await count('platform.rate')).toBe(tries);

  hours(24 * 8);
  await server.runJobs();
  expect(await count('platform.rate')).toBe(0);
  expect(await count('accounts.invitation')).toBe(2);

  // Seven days open and seven more in which the list tells why it does not work any more.
  hours(24 * 14 + 1);
  await server.runJobs();
  expect(await count('accounts.invitation')).toBe(0);
  expect(await count('accounts.account')).toBe(2);
  expect(await count('keys.credential')).toBe(2);
  expect(server.defects).toEqual([]);
});
