/** A table of true counts whose rows and columns are groups with a name. */
export interface NamedTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

/** Makes one row of two; the names stand beside each other. */
export function joinRows({ rows, columns, counts }: NamedTable, first: number, second: number): NamedTable {
  const [kept, gone] = [Math.min(first, second), Math.max(first, second)];
  return {
    columns,
    rows: joinNames(rows, kept, gone),
    counts: counts.flatMap((row, index) => {
      if (index === gone) return [];
      return [index === kept ? row.map((count, column) => count + (counts[gone]?.[column] ?? 0)) : row];
    }),
  };
}

/** Makes one column of two. */
export function joinColumns(table: NamedTable, first: number, second: number): NamedTable {
  return turn(joinRows(turn(table), first, second));
}

function joinNames(names: readonly string[], kept: number, gone: number): readonly string[] {
  return names.flatMap((name, index) => {
    if (index === gone) return [];
    return [index === kept ? `${name} + ${names[gone] ?? ''}` : name];
  });
}

function turn({ rows, columns, counts }: NamedTable): NamedTable {
  return { rows: columns, columns: rows, counts: columns.map((_, column) => counts.map((row) => row[column] ?? 0)) };
}
