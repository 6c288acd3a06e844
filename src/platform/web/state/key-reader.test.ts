import { expect, it } from 'vitest';
import { createKeyReader } from './key-reader.ts';

it('takes a key as itself, and a key soon after g as a pair', () => {
  const read = createKeyReader();
  expect(read('n', 0)).toBe('n');
  expect(read('g', 10)).toBeNull();
  expect(read('c', 900)).toBe('g c');
  expect(read('c', 950)).toBe('c');
});

it('forgets g after a moment, and takes two g as a pair that nothing is bound to', () => {
  const read = createKeyReader();
  expect(read('g', 0)).toBeNull();
  expect(read('c', 2_000)).toBe('c');
  expect(read('g', 3_000)).toBeNull();
  expect(read('g', 3_100)).toBe('g g');
  expect(read('o', 3_200)).toBe('o');
});
