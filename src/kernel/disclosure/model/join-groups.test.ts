import { expect, test } from 'vitest';
import { joinColumns, joinRows, type NamedTable } from './join-groups.ts';

const table: NamedTable = {
  rows: ['a', 'b', 'c', 'd'],
  columns: ['x', 'y', 'z'],
  counts: [
    [1, 2, 3],
    [10, 20, 30],
    [100, 200, 300],
    [1000, 2000, 3000],
  ],
};

const joined = {
  rows: ['a', 'b + d', 'c'],
  columns: ['x', 'y', 'z'],
  counts: [
    [1, 2, 3],
    [1010, 2020, 3030],
    [100, 200, 300],
  ],
};

test('two rows told as one stand where the first of them stood, with the people of both', () => {
  expect(joinRows(table, 1, 3)).toEqual(joined);
  expect(joinRows(table, 3, 1)).toEqual(joined);
});

test('two columns told as one stand where the first of them stood, with the people of both', () => {
  const expected = {
    rows: ['a', 'b', 'c', 'd'],
    columns: ['x + z', 'y'],
    counts: [
      [4, 2],
      [40, 20],
      [400, 200],
      [4000, 2000],
    ],
  };
  expect(joinColumns(table, 0, 2)).toEqual(expected);
  expect(joinColumns(table, 2, 0)).toEqual(expected);
});
