import type { Row } from './program.ts';

/**
 * Ways to divide the same people, each by atoms of its own: all of them together are as many by one as by another. None, or one, says nothing.
 */
export type Divisions = readonly (readonly string[])[];

/** That every division holds as many people as the first. */
export function divisionRows(divisions: Divisions, at: (atom: string) => number): readonly Row[] {
  const [first, ...others] = divisions;
  if (first === undefined) return [];
  return others.map((other) => ({
    terms: [...first.map((atom) => [at(atom), 1] as const), ...other.map((atom) => [at(atom), -1] as const)],
    ...{ low: 0, high: 0 },
  }));
}

/** Atoms that something bounds from above: where all of one division are, everybody is counted, and so are those of the others. */
export function boundedTogether(bounded: ReadonlySet<string>, divisions: Divisions): ReadonlySet<string> {
  const isCounted = divisions.some((atoms) => atoms.every((atom) => bounded.has(atom)));
  return isCounted ? new Set([...bounded, ...divisions.flat()]) : bounded;
}
