/** Tests named by the rows of a table of the fact base, and which rows were named. */
export interface RowsOfTable {
  row(id: string, what: string, prove: () => void): void;
  /** The rows that have a test, sorted. */
  named(): readonly string[];
}

/** Makes them with the `test` of the runner. */
export function rowsOfTable(test: (name: string, prove: () => void) => void): RowsOfTable {
  const named = new Set<string>();
  return {
    row: (id, what, prove) => {
      named.add(id);
      test(`${id}: ${what}`, prove);
    },
    named: () => [...named].toSorted(),
  };
}

/** A reflection period alone. */
export const reflection = '2026-02-01 reflection-granted';
/** A report, and the permit that followed. */
export const permitA = '2025-02-10 report-signed\n2025-03-01 permit-granted ground=a';
