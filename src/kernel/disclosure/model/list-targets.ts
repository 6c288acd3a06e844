import type { ReleasedFigure, Target } from './release.ts';

/** Every atom, and every difference of two figures of which one lies inside the other, each group once. */
export function listTargets(atoms: readonly string[], figures: readonly ReleasedFigure[]): readonly Target[] {
  const found = new Map<string, Target>(atoms.map((atom) => [atom, { name: atom, atoms: [atom] }]));
  // Atoms that stand in the same figures are one group to whoever reads them.
  const alike = Map.groupBy(atoms, (atom) => figures.map((figure) => figure.atoms.includes(atom)).join());
  for (const group of alike.values()) found.set(group.toSorted().join('\n'), { name: group.join(' + '), atoms: group });
  for (const { larger, inner, outside } of listNested(figures)) {
    const key = outside.toSorted().join('\n');
    if (!found.has(key)) found.set(key, { name: `${larger.name} - ${inner.name}`, atoms: outside });
  }
  return [...found.values()];
}

/** The same, and the group of every figure: a number that hides a group may be all that is needed to tell it. */
export function listGroups(
  atoms: readonly string[],
  figures: readonly ReleasedFigure[],
  more: readonly Target[] = [],
): readonly Target[] {
  const told = figures.map(({ name, atoms: counted }): Target => ({ name, atoms: counted }));
  return uniqueTargets([...listTargets(atoms, figures), ...told, ...more]);
}

/** Each group once, by the first name that it came with. */
export function uniqueTargets(targets: readonly Target[]): readonly Target[] {
  const byGroup = new Map<string, Target>();
  for (const target of targets) {
    const key = [target.atoms, ...(target.common ?? []).map(({ others }) => others)]
      .map((atoms) => atoms.toSorted().join('\n'))
      .join('\n\n');
    if (target.atoms.length > 0 && !byGroup.has(key)) byGroup.set(key, target);
  }
  return [...byGroup.values()];
}

/** Two figures of which one counts only people whom the other counts too. */
export interface Nested {
  readonly larger: ReleasedFigure;
  readonly inner: ReleasedFigure;
  /** What the larger one counts and the inner one does not; at least one atom. */
  readonly outside: readonly string[];
}

/** All such pairs. */
export function listNested(figures: readonly ReleasedFigure[]): readonly Nested[] {
  const groups = figures.map((figure) => ({ figure, own: new Set(figure.atoms) }));
  return groups.flatMap(({ figure: larger, own: around }) =>
    groups.flatMap(({ figure: inner, own }) => {
      const isInside = own.size < around.size && inner.atoms.every((atom) => around.has(atom));
      return isInside ? [{ larger, inner, outside: larger.atoms.filter((atom) => !own.has(atom)) }] : [];
    }),
  );
}
