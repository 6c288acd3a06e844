/** How a unit of an adaptation stands beside the original (learning design, 2.6): a scene, a block, a text, a picture, a place to fill. */
export const unitStates = ['same', 'ours', 'theirs', 'both', 'added', 'removed'] as const;
export type UnitState = (typeof unitStates)[number];

/** Digests of units, by name. */
export type Units = ReadonlyMap<string, string>;

export interface ComparedUnit {
  readonly unit: string;
  readonly state: UnitState;
  /** Put off until another day; it stays listed. */
  readonly later: boolean;
}

/**
 * Compares three ways: what was taken over once (`base`), what is here now, and what the original is now. `same`: nothing to do. `ours`: we changed
 * or dropped it, or made it, and the original stayed. `theirs`: the original changed it, and we did not. `both`: each did, differently. `added`: new in
 * the original. `removed`: gone from the original, and still here.
 */
export function compareUnits(
  { base, ours, theirs }: { readonly base: Units; readonly ours: Units; readonly theirs: Units },
  later: readonly string[],
): readonly ComparedUnit[] {
  const names = [...new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])].toSorted();
  return names.flatMap((unit): readonly ComparedUnit[] => {
    const state = stateOf(base.get(unit), ours.get(unit), theirs.get(unit));
    return state === null ? [] : [{ unit, state, later: later.includes(unit) && needsWord(state) }];
  });
}

/** Whether somebody has to say what becomes of a unit. */
export function needsWord(state: UnitState): boolean {
  return state !== 'same' && state !== 'ours';
}

/** Null where it is nowhere any more. */
function stateOf(base: string | undefined, ours: string | undefined, theirs: string | undefined): UnitState | null {
  if (ours === theirs) return ours === undefined ? null : 'same';
  if (theirs === base) return 'ours';
  if (base === undefined) return ours === undefined ? 'added' : 'both';
  if (theirs === undefined) return ours === base ? 'removed' : 'both';
  return ours === base ? 'theirs' : 'both';
}
