import { ok, type Result } from '#platform/base';
import { auditTable, type TableAudit } from './audit-table.ts';
import { publishCount, type Published } from './count-rule.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import { joinColumns, joinRows, type NamedTable } from './join-groups.ts';
import { listTwos } from './list-twos.ts';
import type { Solver } from './program.ts';
import { usualFloor, worstOf, type Verdict } from './verdict.ts';
import { withMargins } from './with-margins.ts';

/** A table as it would be published, margins in the last row and column, and what that gives away. */
export interface CheckedTable {
  readonly table: NamedTable;
  readonly published: readonly (readonly Published[])[];
  readonly audit: TableAudit;
  /** The worse of what a stranger and what somebody inside can prove. */
  readonly verdict: Verdict;
}

/** What would make a table pass: two rows or two columns told as one. */
export interface Repair {
  readonly joined: 'rows' | 'columns';
  readonly names: readonly [string, string];
  readonly after: CheckedTable;
}

/** Publishes true counts by the 10-5 rule, and attacks what would be read. */
export function checkTable(solver: Solver, table: NamedTable): Result<CheckedTable, DisclosureRefusal> {
  const published = withMargins(table.counts).map((row) => row.map((count) => publishCount(count)));
  const audit = auditTable(solver, { rule: '10-5', cells: published }, usualFloor);
  if (!audit.ok) return audit;
  return ok({ table, published, audit: audit.value, verdict: worstOf([audit.value.verdict, audit.value.insiders]) });
}

/** At most so many ways out are shown, those first that lose fewest numbers. */
const mostRepairs = 5;

/**
 * Ways out of a table that may not leave as it is: every pair of rows and of columns told as one, each checked again, until five pass. Nothing is
 * changed unasked.
 */
export function listRepairs(solver: Solver, { table }: CheckedTable): Result<readonly Repair[], DisclosureRefusal> {
  const found: Repair[] = [];
  // A pair of columns takes a number from each row, a pair of rows one from each column: the smaller loss first.
  const kinds =
    table.rows.length <= table.columns.length ? (['columns', 'rows'] as const) : (['rows', 'columns'] as const);
  for (const joined of kinds) {
    const names = table[joined];
    for (const [first, second] of listTwos(names.length)) {
      if (found.length >= mostRepairs) return ok(found);
      const other = joined === 'rows' ? joinRows(table, first, second) : joinColumns(table, first, second);
      const after = checkTable(solver, other);
      if (!after.ok) return after;
      if (after.value.verdict === 'pass')
        found.push({ joined, names: [names[first] ?? '', names[second] ?? ''], after: after.value });
    }
  }
  return ok(found);
}
