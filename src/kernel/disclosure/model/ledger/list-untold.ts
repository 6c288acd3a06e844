import type { Target } from '../release.ts';
import { codesOf, type Atom, type DividedPeople, type PeoplePart } from './divide-people.ts';
import { shortened } from './shortened.ts';

/**
 * Groups that no figure need tell: every category that a table lists, and what groups of two parts have in common that share a dimension (diplomacy,
 * 3.4: every group of three dimensions at a shared one).
 */
export function listUntold(people: DividedPeople): readonly Target[] {
  return [...listCategories(people), ...listCommon(people.parts)];
}

/** Categories that the atoms can tell apart. */
function listCategories({ parts, categories }: DividedPeople): readonly Target[] {
  return [...categories].flatMap(([dimension, found]) => {
    const atoms = parts.find(({ names }) => names.has(dimension))?.atoms ?? [];
    return found.flatMap(({ code, name }): readonly Target[] => {
      const inside = atoms.map(({ cells }) => cells.map((cell) => cell.get(dimension)?.code === code));
      // An atom that lies partly in it cannot be told apart by anybody.
      if (inside.some((cells) => cells.includes(true) && cells.includes(false))) return [];
      return [{ name, atoms: atoms.filter((_, at) => inside[at]?.includes(true)).map((atom) => atom.name) }];
    });
  });
}

function listCommon(parts: readonly PeoplePart[]): readonly Target[] {
  return parts.flatMap((one, place) =>
    parts.slice(place + 1).flatMap((other) => {
      const shared = [...one.names].filter((name) => other.names.has(name));
      return shared.length === 0 ? [] : commonOf(one, other, shared);
    }),
  );
}

function commonOf(one: PeoplePart, other: PeoplePart, shared: readonly string[]): readonly Target[] {
  const around = Map.groupBy(other.atoms, (atom) => codesOf(atom, shared));
  return [...Map.groupBy(one.atoms, (atom) => codesOf(atom, shared))].flatMap(([codes, atoms]) => {
    const others = around.get(codes) ?? [];
    // A group that is all of what both share is the other one by itself.
    if (atoms.length < 2 || others.length < 2) return [];
    return atoms.flatMap((atom) =>
      others.map((second): Target => ({
        ...{ name: `${atom.name} · ${nameBeside(second, shared)}`, atoms: [atom.name] },
        common: { atoms: [second.name], rest: without(atoms, atom), otherRest: without(others, second) },
      })),
    );
  });
}

function without(atoms: readonly Atom[], left: Atom): readonly string[] {
  return atoms.flatMap((atom) => (atom === left ? [] : [atom.name]));
}

/** What a group is besides what it shares. */
function nameBeside({ cells }: Atom, shared: readonly string[]): string {
  const names = cells.map((cell) =>
    [...cell].flatMap(([dimension, { name }]) => (shared.includes(dimension) ? [] : [name])).join(' · '),
  );
  return shortened([...new Set(names)]);
}
