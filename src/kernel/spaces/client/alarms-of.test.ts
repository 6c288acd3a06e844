import { expect, test } from 'vitest';
import { createId, type RecordId, type UserId } from '#platform/base';
import { alarmsOf } from './alarms-of.ts';
import type { Statement } from './judge-comparisons.ts';
import type { Comparisons } from './read-comparisons.ts';

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const [anna, bram, noor, sami] = Array.from({ length: 4 }, () => createId<UserId>(randomBytes)) as [
  UserId,
  UserId,
  UserId,
  UserId,
];
const keysNamed = (user: UserId, name = 'first') => ({ encryption: `${user} ${name}`, signing: user });

function statement(seq: number, by: UserId, other: UserId, result: Statement['result'], theirs = keysNamed(other)) {
  const record = createId<RecordId>(randomBytes);
  const own = keysNamed(by);
  return { record, seq, by, other, result, own, theirs, way: 'in-person', time: '2026-11-25T14:00Z' } as const;
}

function comparisonsOf(statements: readonly Statement[], revoked: readonly UserId[] = []): Comparisons {
  const colleagues = {
    keysOf: (user: UserId) => (revoked.includes(user) ? null : keysNamed(user)),
    coordinates: (user: UserId) => user === anna || user === bram,
  };
  return { statements, colleagues, withheld: [], flaws: [] };
}

test('a coordinator is told of every doubt, others of those they had a part in', () => {
  const comparisons = comparisonsOf([statement(1, noor, bram, 'different')]);
  const told = (user: UserId, coordinates: boolean) =>
    alarmsOf(comparisons, user, coordinates).doubts.map(({ other }) => other);
  expect(told(anna, true)).toEqual([bram]);
  expect(told(noor, false)).toEqual([bram]);
  expect(told(bram, false)).toEqual([bram]);
  expect(told(sami, false)).toEqual([]);
});

test('whoever compared is told when keys have changed since; nobody else, and not of keys that were revoked', () => {
  const comparisons = comparisonsOf([statement(1, anna, noor, 'same', keysNamed(noor, 'older'))]);
  expect(alarmsOf(comparisons, anna, true).voided.map(({ other }) => other)).toEqual([noor]);
  expect(alarmsOf(comparisons, bram, true).voided).toEqual([]);
  expect(alarmsOf(comparisonsOf(comparisons.statements, [noor]), anna, true).voided).toEqual([]);
  const again = comparisonsOf([...comparisons.statements, statement(2, anna, noor, 'same')]);
  expect(alarmsOf(again, anna, true).voided).toEqual([]);
});

test('what the server holds back is counted for everybody', () => {
  const withheld = [{ record: createId<RecordId>(randomBytes), by: anna, reason: 'missing' }];
  expect(alarmsOf({ ...comparisonsOf([]), withheld }, sami, false).withheld).toBe(1);
});
