import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewest, hideSmall, sumFinished, type CountedLearners } from './hide-small.ts';

const rows: fc.Arbitrary<readonly CountedLearners[]> = fc.array(
  fc.record({
    organisation: fc.constantFrom('Harbour', 'Bridge'),
    own: fc.boolean(),
    course: fc.constant('course'),
    began: fc.nat({ max: 30 }),
    finished: fc.nat({ max: 30 }),
    completions: fc.nat({ max: 40 }),
  }),
  { maxLength: 6 },
);

test('no number from 1 to 9 of a partner is shown, ours always are', () => {
  fc.assert(
    fc.property(rows, (counted) => {
      const shown = hideSmall(counted);
      expect(shown.length).toBe(counted.length);
      for (const [at, row] of shown.entries()) {
        const numbers = [row.began, row.finished, row.completions];
        if (row.own) expect(row).toEqual(counted[at]);
        else expect(numbers.filter((number) => number !== null && number > 0 && number < fewest)).toEqual([]);
        // All of a row or nothing of it.
        expect([0, 3]).toContain(numbers.filter((number) => number === null).length);
      }
    }),
  );
});

test('the sum is left out when it would give the one hidden number away', () => {
  fc.assert(
    fc.property(rows, (counted) => {
      const shown = hideSmall(counted);
      const hidden = counted.filter(({ finished }, at) => shown[at]?.finished === null && finished > 0).length;
      const sum = sumFinished(counted);
      expect(sum === null).toBe(hidden === 1);
      if (sum !== null) expect(sum).toBe(counted.reduce((all, { finished }) => all + finished, 0));
    }),
  );
});
