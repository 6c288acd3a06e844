/** The rank of a matrix of small whole numbers. */
export function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const size = (row: number) => Math.abs(rows[row]?.[column] ?? 0);
    let pivot = rank;
    for (let row = rank; row < rows.length; row += 1) if (size(row) > size(pivot)) pivot = row;
    if (pivot >= rows.length || size(pivot) < 1e-9) continue;
    const [chosen, other] = [rows[pivot] ?? [], rows[rank] ?? []];
    rows[rank] = chosen;
    rows[pivot] = other;
    for (let row = rank + 1; row < rows.length; row += 1) {
      const factor = (rows[row]?.[column] ?? 0) / (chosen[column] ?? 1);
      rows[row] = (rows[row] ?? []).map((value, place) => value - factor * (chosen[place] ?? 0));
    }
    rank += 1;
  }
  return rank;
}
