import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import type { TenantId, UserId } from '#platform/base';
import { inTenant } from '#platform/server/db';
import { openTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import {
  auditServer,
  exportAudit,
  keepAuditLinked,
  linkAudit,
  openActLog,
  recordAudit,
  verifyAuditLines,
} from './index.ts';

// Ids of the test; real ones are random UUIDs too.
const tenant = randomUUID() as TenantId;
const actor = randomUUID() as UserId;
let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase({ modules: [auditServer] });
});
afterAll(() => db.close());

function record(act: string, at = new Date('2026-11-24T10:15:42Z')) {
  return inTenant(db.database, { tenant, user: actor }, (tx) =>
    recordAudit(tx, { tenant, act, actor, subject: null, outcome: 'done', at }),
  );
}

test('twenty requests at once are chained without a gap, and the chain verifies', async () => {
  await Promise.all(Array.from({ length: 20 }, () => record('space.opened')));
  expect(await linkAudit(db.database, tenant)).toBe(20);
  expect(await linkAudit(db.database, tenant)).toBe(0);
  await record('space.appended');
  expect(await linkAudit(db.database, tenant)).toBe(1);
  const text = await exportAudit(db.database, tenant);
  expect(await verifyAuditLines(text)).toMatchObject({ intact: true, entries: 21 });
  expect(text).toContain('"at":"2026-11-24T10:15"');
});

test('an entry whose transaction still runs is chained later, never skipped', async () => {
  let finish = () => {};
  const held = new Promise<void>((resolve) => (finish = resolve));
  let wrote = () => {};
  const written = new Promise<void>((resolve) => (wrote = resolve));
  const slow = inTenant(db.database, { tenant, user: actor }, async (tx) => {
    await recordAudit(tx, { tenant, act: 'slow.act', actor, subject: null, outcome: 'done', at: new Date() });
    wrote();
    await held;
  });
  await written;
  await record('quick.act');
  const before = await linkAudit(db.database, tenant);
  finish();
  await slow;
  const after = await linkAudit(db.database, tenant);
  expect(before + after).toBe(2);
  expect(await verifyAuditLines(await exportAudit(db.database, tenant))).toMatchObject({ intact: true, entries: 23 });
});

test('a tenant whose log cannot be chained holds up no other', async () => {
  const other = randomUUID() as TenantId;
  // The database refuses everything that is asked for it: this is no id.
  const broken = 'no-tenant' as TenantId;
  await inTenant(db.database, { tenant: other, user: actor }, (tx) =>
    recordAudit(tx, { tenant: other, act: 'some.act', actor, subject: null, outcome: 'done', at: new Date() }),
  );
  const defects: unknown[] = [];
  const linking = keepAuditLinked(
    db.database,
    () => Promise.resolve([broken, other]),
    (error) => defects.push(error),
  );
  await linking.stop();
  expect(await verifyAuditLines(await exportAudit(db.database, other))).toMatchObject({ intact: true, entries: 1 });
  expect(defects).toHaveLength(1);
});

test('lines that stand for themselves go together, each in the log of its own tenant when its promise is kept', async () => {
  const { note } = openActLog(db.database);
  const others = [randomUUID() as TenantId, randomUUID() as TenantId];
  const at = new Date('2026-11-24T10:15:42Z');
  const line = (of: TenantId, act: string) => note({ tenant: of, act, actor, subject: null, outcome: 'asked', at });
  const lines = [...Array(40).keys()].map((n) => line(others[n % 2] ?? tenant, `space.read-${'abcd'[n % 4]}`));
  await Promise.all(lines);
  for (const other of others) {
    expect(await linkAudit(db.database, other)).toBe(20);
    const text = await exportAudit(db.database, other);
    expect(await verifyAuditLines(text)).toMatchObject({ intact: true, entries: 20 });
    expect(text).toContain('"outcome":"asked"');
  }
});

test('a line that cannot be written fails for whoever waits for it, and the next goes on', async () => {
  const { note } = openActLog(db.database);
  const other = randomUUID() as TenantId;
  const at = new Date('2026-11-24T10:15:42Z');
  const wrong = note({ tenant: other, act: 'Not a code', actor, subject: null, outcome: 'asked', at });
  await expect(wrong).rejects.toThrow(/check constraint/);
  await note({ tenant: other, act: 'space.read', actor, subject: null, outcome: 'asked', at });
  expect(await linkAudit(db.database, other)).toBe(1);
});

test('a changed, dropped or moved line is found', async () => {
  const lines = (await exportAudit(db.database, tenant)).trim().split('\n');
  const changed = lines.with(4, (lines[4] ?? '').replace('space.opened', 'space.closed'));
  expect(await verifyAuditLines(changed.join('\n'))).toEqual({ intact: false, line: 5, problem: 'HashWrong' });
  expect(await verifyAuditLines(lines.toSpliced(2, 1).join('\n'))).toEqual({
    intact: false,
    line: 3,
    problem: 'NumberWrong',
  });
  expect(await verifyAuditLines('{"n":1')).toEqual({ intact: false, line: 1, problem: 'NotReadable' });
});

test('the roles of the server can neither change nor delete an entry; the owner who does is caught', async () => {
  for (const statement of [
    "UPDATE audit.received SET act = 'x'",
    'DELETE FROM audit.received',
    'DELETE FROM audit.link',
  ]) {
    const app = new pg.Client(db.app);
    await app.connect();
    await expect(app.query(statement)).rejects.toThrow('permission denied');
    await app.end();
  }
  const owner = new pg.Client(db.owner);
  await owner.connect();
  await owner.query("UPDATE audit.received SET outcome = 'NotPermitted' WHERE act = 'space.appended'");
  await owner.end();
  expect(await verifyAuditLines(await exportAudit(db.database, tenant))).toMatchObject({
    intact: false,
    problem: 'HashWrong',
  });
});

test('another tenant sees nothing', async () => {
  expect(await exportAudit(db.database, randomUUID() as TenantId)).toBe('');
});
