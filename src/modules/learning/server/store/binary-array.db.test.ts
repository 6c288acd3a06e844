import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#platform/server/db';
import { openTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import { binaryArray } from './binary-array.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ modules: [] });
});
afterAll(() => database.close());

test('the database reads an array as it was given, whatever is in it', async () => {
  const uuid = fc.uuid();
  const integer = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
  const smallint = fc.integer({ min: -(2 ** 15), max: 2 ** 15 - 1 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(uuid),
      fc.array(integer),
      fc.array(smallint),
      fc.array(fc.boolean()),
      async (uuids, integers, smallints, booleans) => {
        const found = await inTenant(database.database, { tenant: null, user: null }, (tx) =>
          sql<{ u: string[]; i: number[]; s: number[]; b: boolean[] }>`SELECT
            ${binaryArray('uuid', uuids)}::uuid[]::text[] AS u, ${binaryArray('integer', integers)}::integer[] AS i,
            ${binaryArray('smallint', smallints)}::smallint[] AS s, ${binaryArray('boolean', booleans)}::boolean[] AS b`.execute(
            tx,
          ),
        );
        expect(found.rows[0]).toEqual({ u: uuids, i: integers, s: smallints, b: booleans });
      },
    ),
    { numRuns: 50 },
  );
});

test.each([
  '',
  'x',
  '018f2c6e-0000-7000-8000-00000000000',
  '018f2c6e-0000-7000-8000-0000000000zz',
  `${'0'.repeat(37)}`,
  '0'.repeat(36),
  `018f2c6e-0000-7000-8000-00000000000${String.fromCharCode(0x130)}`,
])('what is no UUID is refused (%j)', (value) => {
  expect(() => binaryArray('uuid', [value])).toThrow('UUID');
});

test('a number that the type does not hold is refused', () => {
  expect(() => binaryArray('integer', [2 ** 31])).toThrow();
  expect(() => binaryArray('smallint', [2 ** 15])).toThrow();
});
