import { foldName } from '../ledger/fold-name.ts';
import type { CategorySets } from '../ledger/ledger-entry.ts';
import type { CommonCell, Target } from '../release.ts';
import { codesOf, countedIn, type DividedPeople, type PeoplePart } from './divide-people.ts';
import { shortened } from './shortened.ts';

/**
 * What two groups have in common that figures tell, each by a dimension of its own and by the same categories of those that they share (diplomacy,
 * 3.4): also where other figures divide them further, and so make several groups of each.
 */
export function listMeetings(people: DividedPeople, figures: readonly CategorySets[]): readonly Target[] {
  const told = [...new Map(figures.map((sets) => [keyOf(people, sets), sets])).entries()].filter(
    ([key]) => key.split('\n').length > 1,
  );
  return told.flatMap(([, one], place) =>
    told.slice(place + 1).flatMap(([, other]): readonly Target[] => {
      const [own, shared, others] = compare(people, one, other);
      if (own.length === 0 || others.length === 0 || shared === null || shared.length === 0) return [];
      const target = meet(people, one, other);
      return target === null ? [] : [target];
    }),
  );
}

/** A group by what divides people, in one way to write it. */
function keyOf({ categories }: DividedPeople, sets: CategorySets): string {
  return Object.entries(sets)
    .filter(([name]) => categories.has(foldName(name)))
    .map(([name, words]) => JSON.stringify([foldName(name), words.map(foldName).toSorted()]))
    .toSorted()
    .join('\n');
}

/** Dimensions of the first alone, of both (null where they differ in one), and of the second alone. */
function compare(
  people: DividedPeople,
  one: CategorySets,
  other: CategorySets,
): readonly [own: readonly string[], shared: readonly string[] | null, others: readonly string[]] {
  const [first, second] = [one, other].map(
    (sets) =>
      new Map(
        keyOf(people, sets)
          .split('\n')
          .map((key) => {
            // What `keyOf` wrote a line above.
            const [name, words] = JSON.parse(key) as readonly [string, readonly string[]];
            return [name, words.join('\n')] as const;
          }),
      ),
  );
  const names = [...(first?.keys() ?? [])];
  const both = names.filter((name) => second?.has(name));
  const isSame = both.every((name) => first?.get(name) === second?.get(name));
  return [
    names.filter((name) => !second?.has(name)),
    isSame ? both : null,
    [...(second?.keys() ?? [])].filter((name) => !first?.has(name)),
  ];
}

function meet(people: DividedPeople, one: CategorySets, other: CategorySets): Target | null {
  const [first, second] = [countedIn(people, one), countedIn(people, other)];
  const name = [one, other].map(nameOf).join(' · ');
  const together = first?.findIndex((atoms, part) => atoms !== null && second?.[part] !== null) ?? -1;
  if (together >= 0) {
    const inside = new Set(second?.[together]);
    const atoms = (first?.[together] ?? []).filter((atom) => inside.has(atom));
    return atoms.length === 0 ? null : { name, atoms };
  }
  const [at, beside] = [first, second].map((told) => told?.findIndex((atoms) => atoms !== null) ?? -1);
  const [part, next] = [people.parts[at ?? -1], people.parts[beside ?? -1]];
  if (part === undefined || next === undefined) return null;
  const shared = [...part.names].filter((dimension) => next.names.has(dimension));
  const [around, own, others] = [
    byCodes(part, shared, null),
    byCodes(part, shared, first?.[at ?? -1] ?? []),
    byCodes(next, shared, second?.[beside ?? -1] ?? []),
  ];
  const cells = [...own].flatMap(([codes, atoms]): readonly CommonCell[] => {
    const met = others.get(codes);
    return met === undefined ? [] : [{ atoms, others: met, around: around.get(codes) ?? [] }];
  });
  return cells.length === 0 ? null : { name, atoms: first?.[at ?? -1] ?? [], common: cells };
}

/** Atoms of a part, all or only some, by what it shares. */
function byCodes(
  { atoms }: PeoplePart,
  shared: readonly string[],
  only: readonly string[] | null,
): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(
    atoms.filter(({ name }) => only === null || only.includes(name)),
    (atom) => codesOf(atom, shared),
  );
  return new Map([...groups].map(([codes, group]) => [codes, group.map(({ name }) => name)]));
}

function nameOf(sets: CategorySets): string {
  return Object.values(sets)
    .map((words) => shortened(words))
    .join(' · ');
}
