import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareUnits, needsWord } from './compare-units.ts';

const digests = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3'));
const units = digests.map((one) => new Map(Object.entries(one)));

test('three versions of a unit stand beside one another in one way', () => {
  fc.assert(
    fc.property(units, units, units, (base, ours, theirs) => {
      for (const { unit, state } of compareUnits({ base, ours, theirs }, [])) {
        const [was, here, there] = [base.get(unit), ours.get(unit), theirs.get(unit)];
        expect(state === 'same').toBe(here === there);
        if (state === 'ours') expect([there, here === was]).toEqual([was, false]);
        if (state === 'theirs') expect([here, there === undefined, there === was]).toEqual([was, false, false]);
        if (state === 'added') expect([was, here, there !== undefined]).toEqual([undefined, undefined, true]);
        if (state === 'removed') expect([here, there]).toEqual([was, undefined]);
        if (state === 'both') expect(new Set([was, here, there]).size).toBeGreaterThan(1);
      }
    }),
  );
});

test('what was taken or kept asks for nothing more; what was put off stays listed', () => {
  fc.assert(
    fc.property(units, units, units, (base, ours, theirs) => {
      const open = compareUnits({ base, ours, theirs }, []).filter(({ state }) => needsWord(state));
      // Kept: from now on the original of today is what it is compared with. Taken: it is here as well.
      for (const here of [ours, theirs]) {
        const after = compareUnits({ base: theirs, ours: here, theirs }, []);
        expect(after.filter(({ state }) => needsWord(state))).toEqual([]);
      }
      const names = open.map(({ unit }) => unit);
      const later = compareUnits({ base, ours, theirs }, names).filter((one) => one.later);
      expect(later.map(({ unit }) => unit)).toEqual(names);
    }),
  );
});
