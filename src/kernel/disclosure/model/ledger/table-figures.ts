import { publishCount } from '../count-rule.ts';
import type { NamedTable } from '../join-groups.ts';
import { withMargins } from '../with-margins.ts';
import type { CategorySets, LedgerFigure } from './ledger-entry.ts';

/** What the rows and the columns of a table divide people by. A table of one column divides them by rows alone. */
export interface TableDimensions {
  readonly rows: string;
  readonly columns: string;
}

/** Which numbers of a table are told; the total of all always is. */
export interface TableParts {
  readonly cells: boolean;
  readonly rowTotals: boolean;
  readonly columnTotals: boolean;
}

/** All that a release says of a table. */
export interface TableFigures {
  readonly dimensions: CategorySets;
  readonly figures: readonly LedgerFigure[];
}

/**
 * The figures of a table of true counts as a release names them, by the 10-5 rule, each from its own true sum. Groups that are told as one ("a + b")
 * are their parts together.
 */
export function tableFigures(
  table: NamedTable,
  dimensions: TableDimensions,
  parts: TableParts,
  floor: number,
): TableFigures {
  const isList = table.columns.length === 1;
  const setOf = (dimension: string, name: string | undefined): CategorySets =>
    name === undefined ? {} : { [dimension]: partsOf(name) };
  const isTold = (row: string | undefined, column: string | undefined): boolean => {
    if (row === undefined) return column === undefined || (parts.columnTotals && !isList);
    if (column === undefined) return parts.rowTotals;
    return parts.cells && !isList;
  };
  const figures = withMargins(table.counts).flatMap((line, at) =>
    line.flatMap((count, place): readonly LedgerFigure[] => {
      const [row, column] = [table.rows[at], table.columns[place]];
      if (!isTold(row, column)) return [];
      const sets = { ...setOf(dimensions.rows, row), ...setOf(dimensions.columns, column) };
      return [{ sets, rule: '10-5', value: publishCount(count, floor) }];
    }),
  );
  const ofColumns = isList ? {} : { [dimensions.columns]: table.columns.flatMap(partsOf) };
  return { dimensions: { [dimensions.rows]: table.rows.flatMap(partsOf), ...ofColumns }, figures };
}

function partsOf(name: string): readonly string[] {
  return name.split(' + ').map((part) => part.trim());
}
