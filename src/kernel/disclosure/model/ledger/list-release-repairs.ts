import { ok, type Result } from '#platform/base';
import type { DisclosureRefusal } from '../disclosure-refusal.ts';
import { joinColumns, joinRows, type NamedTable } from '../join-groups.ts';
import { listTwos } from '../list-twos.ts';
import type { Solver } from '../program.ts';
import { judgeRelease } from './judge-release.ts';
import type { KnownEntry, LedgerContent } from './ledger-entry.ts';
import { tableFigures, type TableDimensions, type TableFigures, type TableParts } from './table-figures.ts';

/** A table of true counts, as somebody wants to release it. */
export interface ReleaseTable {
  readonly table: NamedTable;
  readonly dimensions: TableDimensions;
  readonly parts: TableParts;
}

/** Another form of a table that may leave together with everything known. */
export interface ReleaseRepair {
  readonly kind: 'join-rows' | 'join-columns' | 'drop-cells' | 'drop-row-totals' | 'drop-column-totals' | 'only-total';
  /** The two groups that are told as one; else null. */
  readonly names: readonly [string, string] | null;
  readonly to: ReleaseTable;
  readonly told: TableFigures;
  /** So many numbers fewer are told. */
  readonly lost: number;
}

/** At most so many ways out are shown, those first that lose fewest numbers (diplomacy, 3.4). */
const mostRepairs = 5;

/**
 * Ways out of a release that may not leave as it is: two rows or columns told as one, cells or margins left out. Each is attacked with the whole
 * ledger and offered only when it passes. Nothing is changed unasked. When the time of the solver ends, those that were found stand.
 */
export function listReleaseRepairs(
  solver: Solver,
  ledger: readonly KnownEntry[],
  proposed: LedgerContent,
  from: ReleaseTable,
): Result<readonly ReleaseRepair[], DisclosureRefusal> {
  if (proposed.kind !== 'release' && proposed.kind !== 'correction') return ok([]);
  const whole = proposed.figures.length;
  const candidates = listCandidates(from)
    .map(({ kind, names, to }) => {
      const told = tableFigures(to.table, to.dimensions, to.parts, proposed.floor);
      const hidden = told.figures.filter(({ value }) => value === null).length;
      return { kind, names, to, told, lost: whole - told.figures.length, hidden };
    })
    .toSorted((one, other) => one.lost - other.lost || one.hidden - other.hidden);
  const found: ReleaseRepair[] = [];
  for (const { hidden: _, ...repair } of candidates) {
    const judged = judgeRelease(solver, ledger, { ...proposed, ...repair.told });
    // Whatever cannot be judged is no way out; the next one may be.
    if (!judged.ok) continue;
    // What was left out is warned of whatever is released: it says nothing of this form of the table.
    const { verdict, insiders, why } = judged.value.audit;
    if (verdict !== 'block' && insiders === 'pass' && why.length === 0) found.push(repair);
    if (found.length === mostRepairs) break;
  }
  return ok(found);
}

type Candidate = Pick<ReleaseRepair, 'kind' | 'names' | 'to'>;

function listCandidates(from: ReleaseTable): readonly Candidate[] {
  const { table, parts } = from;
  const joined = (kind: 'join-rows' | 'join-columns'): readonly Candidate[] => {
    const names = kind === 'join-rows' ? table.rows : table.columns;
    const join = kind === 'join-rows' ? joinRows : joinColumns;
    return listTwos(names.length).map(([first, second]) => ({
      ...{ kind, names: [names[first] ?? '', names[second] ?? ''] as const },
      to: { ...from, table: join(table, first, second) },
    }));
  };
  const without = (kind: ReleaseRepair['kind'], change: Partial<TableParts>): Candidate => ({
    ...{ kind, names: null },
    to: { ...from, parts: { ...parts, ...change } },
  });
  const isList = table.columns.length === 1;
  const fewer = isList
    ? [without('only-total', { cells: false, rowTotals: false, columnTotals: false })]
    : [
        ...(parts.cells ? [without('drop-cells', { cells: false })] : []),
        ...(parts.rowTotals ? [without('drop-row-totals', { rowTotals: false })] : []),
        ...(parts.columnTotals ? [without('drop-column-totals', { columnTotals: false })] : []),
        without('only-total', { cells: false, rowTotals: false, columnTotals: false }),
      ];
  return [...joined('join-columns'), ...joined('join-rows'), ...fewer];
}
