import { expect, test } from 'vitest';
import { plainArray } from './plain-array.ts';

test('values that need no quotation marks stand beside each other', () => {
  expect(plainArray([])).toBe('{}');
  expect(plainArray([1, -2])).toBe('{1,-2}');
  expect(plainArray([true, false])).toBe('{true,false}');
  expect(plainArray(['018f2c6e-0000-7000-8000-00000000000a', '2026-11-28T10:00:00.000Z'])).toBe(
    '{018f2c6e-0000-7000-8000-00000000000a,2026-11-28T10:00:00.000Z}',
  );
});

test.each(['a b', '}', '"', '\\', "'", '\u001e', '{'])('anything else is refused (%j)', (value) => {
  expect(() => plainArray(['x', value])).toThrow('plain');
});
