import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listParts } from './list-parts.ts';

test('parts hang together so that what two share, all between them share', () => {
  const letters = ['a', 'b', 'c', 'd', 'e', 'f'];
  const figures = fc.array(fc.subarray(letters, { minLength: 1, maxLength: 3 }), { maxLength: 8 });
  fc.assert(
    fc.property(figures, (sets) => {
      const parts = listParts(letters, sets);
      for (const set of sets) expect(parts.some(({ names: of }) => set.every((name) => of.has(name)))).toBe(true);
      for (const [place, part] of parts.entries()) {
        expect(part.on === null).toBe(place === 0);
        if (part.on === null) continue;
        const earlier = parts.slice(0, place).flatMap((one) => [...one.names]);
        const on = parts[part.on.part];
        expect(part.on.part).toBeLessThan(place);
        expect(new Set([...part.names].filter((name) => on?.names.has(name)))).toEqual(part.on.shared);
        // Whatever of it stands further up stands in the part that it hangs on.
        for (const name of part.names) if (earlier.includes(name)) expect(on?.names.has(name)).toBe(true);
        expect(parts.some((other) => other !== part && [...part.names].every((name) => other.names.has(name)))).toBe(
          false,
        );
      }
    }),
  );
  const pairs = [
    ['a', 'b'],
    ['a', 'c'],
    ['c', 'd'],
    ['c', 'e'],
  ];
  const sorted = listParts(letters, pairs).map(({ names: of }) => [...of].toSorted());
  // A tree is not crossed any further.
  expect(sorted.toSorted()).toEqual([...pairs, ['f']]);
  // Nor are crosses of four whom a fifth joins by pairs.
  const joined = [
    ['a', 'b', 'c', 'd'],
    ['f', 'g', 'h', 'i'],
    ['a', 'e'],
    ['e', 'f'],
  ];
  const crossed = listParts(['e', 'a', 'b', 'c', 'd', 'f', 'g', 'h', 'i'], joined);
  expect(crossed.map(({ names: of }) => [...of].toSorted()).toSorted()).toEqual(joined.toSorted());
  const circle = [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
    ['d', 'a'],
  ];
  expect(listParts(letters.slice(0, 4), circle).map(({ names: of }) => of.size)).toEqual([3, 3]);
  expect(listParts([], [])).toEqual([{ names: new Set(), on: null }]);
});
