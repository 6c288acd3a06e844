import { expect, test } from 'vitest';
import { withMargins } from './with-margins.ts';

test('margins are the sums of rows and columns, and the total stands in the corner', () => {
  expect(
    withMargins([
      [1, 2, 3],
      [40, 0, 60],
    ]),
  ).toEqual([
    [1, 2, 3, 6],
    [40, 0, 60, 100],
    [41, 2, 63, 106],
  ]);
  expect(withMargins([[7]])).toEqual([
    [7, 7],
    [7, 7],
  ]);
});

test('a table without rows has no margins', () => {
  expect(withMargins([])).toEqual([[]]);
});
