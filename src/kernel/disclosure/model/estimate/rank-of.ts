/** A smaller number is the rounding of a zero. */
const nothing = 1e-9;

/** The rank of a matrix of small whole numbers. */
export function rankOf(matrix: readonly (readonly number[])[]): number {
  let rows = matrix;
  let rank = 0;
  for (const column of matrix[0]?.keys() ?? []) {
    const valueIn = (row: readonly number[]) => row[column] ?? 0;
    const [chosen] = rows.toSorted((one, other) => Math.abs(valueIn(other)) - Math.abs(valueIn(one)));
    if (chosen === undefined || Math.abs(valueIn(chosen)) < nothing) continue;
    // Taken from itself, the chosen one is a row of zeros.
    rows = rows.map((row) =>
      row.map((value, place) => value - (valueIn(row) / valueIn(chosen)) * (chosen[place] ?? 0)),
    );
    rank += 1;
  }
  return rank;
}
