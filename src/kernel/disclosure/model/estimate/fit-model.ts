import { lnGamma } from './ln-gamma.ts';
import { cholesky, solveCholesky } from './cholesky.ts';
import { countOn, isOn, type ListTable, type Pair } from './list-table.ts';

/** A model made ready: which combinations it speaks of, and what each of them is made of. */
export interface Design {
  /** Pairs of the model that share somebody: each has a parameter. */
  readonly finite: readonly Pair[];
  /** Pairs that share nobody: their parameter is at minus infinity, and combinations with both lists are left out. */
  readonly minusInfinity: readonly Pair[];
  readonly combinations: readonly number[];
  readonly counts: readonly number[];
  /** A row a combination: 1, then for each list and each finite pair whether it is in. */
  readonly matrix: readonly (readonly number[])[];
}

/** The design of a model with these pairs; with `unseen` the combination of no list has its place too, with so many people. */
export function designOf(table: ListTable, pairs: readonly Pair[], unseen: number | null = null): Design {
  const finite = pairs.filter((pair) => countOn(table, pair) > 0);
  const minusInfinity = pairs.filter((pair) => countOn(table, pair) === 0);
  const combinations = table.counts.flatMap((_, combination) => {
    const left = minusInfinity.some((pair) => isOn(combination, pair));
    return left || (combination === 0 && unseen === null) ? [] : [combination];
  });
  return {
    ...{ finite, minusInfinity, combinations },
    counts: combinations.map((combination) => (combination === 0 ? (unseen ?? 0) : (table.counts[combination] ?? 0))),
    matrix: combinations.map((combination) => [
      1,
      ...table.lists.map((_, list) => (isOn(combination, [list]) ? 1 : 0)),
      ...finite.map((pair) => (isOn(combination, pair) ? 1 : 0)),
    ]),
  };
}

/** A fitted model of Poisson counts. */
export interface Fit {
  readonly coefficients: readonly number[];
  readonly means: readonly number[];
  readonly deviance: number;
  readonly logLikelihood: number;
  /** Variance of a coefficient; null where the fit runs off to infinity. */
  variance(coefficient: number): number | null;
}

const mostSteps = 200;

/**
 * Fits log means by maximum likelihood, with Newton's steps, until the deviance changes by less than 1e-12 of itself. Where no estimate exists
 * the likelihood still nears its bound, and only the coefficients run away; so whoever tells of a fit must have looked whether it exists.
 */
export function fitModel({ matrix, counts }: Pick<Design, 'matrix' | 'counts'>): Fit {
  const width = matrix[0]?.length ?? 0;
  const mean = counts.reduce((total, count) => total + count, 0) / counts.length;
  let coefficients: readonly number[] = [Math.log(Math.max(mean, 1e-3)), ...Array.from({ length: width - 1 }, () => 0)];
  const ones = matrix.map((row) => row.flatMap((value, j) => (value === 0 ? [] : [j])));
  let [means, deviance] = evaluate(matrix, counts, coefficients);
  let lower: readonly (readonly number[])[] | null = null;
  for (let step = 0; step < mostSteps; step += 1) {
    lower = cholesky(information(ones, width, means));
    if (lower === null) break;
    const slope = Array.from({ length: width }, (_, j) =>
      matrix.reduce((total, row, i) => total + (row[j] ?? 0) * ((counts[i] ?? 0) - (means[i] ?? 0)), 0),
    );
    const next = stepTowards(matrix, counts, { coefficients, deviance }, solveCholesky(lower, slope));
    const change = Math.abs(deviance - next.deviance);
    ({ coefficients, deviance } = next);
    means = evaluate(matrix, counts, coefficients)[0];
    if (change <= 1e-12 * (Math.abs(deviance) + 1e-3)) break;
  }
  const last = cholesky(information(ones, width, means));
  return {
    ...{ coefficients, means, deviance, logLikelihood: likelihoodOf(counts, means) },
    variance: (coefficient) => {
      if (last === null) return null;
      const unit = Array.from({ length: width }, (_, index) => (index === coefficient ? 1 : 0));
      return solveCholesky(last, unit)[coefficient] ?? null;
    },
  };
}

interface Point {
  readonly coefficients: readonly number[];
  readonly deviance: number;
}

/** Goes the whole step, or half of it, and half again, as long as it does not get better. */
function stepTowards(
  matrix: Design['matrix'],
  counts: readonly number[],
  from: Point,
  direction: readonly number[],
): Point {
  for (let length = 1; length > 1e-9; length /= 2) {
    const coefficients = from.coefficients.map((value, index) => value + length * (direction[index] ?? 0));
    const deviance = evaluate(matrix, counts, coefficients)[1];
    if (Number.isFinite(deviance) && deviance <= from.deviance + 1e-12 * Math.abs(from.deviance))
      return { coefficients, deviance };
  }
  return from;
}

function evaluate(
  matrix: Design['matrix'],
  counts: readonly number[],
  coefficients: readonly number[],
): readonly [readonly number[], number] {
  const means = matrix.map((row) => Math.exp(row.reduce((sum, value, j) => sum + value * (coefficients[j] ?? 0), 0)));
  const deviance = counts.reduce((total, count, i) => {
    const expected = means[i] ?? 0;
    return total + 2 * ((count > 0 ? count * Math.log(count / expected) : 0) - (count - expected));
  }, 0);
  return [means, deviance];
}

/** Aᵀ·diag(means)·A of a design of zeros and ones, by the places of the ones in each of its rows. */
function information(
  ones: readonly (readonly number[])[],
  width: number,
  means: readonly number[],
): readonly (readonly number[])[] {
  const sums = Array.from({ length: width }, () => Array.from({ length: width }, () => 0));
  for (const [i, inside] of ones.entries())
    for (const j of inside) {
      const line = sums[j] ?? [];
      for (const k of inside) line[k] = (line[k] ?? 0) + (means[i] ?? 0);
    }
  return sums;
}

function likelihoodOf(counts: readonly number[], means: readonly number[]): number {
  return counts.reduce((total, count, i) => {
    const mean = means[i] ?? 0;
    return total + (count > 0 ? count * Math.log(mean) : 0) - mean - lnGamma(count + 1);
  }, 0);
}
