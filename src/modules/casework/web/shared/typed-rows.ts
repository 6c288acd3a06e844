/** One row of a list in a form: texts by the name of the field; a yes is the text `yes`. */
export type TypedRow<Field extends string> = Readonly<Record<Field, string>>;

/** Rows as one value of a form, so that they are kept, merged and compared like any typed text. */
export function textOfRows<Field extends string>(rows: readonly TypedRow<Field>[]): string {
  return rows.length === 0 ? '' : JSON.stringify(rows);
}

/** The rows from the text that was kept. What is no list is none; fields that `blank` does not name are left out. */
export function rowsOfText<Field extends string>(text: string, blank: TypedRow<Field>): readonly TypedRow<Field>[] {
  if (text === '') return [];
  return parsed(text).map((row) => {
    const typed = new Map<string, unknown>(typeof row === 'object' && row !== null ? Object.entries(row) : []);
    const fields = Object.entries<string>(blank).map(([field, value]) => {
      const found = typed.get(field);
      return [field, typeof found === 'string' ? found : value];
    });
    // Built from the fields of `blank` just above.
    return Object.fromEntries(fields) as TypedRow<Field>;
  });
}

/** The rows with one field of one row changed. */
export function withRow<Field extends string>(
  rows: readonly TypedRow<Field>[],
  at: number,
  changed: Partial<TypedRow<Field>>,
): readonly TypedRow<Field>[] {
  return rows.map((row, index) => (index === at ? { ...row, ...changed } : row));
}

function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
