import { expect, it } from 'vitest';
import type { SpaceId } from '#platform/base';
import { neighbourOf } from './list-memory.ts';

it('finds the case before and after, and nothing beyond the ends or without a list', () => {
  // Ids of a list need no form here.
  const [a, b, c] = ['a', 'b', 'c'] as unknown as readonly [SpaceId, SpaceId, SpaceId];
  expect(neighbourOf([a, b, c], b, 1)).toBe(c);
  expect(neighbourOf([a, b, c], b, -1)).toBe(a);
  expect(neighbourOf([a, b, c], c, 1)).toBeNull();
  expect(neighbourOf([a, b, c], a, -1)).toBeNull();
  expect(neighbourOf([], a, 1)).toBeNull();
});
