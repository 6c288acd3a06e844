import { expect, test } from 'vitest';
import { civilDate } from '#platform/base';
import { writeSealed } from '../../model/sealed/read-sealed.ts';
import { textOfRows } from '../shared/typed-rows.ts';
import { blankRelative, familyOfText, isFamilyRight, textOfFamily } from './family-values.ts';

const on = civilDate('2026-11-24');
const told = { told: true, source: 'paper', on: civilDate('2026-10-01') } as const;
const family = {
  people: [
    {
      name: 'Hana',
      tie: 'sister',
      where: 'At home',
      birth: '2001',
      knows: told,
      safe: { notTold: 'unknown' as const },
    },
  ],
};

test('a family that is opened and saved changes in nothing', () => {
  const saved = familyOfText(textOfFamily(family), family, on);
  expect(saved).toEqual(family);
  expect(writeSealed('family', saved).ok).toBe(true);
  expect(familyOfText(textOfFamily(null), null, on)).toEqual({ people: [] });
});

test('a changed answer is of today; half a relative is told', () => {
  const row = { ...blankRelative, name: ' Hana ', tie: 'sister', knows: 'no', safe: 'yes' };
  expect(familyOfText(textOfRows([row]), family, on).people).toMatchObject([
    { name: 'Hana', where: null, knows: { told: false, source: 'person', on }, safe: { told: true, on } },
  ]);
  expect(isFamilyRight(textOfRows([row]))).toBe(true);
  expect(isFamilyRight(textOfRows([{ ...row, birth: 'spring' }]))).toBe(false);
  expect(isFamilyRight(textOfRows([{ ...row, tie: ' ' }]))).toBe(false);
});
