import { ok, type Result } from '#platform/base';
import type { Range } from './count-rule.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import { findExtreme } from './find-range.ts';
import { withProgram, type OpenProgram, type Program, type Row, type Solver, type Terms } from './program.ts';
import type { CommonCell, Target } from './release.ts';
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
  /** Variables whose sum it speaks of, each of them people of their own: those of a first state and those who came since. */
  readonly layers: readonly ((atom: string) => number)[];
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
    const low = common ? findLeastCommon(asked, common) : find(asked, termsOf(asked, atoms), 'least');
    return low.ok ? ok(low.value ?? 0) : low;
  };
  const mostOf = ({ atoms, common }: Target) => (common ? findMostCommon(asked, common) : findMost(asked, atoms));
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
    wasSeenAbove: (atoms, count) => asked.seen.some((columns) => countIn(asked.variableOf, columns, atoms) > count),
  };
}

function termsOf({ variableOf }: AskedProgram, atoms: readonly string[]): Terms {
  return atoms.map((atom) => [variableOf(atom), 1] as const);
}

function countIn(variableOf: AskedProgram['variableOf'], columns: readonly number[], atoms: readonly string[]): number {
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

/**
 * In a tree of divisions the common part of two groups within a larger one may be as few as both are more than the larger one. Where it is summed up
 * of several, each of them is at least that, and none less than nobody.
 */
function findLeastCommon(asked: AskedProgram, common: readonly CommonCell[]): Found<number> {
  const found = withCommon(asked, common, 'least', (both, _one, other, rest) => [
    { terms: [[both, 1], ...rest, ...other.map(([variable]) => [variable, -1] as const)], low: 0, high: Infinity },
  ]);
  return found.ok ? ok(found.value ?? 0) : found;
}

/** The most that both groups can have at once: that many may be the same people. */
function findMostCommon(asked: AskedProgram, common: readonly CommonCell[]): Found<number | null> {
  const isBounded = (atoms: readonly string[]) => atoms.every(asked.isBounded);
  if (common.some(({ atoms, others }) => !isBounded(atoms) && !isBounded(others))) return ok(null);
  return withCommon(asked, common, 'most', (both, one, other) =>
    [one, other].map((group) => ({ terms: [...group, [both, -1]], low: 0, high: Infinity })),
  );
}

/** Asks for the sum of new variables, one for each cell and layer, that some rows tie to the groups. */
function withCommon(
  { program, solver, seen, layers }: AskedProgram,
  common: readonly CommonCell[],
  sense: 'least' | 'most',
  rowsOf: (both: number, one: Terms, other: Terms, rest: Terms) => readonly Row[],
): Found<number | null> {
  const before = program.variables.length;
  const cells = layers.flatMap((variableOf) =>
    common.map(({ atoms, others, around }) =>
      [atoms, others, around.filter((atom) => !atoms.includes(atom))].map((group): Terms =>
        group.map((atom) => [variableOf(atom), 1]),
      ),
    ),
  );
  const extended: Program = {
    variables: [...program.variables, ...cells.map(() => ({ low: 0, high: Infinity, whole: true }))],
    rows: [
      ...program.rows,
      ...cells.flatMap(([one = [], other = [], rest = []], at) => rowsOf(before + at, one, other, rest)),
    ],
  };
  return withProgram(solver, extended, (open) => {
    const found = findExtreme(
      open,
      cells.map((_, at) => [before + at, 1]),
      sense,
    );
    if (!found.ok) return found;
    remember(seen, found.value.columns);
    return ok(found.value.value);
  });
}

function wasSeenFine(asked: AskedProgram, { atoms, common }: Target, { k, values }: Floor): boolean {
  const spans = asked.seen.map((columns) =>
    common ? spanOf(asked, columns, common) : countAlone(asked, columns, atoms),
  );
  const most = Math.max(...spans.map(({ high }) => high));
  return most >= k || (most >= values - 1 && spans.some(({ low }) => low === 0));
}

interface Span {
  readonly low: number;
  readonly high: number;
}

function countAlone(asked: AskedProgram, columns: readonly number[], atoms: readonly string[]): Span {
  const count = countIn(asked.variableOf, columns, atoms);
  return { low: count, high: count };
}

/** Between what numbers a common part lies where these are the counts. */
function spanOf({ layers }: AskedProgram, columns: readonly number[], common: readonly CommonCell[]): Span {
  const spans = layers.flatMap((variableOf) =>
    common.map(({ atoms, others, around }): Span => {
      const [one = 0, other = 0, all = 0] = [atoms, others, around].map((group) => countIn(variableOf, columns, group));
      return { low: Math.max(0, one + other - all), high: Math.min(one, other) };
    }),
  );
  return {
    low: spans.reduce((sum, { low }) => sum + low, 0),
    high: spans.reduce((sum, { high }) => sum + high, 0),
  };
}
