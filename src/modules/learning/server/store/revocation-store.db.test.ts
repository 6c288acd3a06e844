import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { civilDate, type TenantId, type UserId } from '#platform/base';
import { inTenant, type Tx } from '#platform/server/db';
import { accountsServer } from '#kernel/accounts/server';
import { auditServer } from '#kernel/audit/server';
import { openTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import type { AttemptId, LearnerId, OrganisationId } from '../../model/open/count/learning-ids.ts';
import type { RevocationReason } from '../../model/open/count/revocation.ts';
import { learningServer } from '../learning-server.ts';
import { findCertificate, keepCertificate } from './certificate-store.ts';
import { keepCompletion } from './count-store.ts';
import { insertOrganisation } from './organisation-store.ts';
import { findRevocation, insertRevocation, isBarred } from './revocation-store.ts';

// Random ids, given the brands that the store asks for.
const [ours, theirs] = [randomUUID() as TenantId, randomUUID() as TenantId];
const [by, learner] = [randomUUID() as UserId, randomUUID() as LearnerId];
const on = civilDate('2026-11-27');
const course = 'course';
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase({ modules: [auditServer, accountsServer, learningServer] });
});
afterAll(() => database.close());

const within = <Value>(tenant: TenantId, work: (tx: Tx) => Promise<Value>): Promise<Value> =>
  inTenant(database.database, { tenant, user: null }, work);

/** A finished run with so many papers about it; gives their codes. */
async function run(tenant: TenantId, papers: number, whose: LearnerId): Promise<readonly string[]> {
  const attempt = randomUUID() as AttemptId;
  const organisation = randomUUID() as OrganisationId;
  const codes = Array.from({ length: papers }, () => randomUUID());
  await within(tenant, async (tx) => {
    await insertOrganisation(tx, tenant, { id: organisation, name: organisation, own: false });
    const done = { attempt, learner: whose, organisation, course, version: '1.0.0', digest: 'digest' };
    await keepCompletion(tx, tenant, { ...done, language: 'en', draft: false, on });
    for (const code of codes) await keepCertificate(tx, tenant, { code, name: 'proof', attempt, on });
  });
  return codes;
}

const revoke = (tenant: TenantId, code: string, reason: RevocationReason) =>
  within(tenant, (tx) => insertRevocation(tx, tenant, { code, reason, on, by }));
const revoked = (tenant: TenantId, code = '') => within(tenant, (tx) => findRevocation(tx, tenant, code));
const barred = (tenant: TenantId, whose: LearnerId, what = course) =>
  within(tenant, (tx) => isBarred(tx, tenant, whose, what));

test('a paper is revoked once, and the others about the run stay good', async () => {
  const [one = '', two] = await run(ours, 2, learner);
  expect(await revoked(ours, one)).toBeNull();
  expect(await revoke(ours, one, 'asked-by-holder')).toBe(true);
  expect(await revoke(ours, one, 'issued-in-error')).toBe(false);
  expect(await revoked(ours, one)).toEqual({ reason: 'asked-by-holder', on });
  expect(await revoked(ours, two)).toBeNull();
  expect(await barred(ours, learner)).toBe(false);
});

test('that somebody else learned ends every paper about the run, those made later too, and bars others', async () => {
  const whose = randomUUID() as LearnerId;
  const [one = '', two] = await run(ours, 2, whose);
  const [ofAnother] = await run(ours, 1, whose);
  await revoke(ours, one, 'somebody-else-learned');
  const why = { reason: 'somebody-else-learned', on };
  expect([await revoked(ours, one), await revoked(ours, two)]).toEqual([why, why]);
  expect(await revoked(ours, ofAnother)).toBeNull();
  const attempt = await within(ours, async (tx) => (await findCertificate(tx, ours, one))?.attempt);
  if (attempt === undefined) throw new Error('the paper is kept');
  await within(ours, (tx) => keepCertificate(tx, ours, { code: 'later', name: 'proof', attempt, on }));
  expect(await revoked(ours, 'later')).toEqual(why);
  expect(await barred(ours, whose)).toBe(true);
  expect(await barred(ours, whose, 'another')).toBe(false);
  expect(await barred(ours, randomUUID() as LearnerId)).toBe(false);
});

test('papers of another tenant are not there', async () => {
  const whose = randomUUID() as LearnerId;
  const [code = ''] = await run(theirs, 1, whose);
  expect(await within(ours, (tx) => findCertificate(tx, ours, code))).toBeNull();
  await expect(revoke(ours, code, 'issued-in-error')).rejects.toThrow(/foreign key/);
  await revoke(theirs, code, 'somebody-else-learned');
  expect([await revoked(ours, code), await barred(ours, whose)]).toEqual([null, false]);
  // Not even for a query that names the other tenant: the database itself looks who asks.
  expect(await within(ours, (tx) => findRevocation(tx, theirs, code))).toBeNull();
});

test('nothing of a revocation can be changed or taken back by the server', async () => {
  for (const statement of [sql`UPDATE learning.revocation SET reason = reason`, sql`DELETE FROM learning.revocation`])
    await expect(within(ours, (tx) => statement.execute(tx))).rejects.toThrow(/permission denied/);
});
