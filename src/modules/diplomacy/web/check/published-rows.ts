import { countText, type Cell, type CheckedTable } from '#kernel/disclosure';

/** The table as it may be published, with names around it; hidden counts stand as "<10". */
export function publishedRows({ table, published }: CheckedTable, all: string): readonly (readonly Cell[])[] {
  const names = shownColumns(table, all);
  return [
    ['', ...names],
    ...published.map((row, index) => [
      table.rows[index] ?? all,
      ...row.slice(0, names.length).map((count) => count ?? countText(count)),
    ]),
  ];
}

/** Names of the columns with that of their sums; a list of one column is its own sum. */
export function shownColumns({ columns }: CheckedTable['table'], all: string): readonly string[] {
  return columns.length === 1 ? columns : [...columns, all];
}
