import { expect, test } from 'vitest';
import { findPack } from '../find-pack.ts';
import { releasedPacks } from '../released-packs.ts';
import { describeNext } from './describe.ts';

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
