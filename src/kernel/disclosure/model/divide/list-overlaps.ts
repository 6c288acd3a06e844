import type { Target } from '../release.ts';
import { codesOf, type Atom, type PeoplePart } from './divide-people.ts';
import { shortened } from './shortened.ts';

/** What two groups of different parts have in common. */
export interface Overlap {
  readonly target: Target;
  readonly of: readonly [Atom, Atom];
}

/** What groups of two parts that share a dimension have in common (diplomacy, 3.4: every group of three dimensions at a shared one). */
export function listOverlaps(parts: readonly PeoplePart[]): readonly Overlap[] {
  return parts.flatMap((one, place) =>
    parts.slice(place + 1).flatMap((other) => {
      const shared = [...one.names].filter((name) => other.names.has(name));
      return shared.length === 0 ? [] : commonOf(one, other, shared);
    }),
  );
}

function commonOf(one: PeoplePart, other: PeoplePart, shared: readonly string[]): readonly Overlap[] {
  const around = Map.groupBy(other.atoms, (atom) => codesOf(atom, shared));
  return [...Map.groupBy(one.atoms, (atom) => codesOf(atom, shared))].flatMap(([codes, atoms]) => {
    const others = around.get(codes) ?? [];
    // A group that is all of what both share is the other one by itself.
    if (atoms.length < 2 || others.length < 2) return [];
    return atoms.flatMap((atom) =>
      others.map((second): Overlap => ({
        of: [atom, second],
        target: {
          ...{ name: `${atom.name} · ${nameBeside(second, shared)}`, atoms: [atom.name] },
          common: [{ atoms: [atom.name], others: [second.name], around: atoms.map(({ name }) => name) }],
        },
      })),
    );
  });
}

/** What a group is besides what it shares. */
function nameBeside({ cells }: Atom, shared: readonly string[]): string {
  const names = cells.map((cell) =>
    [...cell].flatMap(([dimension, { name }]) => (shared.includes(dimension) ? [] : [name])).join(' · '),
  );
  return shortened([...new Set(names)]);
}
