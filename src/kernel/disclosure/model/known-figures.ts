import { ok, type Result } from '#platform/base';
import type { Range } from './count-rule.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import { findExtreme } from './find-range.ts';
import { withProgram, type Program, type Solver } from './program.ts';

/** A number about a group, and what it proves. */
export interface KnownFigure {
  readonly atoms: readonly string[];
  readonly range: Range;
}

/** What can be proved of groups from figures that are known. */
export interface Known {
  range(atoms: readonly string[]): Result<Range, DisclosureRefusal>;
}

/** Puts figures together, for as long as some work takes. Refuses (`contradiction`) figures that no counts fit. */
export function withKnown<Value>(
  solver: Solver,
  atoms: readonly string[],
  figures: readonly KnownFigure[],
  work: (known: Known) => Result<Value, DisclosureRefusal>,
): Result<Value, DisclosureRefusal> {
  const index = new Map(atoms.map((atom, place) => [atom, place]));
  const termsOf = (group: readonly string[]) => group.map((atom) => [index.get(atom) ?? 0, 1] as const);
  // A sum is bounded from above exactly when each of its atoms is in a figure that is: nothing counts negatively.
  const bounded = new Set(figures.flatMap(({ atoms: counted, range }) => (range.high === null ? [] : counted)));
  const program: Program = {
    variables: atoms.map(() => ({ low: 0, high: Infinity, whole: true })),
    rows: figures.map(({ atoms: counted, range: { low, high } }) => ({
      ...{ terms: termsOf(counted), low },
      high: high ?? Infinity,
    })),
  };
  return withProgram(solver, program, (open) => {
    const fits = findExtreme(open, [], 'least');
    if (!fits.ok) return fits;
    return work({
      range: (group) => {
        const low = findExtreme(open, termsOf(group), 'least');
        if (!low.ok) return low;
        if (!group.every((atom) => bounded.has(atom))) return ok({ low: low.value.value ?? 0, high: null });
        const high = findExtreme(open, termsOf(group), 'most');
        return high.ok ? ok({ low: low.value.value ?? 0, high: high.value.value }) : high;
      },
    });
  });
}
