import { describe, expect, test } from 'vitest';
import {
  countText,
  floorOf,
  isTenFive,
  nearestFive,
  provenRange,
  publishCount,
  publishPercent,
  type CountRule,
  type Published,
  type Range,
} from './count-rule.ts';

describe('a count as it is published', () => {
  test.each<readonly [count: number, published: Published, proven: Range]>([
    [0, null, { low: 0, high: 9 }],
    [9, null, { low: 0, high: 9 }],
    [10, 10, { low: 10, high: 12 }],
    [12, 10, { low: 10, high: 12 }],
    [13, 15, { low: 13, high: 17 }],
    [17, 15, { low: 13, high: 17 }],
    [18, 20, { low: 18, high: 22 }],
  ])('%i people are told as %j, which proves %j', (count, published, proven) => {
    expect(publishCount(count)).toBe(published);
    expect(provenRange('10-5', published)).toEqual(proven);
  });

  test.each<readonly [count: number, floor: number, published: Published, proven: Range]>([
    [14, 15, null, { low: 0, high: 14 }],
    [15, 15, 15, { low: 15, high: 17 }],
    [17, 15, 15, { low: 15, high: 17 }],
    [19, 20, null, { low: 0, high: 19 }],
    [20, 20, 20, { low: 20, high: 22 }],
    // A floor between two multiples of 5: 16 is told as 15, and then it is 16 or 17.
    [16, 16, 15, { low: 16, high: 17 }],
  ])('with a higher floor: %i people above %i are told as %j, which proves %j', (count, floor, published, proven) => {
    expect(publishCount(count, floor)).toBe(published);
    expect(provenRange('10-5', published, floor)).toEqual(proven);
  });

  test.each<readonly [rule: CountRule, published: Published, k: number, proven: Range]>([
    // The 10-5 rule has no floor below ten, whatever is asked for.
    ['10-5', null, 3, { low: 0, high: 9 }],
    ['10-5', 10, 3, { low: 10, high: 12 }],
    ['threshold', null, 3, { low: 0, high: 2 }],
    ['threshold', 3, 3, { low: 3, high: 3 }],
    ['exact', null, 5, { low: 0, high: 4 }],
    ['exact', 0, 5, { low: 0, high: 0 }],
  ])('by the rule %s, %j with a floor of %i proves %j', (rule, published, k, proven) => {
    expect(provenRange(rule, published, k)).toEqual(proven);
  });

  test('the floor of a rule is the one asked for, and of the 10-5 rule at least ten', () => {
    expect((['10-5', 'threshold', 'exact'] as const).map((rule) => [floorOf(rule, 3), floorOf(rule, 15)])).toEqual([
      [10, 15],
      [3, 15],
      [3, 15],
    ]);
  });

  test('goes to the multiple of five that is nearest', () => {
    expect(Array.from({ length: 11 }, (_, count) => nearestFive(count))).toEqual([0, 0, 0, 5, 5, 5, 5, 5, 10, 10, 10]);
  });

  test('is written as the number, or as fewer than the floor', () => {
    expect([countText(35), countText(null), countText(null, 15)]).toEqual(['35', '<10', '<15']);
  });

  test.each([
    [5, 10, false],
    [10, 10, true],
    [12, 10, false],
    [10, 3, true],
    [5, 3, false],
    [15, 17, true],
    [15, 18, false],
    [20, 18, true],
  ])('whether %i is a number that the rule with a floor of %i publishes: %j', (published, k, is) => {
    expect(isTenFive(published, k)).toBe(is);
    const some = Array.from({ length: 30 }, (_, count) => publishCount(count, Math.max(10, k)));
    expect(some.includes(published)).toBe(is);
  });
});

test.each<readonly [part: Published, base: Published, percent: number | null]>([
  [25, 50, 50],
  [10, 45, null],
  [null, 50, null],
  [10, null, null],
  // 17.5 and 22.5: half goes up.
  [35, 200, 18],
  [45, 200, 23],
  // 14.28… and 14.7…
  [10, 70, 14],
  [25, 170, 15],
  // Each rounded by itself, the part may come out above its base.
  [55, 50, 100],
  [50, 50, 100],
])('%j of %j as a percentage: %j', (part, base, percent) => {
  expect(publishPercent(part, base)).toBe(percent);
});
