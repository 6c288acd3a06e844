import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { designOf, fitModel } from './fit-model.ts';
import type { ListTable, Pair } from './list-table.ts';

const [A, B, C] = [0, 1, 2];
const pairs: readonly Pair[] = [
  [A, B],
  [A, C],
  [B, C],
];
const three = (counts: readonly number[]): ListTable => ({ lists: ['A', 'B', 'C'], counts: [0, ...counts] });
const lnFactorial = (n: number) =>
  Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((sum, one) => sum + one, 0);
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

describe('a design', () => {
  // Nobody is on A and C together.
  const table = three([10, 20, 3, 40, 0, 6, 0]);
  test('has a row for each combination: one for everybody, one for each list, one for each pair', () => {
    expect(designOf(table, [[A, B]])).toEqual({
      ...{ finite: [[A, B]], minusInfinity: [], combinations: [1, 2, 3, 4, 5, 6, 7], counts: [10, 20, 3, 40, 0, 6, 0] },
      matrix: [
        [1, 1, 0, 0, 0],
        [1, 0, 1, 0, 0],
        [1, 1, 1, 0, 1],
        [1, 0, 0, 1, 0],
        [1, 1, 0, 1, 0],
        [1, 0, 1, 1, 0],
        [1, 1, 1, 1, 1],
      ],
    });
  });
  test('leaves out combinations of a pair that shares nobody', () => {
    expect(
      designOf(table, [
        [A, C],
        [B, C],
      ]),
    ).toEqual({
      ...{ finite: [[B, C]], minusInfinity: [[A, C]], combinations: [1, 2, 3, 4, 6], counts: [10, 20, 3, 40, 6] },
      matrix: [
        [1, 1, 0, 0, 0],
        [1, 0, 1, 0, 0],
        [1, 1, 1, 0, 0],
        [1, 0, 0, 1, 0],
        [1, 0, 1, 1, 1],
      ],
    });
  });
  test('has a place for those on no list, when a number of them is thought of', () => {
    const design = designOf(table, [[A, C]], 12.5);
    expect([design.combinations, design.counts]).toEqual([
      [0, 1, 2, 3, 4, 6],
      [12.5, 10, 20, 3, 40, 6],
    ]);
    expect(design.matrix[0]).toEqual([1, 0, 0, 0]);
    expect(designOf(table, [], 0).counts).toEqual([0, 10, 20, 3, 40, 0, 6, 0]);
  });
});

