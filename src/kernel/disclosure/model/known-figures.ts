import type { Result } from '#platform/base';
import { askGroups, type Known } from './ask-groups.ts';
import type { Range } from './count-rule.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import { findExtreme } from './find-range.ts';
import { withProgram, type Program, type Solver } from './program.ts';
import { boundedTogether, rowsOfSame, type SameGroups } from './same-groups.ts';

/** A number about a group, and what it proves. */
export interface KnownFigure {
  readonly atoms: readonly string[];
  readonly range: Range;
}

/** Puts figures together, for as long as some work takes. Refuses (`contradiction`) figures that no counts fit. */
export function withKnown<Value>(
  solver: Solver,
  atoms: readonly string[],
  figures: readonly KnownFigure[],
  work: (known: Known) => Result<Value, DisclosureRefusal>,
  same: SameGroups = [],
): Result<Value, DisclosureRefusal> {
  const index = new Map(atoms.map((atom, place) => [atom, place]));
  const variableOf = (atom: string) => index.get(atom) ?? 0;
  const counted = new Set(figures.flatMap(({ atoms: told, range }) => (range.high === null ? [] : told)));
  const bounded = boundedTogether(counted, same);
  const program: Program = {
    variables: atoms.map(() => ({ low: 0, high: Infinity, whole: true })),
    rows: [
      ...figures.map(({ atoms: told, range: { low, high } }) => ({
        ...{ terms: told.map((atom) => [variableOf(atom), 1] as const), low },
        high: high ?? Infinity,
      })),
      ...rowsOfSame(same, variableOf),
    ],
  };
  return withProgram(solver, program, (open) => {
    const fits = findExtreme(open, [], 'least');
    if (!fits.ok) return fits;
    const isBounded = (atom: string) => bounded.has(atom);
    const seen = [fits.value.columns];
    return work(askGroups({ solver, program, open, variableOf, layers: [variableOf], isBounded, seen }));
  });
}
