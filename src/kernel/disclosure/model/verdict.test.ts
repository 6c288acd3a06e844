import { expect, test } from 'vitest';
import { judgeInsiders, judgeRange, usualFloor, worstOf, type Verdict } from './verdict.ts';

test.each<readonly [low: number, high: number | null, verdict: Verdict]>([
  [0, 3, 'block'],
  [0, 4, 'pass'],
  [1, 4, 'block'],
  [1, 5, 'warn'],
  [0, 9, 'pass'],
  [1, 9, 'warn'],
  [5, 9, 'warn'],
  [6, 9, 'block'],
  [9, 9, 'block'],
  [9, 10, 'pass'],
  [10, 10, 'pass'],
  [0, 10, 'pass'],
  [0, null, 'pass'],
  [1, null, 'pass'],
])('a group of %i to %j people: %s', (low, high, verdict) => {
  expect(judgeRange({ low, high }, usualFloor)).toBe(verdict);
});

test.each<readonly [low: number, outside: number | null, verdict: Verdict]>([
  [1, 0, 'block'],
  [1, 1, 'warn'],
  [40, 2, 'warn'],
  [40, 3, 'pass'],
  [1, null, 'pass'],
  [0, 0, 'pass'],
  [0, 1, 'pass'],
])('a group around of at least %i, at most %j of them outside: %s', (low, outside, verdict) => {
  expect(judgeInsiders({ low, high: null }, outside)).toBe(verdict);
});

test('the worst verdict counts', () => {
  expect([
    worstOf([]),
    worstOf(['pass']),
    worstOf(['pass', 'warn', 'pass']),
    worstOf(['warn', 'block', 'pass']),
  ]).toEqual(['pass', 'pass', 'warn', 'block']);
});
