import { expect, test } from 'vitest';
import { findPack } from '../find-pack.ts';
import { releasedPacks } from '../released-packs.ts';
import { describeNext, describeRoute } from './describe.ts';

const newest = [...new Set(releasedPacks.map(({ id }) => id))].flatMap((id) => findPack(releasedPacks, id) ?? []);

test.each(newest.map((pack) => [`${pack.id}@${pack.version}`, pack] as const))(
  'every step that %s can offer has words in each of its languages, also one that nobody records as a fact',
  (_, pack) => {
    const steps = pack.next.map(({ by }) => ({
      by,
      to: null,
      open: true,
      guards: [],
      sources: [],
      confidence: 'A' as const,
    }));
    for (const language of Object.keys(pack.texts)) {
      for (const step of steps) expect(describeNext(pack, step, language)).not.toMatch(/^fact\.|^$/);
    }
  },
);

test('a route is told in words, and as forms write it where a version has none', () => {
  const [old, now] = ['nl-residence@2026.2', 'nl-residence'].map((name) => findPack(releasedPacks, name));
  if (!old || !now) throw new Error('two versions were released');
  const routes = [...new Set(now.next.flatMap(({ route }) => route ?? []))];
  expect(routes).toHaveLength(7);
  for (const route of routes)
    for (const language of ['en', 'nl'])
      expect(describeRoute(now, route, language)).not.toMatch(/R\d|^(route|choice)\./);
  expect(describeRoute(old, 'R1')).toBe('R1: prosecution decided');
});
