import { ok, type Result } from '#platform/base';
import type { Range } from './count-rule.ts';
import { refuseDisclosure, type DisclosureRefusal } from './disclosure-refusal.ts';
import type { OpenProgram, Terms } from './program.ts';

/** What was found at one end: the value (null where nothing bounds it), and a table that has it. */
export interface Extreme {
  readonly value: number | null;
  readonly columns: readonly number[];
}

/**
 * The least or the most that a sum of counts may be. Refuses: `contradiction` when no table fits, `not-checked` when the solver has no sure
 * answer. `low` stands for what is known to bound a sum from below; the most of an unbounded sum is null.
 */
export function findExtreme(
  open: OpenProgram,
  terms: Terms,
  sense: 'least' | 'most',
): Result<Extreme, DisclosureRefusal> {
  const found = open.solve({ sense, terms });
  if (found.status === 'optimal') return ok({ value: Math.round(found.value), columns: found.columns });
  if (found.status === 'infeasible') return refuseDisclosure('contradiction');
  if (found.status === 'unbounded' && sense === 'most') return ok({ value: null, columns: [] });
  return refuseDisclosure('not-checked');
}

/** The least and the most that a sum of counts may be. */
export function findRange(open: OpenProgram, terms: Terms): Result<Range, DisclosureRefusal> {
  const least = findExtreme(open, terms, 'least');
  if (!least.ok) return least;
  const most = findExtreme(open, terms, 'most');
  if (!most.ok) return most;
  return ok({ low: least.value.value ?? 0, high: most.value.value });
}
