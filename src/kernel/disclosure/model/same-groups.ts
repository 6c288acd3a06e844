import type { Row } from './program.ts';

/** Pairs of groups by different atoms that are the same people: whoever counts one has counted the other. */
export type SameGroups = readonly (readonly [one: readonly string[], other: readonly string[]])[];

/** That both of a pair are as many. */
export function rowsOfSame(same: SameGroups, at: (atom: string) => number): readonly Row[] {
  return same.map(([one, other]) => ({
    terms: [...one.map((atom) => [at(atom), 1] as const), ...other.map((atom) => [at(atom), -1] as const)],
    ...{ low: 0, high: 0 },
  }));
}

/**
 * Atoms that something bounds from above: where all of a group are, the same people by other atoms are too. Exact where the pairs hang together
 * like a tree: then everything else can grow at once.
 */
export function boundedTogether(bounded: ReadonlySet<string>, same: SameGroups): ReadonlySet<string> {
  const all = new Set(bounded);
  for (let before = -1; before < all.size;) {
    before = all.size;
    for (const [one, other] of same) {
      if (one.every((atom) => all.has(atom))) for (const atom of other) all.add(atom);
      if (other.every((atom) => all.has(atom))) for (const atom of one) all.add(atom);
    }
  }
  return all;
}
