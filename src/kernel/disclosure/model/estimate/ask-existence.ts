import type { Result } from '#platform/base';
import type { DisclosureRefusal } from '../disclosure-refusal.ts';
import type { Solver } from '../program.ts';
import { findExistence, type Existence } from './find-existence.ts';
import { designOf } from './fit-model.ts';
import type { ListTable, Pair } from './list-table.ts';

/** Whether a model with these pairs has an estimate for a table. */
export type ExistenceAsked = (table: ListTable, pairs: readonly Pair[]) => Result<Existence, DisclosureRefusal>;

/**
 * Asks a solver, and remembers what it said. Only which combinations hold somebody decides, not how many: the sums of a table lie inside the
 * smallest face of the cone of all sums that holds the rows of those combinations (Fienberg and Rinaldo, 2012).
 */
export function askExistence(solver: Solver): ExistenceAsked {
  const known = new Map<string, Existence>();
  return (table, pairs) => {
    const held = table.counts.map((count) => (count > 0 ? '1' : '0')).join('');
    const key = `${held} ${pairs.toSorted(([a, b], [c, d]) => a - c || b - d).join(' ')}`;
    const before = known.get(key);
    if (before !== undefined) return { ok: true, value: before };
    const found = findExistence(solver, designOf(table, pairs));
    if (found.ok) known.set(key, found.value);
    return found;
  };
}