describe('a fit', () => {
  test('of two lists is what Lincoln and Petersen say, with the variance of its logarithm', () => {
    const { coefficients, means, deviance, logLikelihood, variance } = fitModel(
      designOf({ lists: ['A', 'B'], counts: [0, 50, 30, 10] }, []),
    );
    // dark = 50 · 30 / 10; its logarithm varies by 1/50 + 1/30 + 1/10.
    expect(Math.exp(coefficients[0] ?? 0)).toBeCloseTo(150, 6);
    expect(Math.exp(coefficients[1] ?? 0)).toBeCloseTo(10 / 30, 9);
    expect(Math.exp(coefficients[2] ?? 0)).toBeCloseTo(10 / 50, 9);
    expect(variance(0)).toBeCloseTo(1 / 50 + 1 / 30 + 1 / 10, 9);
    // The second coefficient is ln 10 - ln 30, the third ln 10 - ln 50.
    expect(variance(1)).toBeCloseTo(1 / 10 + 1 / 30, 9);
    expect(variance(2)).toBeCloseTo(1 / 10 + 1 / 50, 9);
    for (const [index, count] of [50, 30, 10].entries()) expect(means[index]).toBeCloseTo(count, 6);
    expect(deviance).toBeCloseTo(0, 9);
    const expected = sumOf([50, 30, 10].map((n) => n * Math.log(n) - n - lnFactorial(n)));
    expect(logLikelihood).toBeCloseTo(expected, 8);
  });

  test('with every pair of three lists has the odd combinations over the even ones for those on none', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(counts, (drawn) => {
        const [a = 1, b = 1, ab = 1, c = 1, ac = 1, bc = 1, abc = 1] = drawn;
        const { coefficients, deviance, variance } = fitModel(designOf(three(drawn), pairs));
        expect(coefficients[0]).toBeCloseTo(Math.log((a * b * c * abc) / (ab * ac * bc)), 6);
        expect(variance(0)).toBeCloseTo(sumOf(drawn.map((n) => 1 / n)), 6);
        expect(Math.abs(deviance)).toBeLessThan(1e-6);
      }),
      { numRuns: 30 },
    );
  });

  test('keeps the sums of its parameters, and its deviance is what its means say', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(counts, fc.subarray([...pairs]), (drawn, chosen) => {
        const design = designOf(three(drawn), chosen);
        const { coefficients, means, deviance, logLikelihood } = fitModel(design);
        const all = sumOf(drawn);
        for (const column of design.matrix[0]?.keys() ?? []) {
          const sum = (of: readonly number[]) =>
            sumOf(design.matrix.map((row, i) => (row[column] ?? 0) * (of[i] ?? 0)));
          expect(Math.abs(sum(means) - sum(drawn)) / all).toBeLessThan(1e-6);
        }
        for (const [i, row] of design.matrix.entries())
          expect(Math.log(means[i] ?? 0)).toBeCloseTo(sumOf(row.map((value, j) => value * (coefficients[j] ?? 0))), 8);
        // Where the sums are kept, people expected and counted are as many, and those terms fall out.
        const apart = 2 * sumOf(drawn.map((n, i) => n * Math.log(n / (means[i] ?? 0))));
        expect(Math.abs(deviance - apart)).toBeLessThan(1e-5 * all);
        const likelihood = sumOf(drawn.map((n, i) => n * Math.log(means[i] ?? 0) - (means[i] ?? 0) - lnFactorial(n)));
        expect(Math.abs(logLikelihood - likelihood)).toBeLessThan(1e-6 * all);
      }),
      { numRuns: 40 },
    );
  });

  test('has a coefficient for each column, and finds counts that are far from all others', () => {
    // Five hundred single people, and one crowd: a whole step from the mean of all would go e^500 too far.
    const matrix = Array.from({ length: 501 }, (_, row) => [1, row === 500 ? 1 : 0]);
    const counts = matrix.map(([, crowd]) => (crowd === 1 ? 1e6 : 1));
    const { coefficients, deviance, variance } = fitModel({ matrix, counts });
    expect(coefficients).toHaveLength(2);
    expect(coefficients[0]).toBeCloseTo(0, 9);
    expect(coefficients[1]).toBeCloseTo(Math.log(1e6), 9);
    expect(deviance).toBeCloseTo(0, 6);
    expect(variance(0)).toBeCloseTo(1 / 500, 9);
    expect(variance(1)).toBeCloseTo(1 / 500 + 1e-6, 9);
  });

  test('of counts a thousand times as large has the same shape', () => {
    const counts = [30, 40, 8, 60, 5, 9, 2];
    const [small, large] = [counts, counts.map((count) => count * 1000)].map((of) => fitModel(designOf(three(of), [])));
    expect((large?.coefficients[0] ?? 0) - (small?.coefficients[0] ?? 0)).toBeCloseTo(Math.log(1000), 8);
    expect((large?.deviance ?? 0) / (small?.deviance ?? 1)).toBeCloseTo(1000, 4);
    expect((small?.variance(0) ?? 0) / (large?.variance(0) ?? 1)).toBeCloseTo(1000, 4);
  });

  test('that runs off to infinity has a likelihood at its bound, and no variance', () => {
    // Nobody on A and B together, and the pair has no parameter of its own: with two lists those on neither are without end.
    const { deviance, coefficients, variance } = fitModel(designOf({ lists: ['A', 'B'], counts: [0, 50, 30, 0] }, []));
    expect(deviance).toBeLessThan(1e-6);
    expect(coefficients[0]).toBeGreaterThan(15);
    expect([0, 1, 2].map((at) => variance(at) === null || (variance(at) ?? 0) > 1e5)).toEqual([true, true, true]);
  });

  test('of nobody ends', () => {
    const { means } = fitModel(designOf(three([0, 0, 0, 0, 0, 0, 0]), []));
    for (const mean of means) expect(mean).toBeLessThan(1e-2);
  });
});
