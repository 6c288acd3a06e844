import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { auditTable, type PublishedTable, type TableCell } from './audit-table.ts';
import type { Solver } from './program.ts';
import { usualFloor, type Floor } from './verdict.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver(600);
});

const ask = (table: PublishedTable, floor: Floor = usualFloor) => {
  const found = auditTable(solver, table, floor);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};
const tenFive = (cells: readonly (readonly TableCell[])[]): PublishedTable => ({ rule: '10-5', cells });
const exact = (cells: readonly (readonly TableCell[])[]): PublishedTable => ({ rule: 'exact', cells });

describe('a table by the 10-5 rule', () => {
  test('that proves a small group is warned of, at its place', () => {
    // 30 and 35 of 75: the first two are at most 32 and 37, the total is at least 73, so the third has 4 to 9.
    const { verdict, insiders, ranges, reasons } = ask(
      tenFive([
        [30, 35, null, 75],
        [30, 35, null, 75],
      ]),
    );
    expect({ verdict, insiders, reasons }).toEqual({
      ...{ verdict: 'warn', insiders: 'pass' },
      reasons: [
        { row: 0, column: 2, code: 'not-zero' },
        { row: 1, column: 2, code: 'not-zero' },
      ],
    });
    expect(ranges[0]).toEqual([
      { low: 28, high: 32 },
      { low: 33, high: 37 },
      { low: 4, high: 9 },
      { low: 73, high: 77 },
    ]);
  });
  test('that proves it nearly exactly is blocked', () => {
    // At most 32 and 37 of at least 78: the third is 9.
    const { verdict, reasons, ranges } = ask(
      tenFive([
        [30, 35, null, 80],
        [30, 35, null, 80],
      ]),
    );
    expect({ verdict, reasons }).toEqual({
      verdict: 'block',
      reasons: [
        { row: 0, column: 2, code: 'too-narrow' },
        { row: 1, column: 2, code: 'too-narrow' },
      ],
    });
    expect(ranges[0]?.[2]).toEqual({ low: 9, high: 9 });
    expect(ranges[0]?.[3]).toEqual({ low: 78, high: 78 });
  });
  test('whose hidden cell says nothing is bounded by its margins alone', () => {
    expect(
      ask(
        tenFive([
          ['hidden', 30, 60],
          ['hidden', 30, 60],
        ]),
      ).ranges[0],
    ).toEqual([
      { low: 26, high: 34 },
      { low: 28, high: 32 },
      { low: 58, high: 62 },
    ]);
  });
  test('by a higher floor proves less', () => {
    expect(
      ask(
        tenFive([
          [null, 20, 30],
          [null, 20, 30],
        ]),
        { k: 15, values: 5 },
      ).ranges[0]?.[0],
    ).toEqual({ low: 6, high: 14 });
  });
  test('by fewer values that must stay possible is only warned of', () => {
    const cells = [
      [30, 35, null, 80],
      [30, 35, null, 80],
    ];
    expect(ask(tenFive(cells), { k: 10, values: 1 }).verdict).toBe('warn');
  });
});

describe('a table of exact counts', () => {
  test('that shows a small one is blocked there, and a shown zero is no secret', () => {
    const { verdict, reasons } = ask(
      exact([
        [0, 12, 12],
        [9, 10, 19],
        [9, 22, 31],
      ]),
    );
    expect(verdict).toBe('block');
    expect(reasons.filter(({ code }) => code === 'shown-small')).toEqual([
      { row: 1, column: 0, code: 'shown-small' },
      { row: 2, column: 0, code: 'shown-small' },
    ]);
  });
  test('that shows none passes', () => {
    const cells = [
      [20, 30, 50],
      [10, 40, 50],
      [30, 70, 100],
    ];
    expect(ask(exact(cells))).toEqual({
      ...{ verdict: 'pass', insiders: 'pass', reasons: [] },
      ranges: cells.map((row) => row.map((count) => ({ low: count, high: count }))),
    });
  });
  test('whose hidden cells can be worked out is blocked', () => {
    const { verdict, ranges, reasons } = ask(
      exact([
        [20, 'hidden', 23],
        [30, 'hidden', 70],
        [50, 43, 93],
      ]),
    );
    expect(verdict).toBe('block');
    expect([ranges[0]?.[1], ranges[1]?.[1]]).toEqual([
      { low: 3, high: 3 },
      { low: 40, high: 40 },
    ]);
    expect(reasons[0]).toEqual({ row: 0, column: 1, code: 'too-narrow' });
  });
  test('below the floor of its own: null is 0 to one less', () => {
    expect(
      ask(
        exact([
          [null, 30, 'hidden'],
          [null, 30, 'hidden'],
        ]),
        { k: 4, values: 3 },
      ).ranges[0],
    ).toEqual([
      { low: 0, high: 3 },
      { low: 30, high: 30 },
      { low: 30, high: 33 },
    ]);
  });
});

