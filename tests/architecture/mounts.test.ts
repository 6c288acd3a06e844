import { expect, test } from 'vitest';
import { serverModules } from '../../src/apps/server/modules.ts';

const mounts = serverModules.flatMap((module) => module.mounts ?? []);

test('what is outside of our pipeline is known: another mount is a decision (0046, 0052, 0069)', () => {
  expect(mounts.map(({ name, prefix }) => [name, prefix])).toEqual([
    ['record-store', '/xapi'],
    ['launches', '/api/learning/cmi5'],
    ['package-files', '/package'],
    ['badges', '/api/learning/badges'],
  ]);
});

test('no route of ours lies below a mount', () => {
  const paths = serverModules.flatMap(({ routes }) => routes.map(({ row }) => row.path));
  expect(paths.length).toBeGreaterThan(40);
  for (const { prefix } of mounts)
    expect(paths.filter((path) => path === prefix || path.startsWith(`${prefix}/`))).toEqual([]);
});
