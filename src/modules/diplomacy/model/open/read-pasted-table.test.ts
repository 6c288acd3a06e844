import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '#kernel/disclosure';
import { guessNames, readPastedTable } from './read-pasted-table.ts';

/** Reads a table as the page does that was told nothing but whether there are totals. */
const read = (text: string, totals: boolean) => readPastedTable(text, { ...guessNames(text), totals });

const table = {
  rows: ['women', 'men'],
  columns: ['under 25', '25 and over'],
  counts: [
    [12, 30],
    [4, 24],
  ],
};

describe('a table as it is pasted', () => {
  test.each([
    ['\tunder 25\t25 and over\nwomen\t12\t30\nmen\t4\t24\n'],
    [',under 25,25 and over\r\nwomen,12,30\r\nmen,4,24'],
    ['x;under 25;"25 and over"\n\nwomen;12; 30\nmen;4;24'],
  ])('is read with its names (%j)', (text) => {
    expect(read(text, false)).toEqual({ ok: true, value: table });
  });
  test('without names it is numbered', () => {
    expect(read('12 \t30\n4\t24', false)).toMatchObject({
      value: { rows: ['1', '2'], columns: ['1', '2'] },
    });
    expect(read('a\t12\t30\nb\t4\t24', false)).toMatchObject({
      value: { rows: ['a', 'b'], columns: ['1', '2'] },
    });
  });
  test('groups whose names are numbers are no counts: the empty corner tells, or a person does', () => {
    const years = '\t2023\t2024\n1\t12\t30\n2\t4\t24';
    expect(guessNames(years)).toEqual({ rowNames: true, columnNames: true });
    expect(read(years, false)).toEqual({
      ok: true,
      value: { ...table, rows: ['1', '2'], columns: ['2023', '2024'] },
    });
    const filled = 'group\t2023\t2024\nwomen\t12\t30\nmen\t4\t24';
    expect(guessNames(filled)).toEqual({ rowNames: true, columnNames: false });
    expect(readPastedTable(filled, { rowNames: true, columnNames: true, totals: false })).toMatchObject({
      value: { ...table, columns: ['2023', '2024'] },
    });
    const told = { rowNames: false, columnNames: false, totals: false };
    expect(readPastedTable(years, told)).toMatchObject({ refusal: { type: 'CountMalformed', row: 1, column: 1 } });
  });
  test('a sign within names does not part cells where another parts them evenly', () => {
    expect(read(',"under 25; all",25 and over\nwomen,12,30\nmen,4,24', false)).toMatchObject({
      value: { ...table, columns: ['under 25; all', '25 and over'] },
    });
  });
  test('of one column is a list, whose only sum is its last row', () => {
    const list = { rows: ['women', 'men'], columns: [''], counts: [[40], [30]] };
    expect(read('women\t40\nmen\t30', false)).toEqual({ ok: true, value: list });
    expect(read('women\t40\nmen\t30\nall\t70', true)).toEqual({ ok: true, value: list });
    // A second column that holds the sums alone makes no table of it.
    expect(read('women\t40\t40\nmen\t30\t30\nall\t70\t70', true)).toEqual({ ok: true, value: list });
    expect(read('\tpeople\nwomen\t40\nmen\t30', false)).toEqual({
      ok: true,
      value: { ...list, columns: ['people'] },
    });
    expect(read('women\t40\nmen\t30\nall\t71', true)).toMatchObject({
      refusal: { type: 'TotalWrong', row: 3, column: 2 },
    });
    expect(read('\tpeople\tall\nwomen\t40\t40\nmen\t30\t30\nall\t70\t70', true)).toEqual({
      ok: true,
      value: { ...list, columns: ['people'] },
    });
  });
  test('sums must add up, and are left out', () => {
    const text = '\tunder 25\t25 and over\tall\nwomen\t12\t30\t42\nmen\t4\t24\t28\nall\t16\t54\t70';
    expect(read(text, true)).toEqual({ ok: true, value: table });
    expect(read(text.replace('\t28', '\t29'), true)).toMatchObject({
      refusal: { type: 'TotalWrong', row: 3, column: 4 },
    });
    expect(read(text.replace('54', '55'), true)).toMatchObject({
      refusal: { type: 'TotalWrong', row: 4, column: 4 },
    });
  });
});

test.each([
  ['', 'TableEmpty', 1, 1],
  ['1\t2\n3', 'TableRagged', 2, 2],
  ['1\t2\n3\t4\t5', 'TableRagged', 2, 3],
  ['1\t2', 'TableSmall', 1, 1],
  ['1', 'TableSmall', 1, 1],
  ['1\t2\n3\t-4', 'CountMalformed', 2, 2],
  ['1\t2\n3\t4.5', 'CountMalformed', 2, 2],
  ['a\tb\n3\t<10', 'CountMalformed', 2, 2],
  ['1\t2\n3\t', 'CountMalformed', 2, 2],
  [Array.from({ length: 21 }, () => Array.from({ length: 20 }, () => '1').join('\t')).join('\n'), 'TableLarge', 1, 1],
])('%j is refused with its place', (text, type, row, column) => {
  expect(read(text, false)).toEqual({ ok: false, refusal: { type, row, column } });
});

test('what was written with commas is read as it was', () => {
  const name = fc.stringMatching(/^[a-zA-Z][a-zA-Z ,;"']{0,12}[a-z]$/);
  const named = fc.integer({ min: 2, max: 5 }).chain((size) =>
    fc.record({
      rows: fc.array(name, { minLength: size, maxLength: size }),
      columns: fc.array(name, { minLength: 3, maxLength: 3 }),
      counts: fc.array(fc.array(fc.nat(999), { minLength: 3, maxLength: 3 }), { minLength: size, maxLength: size }),
    }),
  );
  fc.assert(
    fc.property(named, ({ rows, columns, counts }) => {
      // Names may hold a semicolon; where it happens to part every row into as many cells nobody can tell.
      fc.pre(![...rows, ...columns].some((one) => one.includes(';')));
      const text = writeCsv([['', ...columns], ...rows.map((row, index) => [row, ...(counts[index] ?? [])])]);
      expect(read(text, false)).toEqual({ ok: true, value: { rows, columns, counts } });
    }),
  );
});
