import { ok, type Result } from '#platform/base';
import type { Range } from './count-rule.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import { boundedTogether, divisionRows, type Divisions } from './divisions.ts';
import { findExtreme } from './find-range.ts';
import { withProgram, type OpenProgram, type Program, type Solver } from './program.ts';
import type { Floor } from './verdict.ts';

/** A number about a group, and what it proves. */
export interface KnownFigure {
  readonly atoms: readonly string[];
  readonly range: Range;
}

/** What can be proved of groups from figures that are known. */
export interface Known {
  range(atoms: readonly string[]): Result<Range, DisclosureRefusal>;
}

/** The same, of figures that were put together here. */
export interface KnownTogether extends Known {
  /**
   * Whether a group is surely not small: counts that were found on the way show so many in it, or show that nobody and that several may be
   * (diplomacy, 3.4). Asks no more than it must.
   */
  isSurelyFine(atoms: readonly string[], floor: Floor): Result<boolean, DisclosureRefusal>;
}

/** Puts figures together, for as long as some work takes. Refuses (`contradiction`) figures that no counts fit. */
export function withKnown<Value>(
  solver: Solver,
  atoms: readonly string[],
  figures: readonly KnownFigure[],
  work: (known: KnownTogether) => Result<Value, DisclosureRefusal>,
  divisions: Divisions = [],
): Result<Value, DisclosureRefusal> {
  const index = new Map(atoms.map((atom, place) => [atom, place]));
  const at = (atom: string) => index.get(atom) ?? 0;
  // A sum is bounded from above exactly when each of its atoms is in a figure that is: nothing counts negatively.
  const counted = new Set(figures.flatMap(({ atoms: told, range }) => (range.high === null ? [] : told)));
  const bounded = boundedTogether(counted, divisions);
  const program: Program = {
    variables: atoms.map(() => ({ low: 0, high: Infinity, whole: true })),
    rows: [
      ...figures.map(({ atoms: told, range: { low, high } }) => ({
        ...{ terms: told.map((atom) => [at(atom), 1] as const), low },
        high: high ?? Infinity,
      })),
      ...divisionRows(divisions, at),
    ],
  };
  return withProgram(solver, program, (open) => {
    const fits = findExtreme(open, [], 'least');
    return fits.ok ? work(askTogether(open, index, bounded, fits.value.columns)) : fits;
  });
}

/** Asks an open program of groups, and remembers the counts that it finds on the way. */
function askTogether(
  open: OpenProgram,
  index: ReadonlyMap<string, number>,
  bounded: ReadonlySet<string>,
  first: readonly number[],
): KnownTogether {
  const seen = [first];
  const find = (group: readonly string[], sense: 'least' | 'most') => {
    const terms = group.map((atom) => [index.get(atom) ?? 0, 1] as const);
    const found = findExtreme(open, terms, sense);
    if (found.ok) seen.push(found.value.columns);
    return found;
  };
  const findMost = (group: readonly string[]): Result<number | null, DisclosureRefusal> => {
    if (!group.every((atom) => bounded.has(atom))) return ok(null);
    const high = find(group, 'most');
    return high.ok ? ok(high.value.value) : high;
  };
  return {
    range: (group) => {
      const low = find(group, 'least');
      if (!low.ok) return low;
      const high = findMost(group);
      return high.ok ? ok({ low: low.value.value ?? 0, high: high.value }) : high;
    },
    isSurelyFine: (group, { k, values }) => {
      const places = group.map((atom) => index.get(atom) ?? 0);
      // An answer that is unbounded comes without counts, and shows nothing.
      const shown = seen.filter(({ length }) => length > 0);
      const found = shown.map((columns) => places.reduce((sum, place) => sum + (columns[place] ?? 0), 0));
      const most = Math.max(...found);
      if (most >= k || (most >= values - 1 && found.includes(0))) return ok(true);
      const high = findMost(group);
      return high.ok ? ok(high.value === null || high.value >= k) : high;
    },
  };
}
