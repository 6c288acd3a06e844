import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cholesky, solveCholesky } from './cholesky.ts';
import { rankOf } from './rank-of.ts';

type Matrix = readonly (readonly number[])[];

const matrixOf = (rows: number, columns: number, most = 4) =>
  fc.array(fc.array(fc.integer({ min: -most, max: most }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const turn = (matrix: Matrix): Matrix => (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] ?? 0));
const times = (one: Matrix, other: Matrix): Matrix =>
  one.map((row) =>
    turn(other).map((column) => row.reduce((sum, value, index) => sum + value * (column[index] ?? 0), 0)),
  );

describe('a positive definite matrix', () => {
  // The example of many textbooks.
  const matrix = [
    [4, 12, -16],
    [12, 37, -43],
    [-16, -43, 98],
  ];
  test('is taken apart into a lower triangle', () => {
    expect(cholesky(matrix)).toEqual([[2], [6, 1], [-8, 5, 3]]);
  });
  test('solves equations', () => {
    const lower = cholesky(matrix) ?? [];
    // 4 + 24 - 48, 12 + 74 - 129, -16 - 86 + 294.
    const x = solveCholesky(lower, [-20, -43, 192]);
    for (const [index, value] of [1, 2, 3].entries()) expect(x[index]).toBeCloseTo(value, 9);
  });
  test('made of any matrix with full columns gives back what it was multiplied with', () => {
    fc.assert(
      fc.property(
        matrixOf(3, 4, 5),
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }),
        (part, x) => {
          // Aᵀ·A + 1 is positive definite whatever A is.
          const square = times(turn(part), part).map((row, r) => row.map((value, c) => value + (r === c ? 1 : 0)));
          const lower = cholesky(square);
          if (lower === null) throw new Error('it is positive definite');
          const wide = square.map((row, r) => row.map((_, c) => lower[r]?.[c] ?? 0));
          const again = times(wide, turn(wide));
          for (const [r, row] of square.entries())
            for (const [c, value] of row.entries()) expect(again[r]?.[c]).toBeCloseTo(value, 8);
          const b = times(
            square,
            x.map((value) => [value]),
          ).flat();
          for (const [index, value] of solveCholesky(lower, b).entries()) expect(value).toBeCloseTo(x[index] ?? 0, 6);
        },
      ),
    );
  });
});

test.each<[matrix: Matrix]>([
  [
    [
      [1, 2],
      [2, 1],
    ],
  ],
  [
    [
      [1, 1],
      [1, 1],
    ],
  ],
  [
    [
      [1, 1],
      [1, 1 + 3e-16],
    ],
  ],
  [[[0]]],
  [[[-4]]],
  [[[NaN]]],
])('a matrix that is not (nearly) positive definite is not taken apart: %j', (matrix) => {
  expect(cholesky(matrix)).toBeNull();
});

test('a small matrix is taken apart as a large one is', () => {
  expect(
    cholesky([
      [4e-10, 0],
      [0, 9e-10],
    ]),
  ).toEqual([[2e-5], [0, 3e-5]]);
});

describe('the rank of a matrix', () => {
  test.each<[matrix: Matrix, rank: number]>([
    [[], 0],
    [[[0, 0, 0]], 0],
    [[[0, 0, 5]], 1],
    [[[-1]], 1],
    [
      [
        [0, 1],
        [1, 0],
      ],
      2,
    ],
    [
      [
        [0, -2],
        [-1, 0],
      ],
      2,
    ],
    // The third row is the sum of the others.
    [
      [
        [1, 0, 1, 0],
        [0, 1, 1, 0],
        [1, 1, 2, 0],
      ],
      2,
    ],
    // A column of zeros in the middle, and one after it that still tells rows apart.
    [
      [
        [1, 0, 0],
        [1, 0, 1],
        [1, 0, 2],
      ],
      2,
    ],
    [
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      1,
    ],
    // Three times a third is not quite one for a machine.
    [
      [
        [3, 1],
        [1, 1 / 3],
      ],
      1,
    ],
    [[[1e-9]], 1],
    [
      [
        [1e-3, 0],
        [0, 1e-3],
      ],
      2,
    ],
  ])('of %j is %i', (matrix, rank) => {
    expect(rankOf(matrix)).toBe(rank);
    expect(rankOf(turn(matrix))).toBe(rank);
  });
  test('is what it was built with, in whatever order its rows and columns stand, and turned too', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((rank) => fc.tuple(fc.constant(rank), matrixOf(3, rank), matrixOf(rank, 3))),
        fc.infiniteStream(fc.nat(1000)),
        ([rank, below, beside], order) => {
          const one = Array.from({ length: rank }, (_, r) =>
            Array.from({ length: rank }, (_c, c) => (r === c ? 1 : 0)),
          );
          const built = times([...one, ...below], turn([...turn(one), ...turn(beside)]));
          const shuffle = (rows: Matrix) =>
            rows
              .map((row) => ({ row, at: order.next().value }))
              .toSorted((a, b) => a.at - b.at)
              .map(({ row }) => row);
          expect(rankOf(shuffle(turn(shuffle(built))))).toBe(rank);
        },
      ),
    );
  });
  test('leaves the matrix as it was', () => {
    const matrix = [
      [0, 1],
      [2, 3],
    ];
    rankOf(matrix);
    expect(matrix).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});
