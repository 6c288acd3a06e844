import type { ReleasedFigure } from '../release.ts';
import { everybody, type DividedPeople } from './divide-people.ts';

/**
 * Everybody and every category, by each part that divides people so: figures that prove nothing, so that what is inside of them, and what is left
 * of them, are groups like any other though no table tells them.
 */
export function listMargins({ parts, categories }: DividedPeople): readonly ReleasedFigure[] {
  return parts.flatMap(({ names, atoms }) => [
    marginOf(
      everybody,
      atoms.map(({ name }) => name),
    ),
    ...[...categories].flatMap(([dimension, found]) => {
      if (!names.has(dimension)) return [];
      return found.flatMap(({ code, name }) => {
        const inside = atoms.map(({ cells }) => cells.map((cell) => cell.get(dimension)?.code === code));
        // An atom that lies partly in it cannot be told apart by anybody.
        if (inside.some((cells) => cells.includes(true) && cells.includes(false))) return [];
        return [
          marginOf(
            name,
            atoms.filter((_, at) => inside[at]?.includes(true)).map((atom) => atom.name),
          ),
        ];
      });
    }),
  ]);
}

function marginOf(name: string, atoms: readonly string[]): ReleasedFigure {
  return { name, atoms, text: null, range: { low: 0, high: null } };
}
