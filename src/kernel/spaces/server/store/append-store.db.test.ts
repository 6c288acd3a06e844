import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordId, SpaceId, TenantId, UserId } from '#platform/base';
import { inTenant, type Tx } from '#platform/server/db';
import { openTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import { createSpacesServer } from '../spaces-server.ts';
import { appendToLog, bareGround, holdGround, type LogAddition, type RecordVersion } from './append-store.ts';
import { insertMember, insertSpace, type SpaceRow } from './space-store.ts';

// Ids of the test; real ones are random UUIDs too.
const tenant = randomUUID() as TenantId;
const [anna, bram] = [randomUUID() as UserId, randomUUID() as UserId];
const record = randomUUID() as RecordId;
let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase({ modules: [createSpacesServer([])] });
});
afterAll(() => db.close());

const within = <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> =>
  inTenant(db.database, { tenant, user: anna }, work);

function addition(after: SpaceRow, versions: readonly Partial<RecordVersion>[]): LogAddition {
  const { seq, head } = after;
  const put = { id: record, type: 'head', epoch: 1, seq, hour: '2026-11-27T10', envelope: `of ${seq}` };
  return {
    operations: [{ seq, hash: head, kind: 'put', jws: `signed ${seq}` }],
    versions: versions.map((one) => ({ ...put, version: 1, ...one })),
    after,
  };
}

/** A space with one member and one record in its first version. */
async function newSpace(): Promise<SpaceRow> {
  const id = randomUUID() as SpaceId;
  const space: SpaceRow = { id, kind: 'case', epoch: 1, seq: 1, head: 'h1', codedHash: null, keySeq: 1 };
  await within(async (tx) => {
    await insertSpace(tx, tenant, space);
    await insertMember(tx, tenant, id, { user: anna, relation: 'coordinator', epochFrom: 1 });
    await appendToLog(tx, tenant, id, addition(space, [{}]), ['head']);
  });
  return space;
}

test('whoever had to wait for another writer sees the whole space as that one left it', async () => {
  const space = await newSpace();
  const next = { ...space, seq: 2, head: 'h2' };
  const waiting: ReturnType<typeof holdGround>[] = [];
  await within(async (tx) => {
    await holdGround(tx, tenant, space.id, [record]);
    waiting.push(within((other) => holdGround(other, tenant, space.id, [record])));
    // Long enough for the other to have begun to look; were it not, it would see everything anyhow.
    await wait(200);
    await insertMember(tx, tenant, space.id, { user: bram, relation: 'lead', epochFrom: 1 });
    await appendToLog(tx, tenant, space.id, addition(next, [{ version: 2, seq: 2 }]), ['head']);
  });
  const [seen] = await Promise.all(waiting);
  expect(seen).toEqual({
    space: next,
    members: expect.arrayContaining([
      { user: anna, relation: 'coordinator', epochFrom: 1 },
      { user: bram, relation: 'lead', epochFrom: 1 },
    ]) as unknown,
    records: new Map([[record, { version: 2, type: 'head', deleted: false }]]),
  });
});

test('a new version takes the place of the newest in the same statement, and a replaced type loses what it held', async () => {
  const space = await newSpace();
  const versions = [{ version: 2 }, { version: 3, envelope: 'the newest' }];
  await within((tx) =>
    appendToLog(tx, tenant, space.id, addition({ ...space, seq: 2, head: 'h2' }, versions), ['head']),
  );
  const found = await within((tx) =>
    sql`SELECT version, current, envelope FROM spaces.record WHERE space = ${space.id} ORDER BY version`.execute(tx),
  );
  expect(found.rows).toEqual([
    { version: 1, current: false, envelope: null },
    { version: 2, current: false, envelope: null },
    { version: 3, current: true, envelope: 'the newest' },
  ]);
});

test('where there is no space nothing is held', async () => {
  expect(await within((tx) => holdGround(tx, tenant, randomUUID() as SpaceId, [record]))).toEqual(bareGround);
});
