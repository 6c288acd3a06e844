import type { ReleasedFigure, Target } from '../release.ts';
import type { Floor } from '../verdict.ts';
import type { DividedPeople, PeoplePart } from './divide-people.ts';
import { listMargins } from './list-margins.ts';
import { shortened } from './shortened.ts';

/**
 * Of everybody, and of each category by each other dimension, all categories together that no figure shows. A table that told them as one would be
 * held to that number (diplomacy, 10: joining categories never narrows); so is one that tells them apart, where they are known nearly exactly.
 */
export function listHidden(people: DividedPeople, figures: readonly ReleasedFigure[], { k }: Floor): readonly Target[] {
  const shown = new Set(figures.flatMap(({ atoms, range }) => (range.low >= k ? [keyOf(atoms)] : [])));
  return people.parts.flatMap((part) =>
    listMargins({ ...people, parts: [part] }).flatMap((around) =>
      [...part.names].flatMap((dimension): readonly Target[] => {
        const cells = cellsIn(people, part, around, dimension);
        const hidden = cells.filter(({ atoms }) => !shown.has(keyOf(atoms)));
        if (hidden.length < 2 || hidden.length === cells.length) return [];
        const name = shortened(hidden.map((cell) => cell.name));
        return [{ name, atoms: hidden.flatMap(({ atoms }) => atoms), isHeldNarrow: true }];
      }),
    ),
  );
}

/** Categories of a dimension within a group; none where atoms lie partly in one, or where it is divided by itself. */
function cellsIn(
  { categories }: DividedPeople,
  { atoms }: PeoplePart,
  around: ReleasedFigure,
  dimension: string,
): readonly Target[] {
  const inside = atoms.filter(({ name }) => around.atoms.includes(name));
  const codes = inside.map(({ cells }) => new Set(cells.map((cell) => cell.get(dimension)?.code)));
  if (codes.some(({ size }) => size !== 1)) return [];
  return (categories.get(dimension) ?? []).flatMap(({ code, name }) => {
    const own = inside.filter((_, at) => codes[at]?.has(code)).map((atom) => atom.name);
    return own.length === 0
      ? []
      : [{ name: inside.length === atoms.length ? name : `${around.name} · ${name}`, atoms: own }];
  });
}

function keyOf(atoms: readonly string[]): string {
  return atoms.toSorted().join('\n');
}
