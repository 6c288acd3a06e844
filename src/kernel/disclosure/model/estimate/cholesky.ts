/** The lower triangle of a matrix: each row ends at the diagonal. */
export type Triangle = readonly (readonly number[])[];

/** A symmetric, positive definite matrix taken apart: L with L·Lᵀ. Null where it is not (nearly) positive definite. */
export function cholesky(matrix: readonly (readonly number[])[]): Triangle | null {
  const lower: (readonly number[])[] = [];
  for (const [row, given] of matrix.entries()) {
    const line: number[] = [];
    for (const [column, before] of lower.entries())
      line.push(takeOff(given[column] ?? 0, line, before) / (before[column] ?? 1));
    const diagonal = given[row] ?? 0;
    const rest = takeOff(diagonal, line, line);
    if (!(rest > 1e-14 * diagonal)) return null;
    lower.push([...line, Math.sqrt(rest)]);
  }
  return lower;
}

/** Solves L·Lᵀ·x = b. */
export function solveCholesky(lower: Triangle, b: readonly number[]): readonly number[] {
  const y: number[] = [];
  for (const [row, line] of lower.entries()) y.push(takeOff(b[row] ?? 0, y, line) / (line[row] ?? 1));
  const x: number[] = [];
  for (const [row, line] of [...lower.entries()].toReversed()) {
    const below = lower.slice(row + 1).map((other) => other[row] ?? 0);
    x.unshift(takeOff(y[row] ?? 0, x, below) / (line[row] ?? 1));
  }
  return x;
}

/** A number less the products of what stands at the same place; the first list is no longer than the second. */
function takeOff(from: number, factors: readonly number[], others: readonly number[]): number {
  return factors.reduce((rest, factor, place) => rest - factor * (others[place] ?? 0), from);
}
