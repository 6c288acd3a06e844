import { ok, type Result } from '#platform/base';
import type { Range } from './count-rule.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import { findExtreme } from './find-range.ts';
import { withProgram, type OpenProgram, type Program, type Solver, type Terms } from './program.ts';
import type { CommonPart, Target } from './release.ts';
import { judgeTarget, type Floor } from './verdict.ts';

/** What can be proved of groups from figures that are known. */
export interface Known {
  /** The least and the most people of these atoms together. */
  range(atoms: readonly string[]): Result<Range, DisclosureRefusal>;
  /** The same of a target, which may be what two groups have in common. */
  rangeOf(target: Target): Result<Range, DisclosureRefusal>;
  /**
   * The range of a target that may be small; null for one that passes. Asks no more than it must: counts that were found on the way may show so many in
   * it, or show that nobody and that several may be (diplomacy, 3.4).
   */
  smallRange(target: Target, floor: Floor): Result<Range | null, DisclosureRefusal>;
  /** Whether counts that were found on the way show more than so many. */
  wasSeenAbove(atoms: readonly string[], count: number): boolean;
}

/** A program that is open, and how it speaks of groups. */
export interface AskedProgram {
  readonly solver: Solver;
  readonly program: Program;
  readonly open: OpenProgram;
  readonly variableOf: (atom: string) => number;
  readonly isBounded: (atom: string) => boolean;
  /** Counts that fit the figures, by variable, as they are found on the way; those who ask one program share them. */
  readonly seen: (readonly number[])[];
}

type Found<Value> = Result<Value, DisclosureRefusal>;

/** Asks an open program of groups. */
export function askGroups(asked: AskedProgram): Known {
  const range = (atoms: readonly string[]): Found<Range> => {
    const low = find(asked, termsOf(asked, atoms), 'least');
    if (!low.ok) return low;
    const high = findMost(asked, atoms);
    return high.ok ? ok({ low: low.value ?? 0, high: high.value }) : high;
  };
  const leastOf = ({ atoms, common }: Target): Found<number> => {
    const low = common ? findLeastCommon(asked, atoms, common) : find(asked, termsOf(asked, atoms), 'least');
    return low.ok ? ok(low.value ?? 0) : low;
  };
  const mostOf = ({ atoms, common }: Target) =>
    common ? findMostCommon(asked, atoms, common.atoms) : findMost(asked, atoms);
  return {
    range,
    rangeOf: (target) => {
      const low = leastOf(target);
      if (!low.ok) return low;
      const high = mostOf(target);
      return high.ok ? ok({ low: low.value, high: high.value }) : high;
    },
    smallRange: (target, floor) => {
      if (wasSeenFine(asked, target, floor)) return ok(null);
      const high = mostOf(target);
      if (!high.ok) return high;
      if (high.value === null || high.value >= floor.k) return ok(null);
      const low = leastOf(target);
      if (!low.ok) return low;
      const found: Range = { low: low.value, high: high.value };
      return ok(judgeTarget(found, target, floor) === 'pass' ? null : found);
    },
    wasSeenAbove: (atoms, count) => asked.seen.some((columns) => countIn(asked, columns, atoms) > count),
  };
}

function termsOf({ variableOf }: AskedProgram, atoms: readonly string[], factor = 1): Terms {
  return atoms.map((atom) => [variableOf(atom), factor] as const);
}

function countIn({ variableOf }: AskedProgram, columns: readonly number[], atoms: readonly string[]): number {
  return atoms.reduce((sum, atom) => sum + (columns[variableOf(atom)] ?? 0), 0);
}

function find({ open, seen }: AskedProgram, terms: Terms, sense: 'least' | 'most'): Found<number | null> {
  const found = findExtreme(open, terms, sense);
  if (!found.ok) return found;
  remember(seen, found.value.columns);
  return ok(found.value.value);
}

/** An answer that is unbounded comes without counts, and shows nothing. */
function remember(seen: (readonly number[])[], columns: readonly number[]): void {
  if (columns.length > 0) seen.push(columns);
}

/** A sum is bounded from above exactly when each of its atoms is: nothing counts negatively. */
function findMost(asked: AskedProgram, atoms: readonly string[]): Found<number | null> {
  return atoms.every(asked.isBounded) ? find(asked, termsOf(asked, atoms), 'most') : ok(null);
}

/** In a tree of divisions the common part of two groups of one larger group may be as few as both are more than the larger one. */
function findLeastCommon(asked: AskedProgram, atoms: readonly string[], common: CommonPart): Found<number> {
  const least = (inside: readonly string[], rest: readonly string[]): Found<number> => {
    const found = find(asked, [...termsOf(asked, inside), ...termsOf(asked, rest, -1)], 'least');
    return found.ok ? ok(Math.max(0, found.value ?? 0)) : found;
  };
  // Whoever is in the larger group is in one and the other rest at once as far as figures tell, where neither of them is bounded.
  if (common.rest.every(asked.isBounded)) return least(common.atoms, common.rest);
  return common.otherRest.every(asked.isBounded) ? least(atoms, common.otherRest) : ok(0);
}

/** The most that both groups can have at once: that many may be the same people. */
function findMostCommon(
  asked: AskedProgram,
  atoms: readonly string[],
  others: readonly string[],
): Found<number | null> {
  const { program, solver, seen } = asked;
  const bounded = [atoms, others].filter((group) => group.every(asked.isBounded));
  const [only] = bounded;
  if (only === undefined) return ok(null);
  if (bounded.length === 1) return findMost(asked, only);
  const both = program.variables.length;
  const extended: Program = {
    variables: [...program.variables, { low: 0, high: Infinity, whole: true }],
    rows: [
      ...program.rows,
      ...[atoms, others].map((group) => ({
        ...{ terms: [...termsOf(asked, group), [both, -1] as const], low: 0 },
        high: Infinity,
      })),
    ],
  };
  return withProgram(solver, extended, (open) => {
    const most = findExtreme(open, [[both, 1]], 'most');
    if (!most.ok) return most;
    remember(seen, most.value.columns);
    return ok(most.value.value);
  });
}

function wasSeenFine(asked: AskedProgram, { atoms, common }: Target, { k, values }: Floor): boolean {
  const spans = asked.seen.map((columns) => {
    const count = countIn(asked, columns, atoms);
    if (!common) return { low: count, high: count };
    const rest = countIn(asked, columns, common.rest);
    const other = countIn(asked, columns, common.atoms);
    return { low: Math.max(0, other - rest), high: Math.min(count, other) };
  });
  const most = Math.max(...spans.map(({ high }) => high));
  return most >= k || (most >= values - 1 && spans.some(({ low }) => low === 0));
}
