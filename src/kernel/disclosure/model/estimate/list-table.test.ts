import { describe, expect, test } from 'vitest';
import { chapman, countOn, countSeen, isOn, listPairs, pairName, readListTable, type ListTable } from './list-table.ts';

const read = (lists: readonly string[], rows: readonly (readonly number[])[]) => readListTable(lists, rows, 'rows');
const names = (length: number) => Array.from({ length }, (_, index) => `L${String(index)}`);

/** Combinations by their bits: A is 1, B is 2, C is 4. */
const table: ListTable = { lists: ['A', 'B', 'C'], counts: [0, 11, 20, 3, 40, 5, 6, 7] };

describe('rows of a table of lists', () => {
  test('are put in the place of their combination, and added up where it comes twice', () => {
    expect(
      read(
        ['A', 'B', 'C'],
        [
          [1, 0, 0, 10],
          [0, 1, 0, 20],
          [0, 0, 1, 40],
          [1, 1, 0, 3],
          [1, 0, 0, 1],
          [1, 0, 1, 5],
          [0, 1, 1, 6],
          [1, 1, 1, 7],
        ],
      ),
    ).toEqual({ ok: true, value: table });
  });
  test('of two and of ten lists are read', () => {
    expect(read(names(2), [[1, 0, 4]])).toEqual({ ok: true, value: { lists: names(2), counts: [0, 4, 0, 0] } });
    const ten = read(names(10), [[...names(9).map(() => 0), 1, 3]]);
    expect(ten.ok && [ten.value.counts.length, ten.value.counts[512], countSeen(ten.value)]).toEqual([1024, 3, 3]);
  });
  test.each<
    readonly [why: string, lists: readonly string[], rows: readonly (readonly number[])[], code: string, path: string]
  >([
    ['one list', names(1), [[1, 4]], 'field-malformed', 'lists'],
    ['eleven lists', names(11), [[...names(11).map(() => 1), 4]], 'field-malformed', 'lists'],
    ['a name twice', ['A', 'A'], [[1, 0, 4]], 'field-malformed', 'lists'],
    [
      'a short row',
      names(2),
      [
        [1, 0, 4],
        [1, 0],
      ],
      'table-ragged',
      'rows[1]',
    ],
    ['a long row', names(2), [[1, 0, 0, 4]], 'table-ragged', 'rows[0]'],
    [
      'a mark that is none',
      names(2),
      [
        [1, 0, 4],
        [1, 2, 4],
      ],
      'count-malformed',
      'rows[1][1]',
    ],
    ['a mark that is none, first', names(2), [[-1, 0, 4]], 'count-malformed', 'rows[0][0]'],
    [
      'people on no list',
      names(2),
      [
        [1, 0, 4],
        [0, 0, 4],
      ],
      'count-malformed',
      'rows[1]',
    ],
    ['nobody', names(2), [[1, 0, 0]], 'count-malformed', 'rows'],
    ['no rows', names(2), [], 'count-malformed', 'rows'],
  ])('with %s are refused', (_, lists, rows, code, path) => {
    expect(read(lists, rows)).toMatchObject({ ok: false, refusal: { code, path } });
  });
});

describe('people on lists', () => {
  test('are seen, stand on one list, and are shared by two', () => {
    expect(countSeen(table)).toBe(92);
    expect([[0], [1], [2]].map((lists) => countOn(table, lists))).toEqual([26, 36, 58]);
    expect(listPairs(table).map((pair) => [pairName(table, pair), countOn(table, pair)])).toEqual([
      ['A:B', 10],
      ['A:C', 12],
      ['B:C', 13],
    ]);
    expect(countOn(table, [0, 1, 2])).toBe(7);
  });
  test('stand on the lists that the bits of their combination name', () => {
    expect([0, 1, 2].map((list) => isOn(5, [list]))).toEqual([true, false, true]);
    expect([isOn(5, [0, 2]), isOn(5, [0, 1]), isOn(0, [0]), isOn(512, [9]), isOn(512, [8])]).toEqual([
      ...[true, false, false, true, false],
    ]);
  });
  test('of two lists alone give the estimate of Chapman', () => {
    // (26 + 1)(36 + 1) / (10 + 1) - 1 = 999 / 11 - 1, and (36 + 1)(58 + 1) / (13 + 1) - 1.
    expect(chapman(table, [0, 1])).toBeCloseTo(999 / 11 - 1, 12);
    expect(chapman(table, [1, 2])).toBeCloseTo(2183 / 14 - 1, 12);
  });
});
