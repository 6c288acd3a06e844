import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Lie } from './lie.ts';
import { liesAboutComparing } from './lies-about-comparing.ts';
import { liesAboutPeople } from './lies-about-people.ts';
import { liesAboutRecords } from './lies-about-records.ts';
import { liesAboutOpenValues } from './lies-about-open-values.ts';
import { liesAboutTheLog } from './lies-about-the-log.ts';
import { plantedOperations } from './planted-operations.ts';
import { buildLyingWorld, type LyingWorld } from './lying-world.ts';

let world: LyingWorld;
beforeAll(async () => {
  world = await buildLyingWorld();
});
afterAll(async () => {
  expect(world.server.defects).toEqual([]);
  await world.close();
});

const table: Readonly<Record<string, readonly Lie[]>> = {
  // First: others sign people in so often that their older sessions end.
  comparing: liesAboutComparing,
  people: liesAboutPeople,
  records: liesAboutRecords,
  log: liesAboutTheLog,
  planted: plantedOperations,
  'open values': liesAboutOpenValues,
};

describe.each(Object.entries(table))('the server lies, %s:', (_, lies) => {
  test.each(lies.map(({ lie, outcome, attempt }) => [lie, outcome, attempt] as const))(
    '%s: %s',
    async (_lie, outcome, attempt) => {
      expect(await attempt(world)).toBe(outcome);
    },
  );
});
