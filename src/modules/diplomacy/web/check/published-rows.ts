import { countText, type Cell, type CheckedTable } from '#kernel/disclosure';

/** The table as it may be published, with names around it; hidden counts stand as "<10". */
export function publishedRows(
  { table, published }: CheckedTable,
  { all, number }: MarginWords,
): readonly (readonly Cell[])[] {
  const names = shownColumns(table, { all, number });
  return [
    ['', ...names],
    ...published.map((row, index) => [
      table.rows[index] ?? all,
      ...row.slice(0, names.length).map((count) => count ?? countText(count)),
    ]),
  ];
}

/** Words for what has no name of its own: sums, and the numbers of a list whose column has none. */
export interface MarginWords {
  readonly all: string;
  readonly number: string;
}

/** Names of the columns with that of their sums; a list of one column is its own sum. */
export function shownColumns({ columns }: CheckedTable['table'], { all, number }: MarginWords): readonly string[] {
  return columns.length === 1 ? columns.map((name) => name || number) : [...columns, all];
}
