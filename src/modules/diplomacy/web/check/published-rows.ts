import { countText, type Cell, type CheckedTable } from '#kernel/disclosure';

/** The table as it may be published, with names around it; hidden counts stand as "<10". */
export function publishedRows({ table, published }: CheckedTable, all: string): readonly (readonly Cell[])[] {
  return [
    ['', ...table.columns, all],
    ...published.map((row, index) => [table.rows[index] ?? all, ...row.map((count) => count ?? countText(count))]),
  ];
}
