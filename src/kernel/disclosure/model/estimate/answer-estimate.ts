import { ok, type Result } from '#platform/base';
import type { DisclosureRefusal } from '../disclosure-refusal.ts';
import type { Solver } from '../program.ts';
import { bootstrapEstimate } from './bootstrap-estimate.ts';
import { estimate } from './estimate.ts';
import { readListTable } from './list-table.ts';
import type { Estimated, ToEstimate } from './to-estimate.ts';

/** Raised with every change after which the same question might give other digits: a record of a run names it. */
const methodVersion = 'estimate 1';

/** Estimates by every method asked for and, where that is asked, draws the table again and again by one. `onDrawn` hears how many are done. */
export function answerEstimate(
  solver: Solver,
  { lists, rows, models, bootstrap }: ToEstimate,
  onDrawn: (done: number) => void,
): Result<Estimated, DisclosureRefusal> {
  const table = readListTable(lists, rows, 'rows');
  if (!table.ok) return table;
  const found = estimate(solver, table.value, models);
  if (!found.ok) return found;
  const drawn =
    bootstrap === null || lists.length < 3
      ? ok(null)
      : bootstrapEstimate(solver, table.value, bootstrap.model, bootstrap, onDrawn);
  if (!drawn.ok) return drawn;
  return ok({ estimate: found.value, bootstrap: drawn.value, code: `${methodVersion}, ${solver.name}` });
}
