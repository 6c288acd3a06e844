/** A table with the sums of its rows in a last column, those of its columns in a last row, and the total in the corner. */
export function withMargins(table: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const rows = table.map((row) => [...row, sum(row)]);
  const columns = rows[0]?.map((_, column) => sum(rows.map((row) => row[column] ?? 0))) ?? [];
  return [...rows, columns];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