describe('a table that no counts fit', () => {
  test.each<[why: string, cells: readonly (readonly TableCell[])[]]>([
    [
      'a row',
      [
        [10, 20, 40],
        [10, 20, 30],
      ],
    ],
    [
      'a column',
      [
        [10, 20, 30],
        [5, 5, 10],
        [15, 20, 40],
      ],
    ],
    [
      'the total',
      [
        [10, 20, 30],
        [10, 20, 31],
      ],
    ],
    [
      'a hidden cell would have to be less than nobody',
      [
        [10, 'hidden', 9],
        [10, 'hidden', 9],
      ],
    ],
  ])('is refused: %s', (_, cells) => {
    expect(auditTable(solver, exact(cells), usualFloor)).toMatchObject({
      ok: false,
      refusal: { code: 'contradiction' },
    });
  });
});

describe('what somebody inside learns', () => {
  test.each<[cells: readonly (readonly TableCell[])[], insiders: string, reasons: readonly object[]]>([
    // All twelve of the first row stand in its first cell; and all thirty of the third column in the second row.
    [
      [
        [12, 0, 0, 12],
        [20, 20, 30, 70],
        [32, 20, 30, 82],
      ],
      'block',
      [
        { row: 0, column: 0, code: 'all-in-one' },
        { row: 1, column: 1, code: 'all-in-one' },
        { row: 1, column: 2, code: 'all-in-one' },
      ],
    ],
    [
      [
        [12, 2, 14],
        [20, 30, 50],
        [32, 32, 64],
      ],
      'warn',
      [
        { row: 0, column: 0, code: 'nearly-all-in-one' },
        { row: 1, column: 1, code: 'nearly-all-in-one' },
      ],
    ],
    // Three others are enough.
    [
      [
        [12, 3, 15],
        [20, 30, 50],
        [32, 33, 65],
      ],
      'pass',
      [],
    ],
    // Nobody is in the first row: there is nobody to learn anything.
    [
      [
        [0, 0, 0],
        [20, 30, 50],
        [20, 30, 50],
      ],
      'block',
      [
        { row: 1, column: 0, code: 'all-in-one' },
        { row: 1, column: 1, code: 'all-in-one' },
        { row: 1, column: 2, code: 'all-in-one' },
      ],
    ],
    // A single person is alone for sure.
    [
      [
        [1, 0, 1],
        [20, 30, 50],
        [21, 30, 51],
      ],
      'block',
      [
        { row: 0, column: 0, code: 'all-in-one' },
        { row: 0, column: 1, code: 'nearly-all-in-one' },
        { row: 1, column: 0, code: 'nearly-all-in-one' },
        { row: 1, column: 1, code: 'all-in-one' },
        { row: 1, column: 2, code: 'nearly-all-in-one' },
      ],
    ],
    // One row: a cell lies in the margin of the row, and the margin of a column is the cell itself.
    [
      [
        [12, 30, 42],
        [12, 30, 42],
      ],
      'pass',
      [],
    ],
    [
      [
        [12, 12],
        [30, 30],
        [42, 42],
      ],
      'pass',
      [],
    ],
    [
      [
        [12, 1, 13],
        [12, 1, 13],
      ],
      'warn',
      [
        { row: 0, column: 0 },
        { row: 1, column: 0 },
      ].map((at) => ({ ...at, code: 'nearly-all-in-one' })),
    ],
    [
      [
        [12, 12],
        [1, 1],
        [13, 13],
      ],
      'warn',
      [
        { row: 0, column: 0 },
        { row: 0, column: 1 },
      ].map((at) => ({ ...at, code: 'nearly-all-in-one' })),
    ],
  ])('of %j: %s', (cells, insiders, reasons) => {
    const found = ask(exact(cells));
    expect(found.insiders).toBe(insiders);
    expect(found.reasons.filter(({ code }) => code.endsWith('all-in-one'))).toEqual(reasons);
  });
  test('of a group that is perhaps empty: nothing, until it is proved that somebody is there', () => {
    const cells = [
      [null, 0, null],
      [20, 30, 50],
      ['hidden', 'hidden', 'hidden'],
    ] as const;
    expect(ask(exact(cells)).reasons.filter(({ row, code }) => row === 0 && code.endsWith('all-in-one'))).toEqual([]);
  });
});
