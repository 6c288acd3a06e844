import { expect, test } from 'vitest';
import { readPastedTable } from './read-pasted-table.ts';
import { sheetText } from './sheet-text.ts';

const edges = { rowNames: true, columnNames: true, totals: false };

test('a table in the middle of a sheet is read as if it had been copied', () => {
  const rows = [
    [null, null, null, null],
    [null, null, 2023, 'so "called"', null],
    [],
    [null, 'women\nand girls', 12, 30],
    [null, 'men', 4, 24, null],
  ];
  const text = sheetText(rows);
  expect(text).toBe('\t2023\t"so ""called"""\nwomen and girls\t12\t30\nmen\t4\t24');
  expect(readPastedTable(text, edges)).toEqual({
    ok: true,
    value: {
      rows: ['women and girls', 'men'],
      columns: ['2023', 'so "called"'],
      counts: [
        [12, 30],
        [4, 24],
      ],
    },
  });
});

test('an empty sheet is an empty table', () => {
  expect(sheetText([[null], [], ['', null]])).toBe('');
});

test.each([
  [12.5, 'CountMalformed'],
  [-1, 'CountMalformed'],
  [true, 'CountMalformed'],
  [new Date(Date.UTC(2026, 0, 2)), 'CountMalformed'],
  [null, 'CountMalformed'],
  ['<10', 'CountMalformed'],
])('%j is no count, and its cell is named', (cell, type) => {
  const text = sheetText([
    ['', 'a', 'b'],
    ['x', 1, 2],
    ['y', 3, cell],
    ['z', 3, 9],
  ]);
  expect(readPastedTable(text, edges)).toEqual({ ok: false, refusal: { type, row: 3, column: 3 } });
});
