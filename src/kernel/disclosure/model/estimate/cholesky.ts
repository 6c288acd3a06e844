/** A symmetric, positive definite matrix taken apart: L with L·Lᵀ. Null where it is not (nearly) positive definite. */
export function cholesky(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | null {
  const size = matrix.length;
  const lower: number[][] = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row]?.[column] ?? 0;
      for (let k = 0; k < column; k += 1) rest -= (lower[row]?.[k] ?? 0) * (lower[column]?.[k] ?? 0);
      const line = lower[row];
      if (line === undefined) return null;
      if (row === column) {
        if (!(rest > 1e-14 * (matrix[row]?.[row] ?? 0))) return null;
        line[column] = Math.sqrt(rest);
      } else line[column] = rest / (lower[column]?.[column] ?? 1);
    }
  return lower;
}

/** Solves L·Lᵀ·x = b. */
export function solveCholesky(lower: readonly (readonly number[])[], b: readonly number[]): readonly number[] {
  const size = b.length;
  const x = [...b];
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) x[row] = (x[row] ?? 0) - (lower[row]?.[k] ?? 0) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / (lower[row]?.[row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) x[row] = (x[row] ?? 0) - (lower[k]?.[row] ?? 0) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / (lower[row]?.[row] ?? 1);
  }
  return x;
}
