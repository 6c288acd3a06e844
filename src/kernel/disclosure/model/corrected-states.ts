import type { Result } from '#platform/base';
import { askGroups, type Known } from './ask-groups.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import { findExtreme } from './find-range.ts';

import { withProgram, type Program, type Row, type Solver, type Terms } from './program.ts';
import type { ReleasedFigure } from './release.ts';
import { boundedTogether, rowsOfSame, type SameGroups } from './same-groups.ts';

/**
 * What a stranger thinks of a correction: that the people are the same and only the figures were mended, that people were added who had been
 * registered late, or that people were added and removed.
 */
export type Reading = 'nothing-changed' | 'late-added' | 'added-and-removed';

export const readings: readonly Reading[] = ['nothing-changed', 'late-added', 'added-and-removed'];

/** What is known of the states of one year, read in one way. */
export interface KnownStates {
  /** Of the people in each state. */
  readonly states: readonly Known[];
  /** Of those who were added, and removed, at each step from a state to the next. */
  readonly added: readonly Known[];
  readonly removed: readonly Known[];
}

/**
 * Puts the figures of all states of one year together (diplomacy, 3.4): by atom, a state is the one before with some people added and some of its
 * own removed. Refuses (`contradiction`) figures that do not allow the reading.
 */
export function withStates<Value>(
  solver: Solver,
  atoms: readonly string[],
  states: readonly (readonly ReleasedFigure[])[],
  reading: Reading,
  work: (known: KnownStates) => Result<Value, DisclosureRefusal>,
  same: SameGroups = [],
): Result<Value, DisclosureRefusal> {
  const index = new Map(atoms.map((atom, place) => [atom, place]));
  // Variables: the people of each state, then those added at each step, then those removed.
  const at = (block: number) => (atom: string) => block * atoms.length + (index.get(atom) ?? 0);
  const steps = states.length - 1;
  const blocks = states.length + 2 * steps;
  const bounded = boundedIn(states, reading, same);
  const linked = programOf(atoms, states, reading, at);
  // Whoever is in a state, was added or was removed is the same person by all atoms that tell of him.
  const alike = Array.from({ length: blocks }, (_, block) => rowsOfSame(same, at(block))).flat();
  const program: Program = { ...linked, rows: [...linked.rows, ...alike] };
  return withProgram(solver, program, (open) => {
    const fits = findExtreme(open, [], 'least');
    if (!fits.ok) return fits;
    const seen = [fits.value.columns];
    const known = Array.from({ length: blocks }, (_, block): Known => {
      // Nobody is added who is not in the state after, or removed who is not in the one before.
      const step = (block - states.length) % Math.max(1, steps);
      const state = block < states.length ? block : block < states.length + steps ? step + 1 : step;
      const isBounded = (atom: string) => bounded[state]?.has(atom) ?? false;
      // Whoever only came is in the first state or came at one of the steps: a person of each is one of the state.
      const isSum = reading === 'late-added' && block < states.length;
      const layers = [
        at(isSum ? 0 : block),
        ...(isSum ? Array.from({ length: block }, (_came, came) => at(states.length + came)) : []),
      ];
      return askGroups({ solver, program, open, variableOf: at(block), layers, isBounded, seen });
    });
    return work({
      states: known.slice(0, states.length),
      added: known.slice(states.length, states.length + steps),
      removed: known.slice(states.length + steps),
    });
  });
}

function programOf(
  atoms: readonly string[],
  states: readonly (readonly ReleasedFigure[])[],
  reading: Reading,
  at: (block: number) => (atom: string) => number,
): Program {
  const steps = states.length - 1;
  const most = (block: number): number => {
    if (block < states.length || reading === 'added-and-removed') return Infinity;
    return reading === 'late-added' && block < states.length + steps ? Infinity : 0;
  };
  const figures = states.flatMap((told, state) =>
    told.map(({ atoms: counted, range: { low, high } }): Row => ({
      ...{ terms: counted.map((atom) => [at(state)(atom), 1]), low },
      high: high ?? Infinity,
    })),
  );
  const links = Array.from({ length: steps }, (_, step) =>
    atoms.flatMap((atom): readonly Row[] => {
      const [before, after] = [at(step)(atom), at(step + 1)(atom)];
      const [added, removed] = [at(states.length + step)(atom), at(states.length + steps + step)(atom)];
      return [
        { terms: termsOf([after, 1], [before, -1], [added, -1], [removed, 1]), low: 0, high: 0 },
        { terms: termsOf([before, 1], [removed, -1]), low: 0, high: Infinity },
      ];
    }),
  ).flat();
  return {
    variables: Array.from({ length: states.length + 2 * steps }, (_, block) =>
      atoms.map(() => ({ low: 0, high: most(block), whole: true })),
    ).flat(),
    rows: [...figures, ...links],
  };
}

function termsOf(...terms: Terms): Terms {
  return terms;
}

/** By state the atoms that something bounds from above: a figure of that state, or by the reading one of another. */
function boundedIn(
  states: readonly (readonly ReleasedFigure[])[],
  reading: Reading,
  same: SameGroups,
): readonly ReadonlySet<string>[] {
  const own = states.map((figures) => figures.flatMap(({ atoms, range }) => (range.high === null ? [] : atoms)));
  const speaking = (state: number) =>
    ({ 'nothing-changed': own, 'late-added': own.slice(state), 'added-and-removed': [own[state] ?? []] })[reading];
  return states.map((_, state) => boundedTogether(new Set(speaking(state).flat()), same));
}
