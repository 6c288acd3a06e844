import { foldName } from '../ledger/fold-name.ts';
import type { CategorySets } from '../ledger/ledger-entry.ts';
import type { CommonCell, Target } from '../release.ts';
import { codesOf, countedIn, type DividedPeople, type PeoplePart } from './divide-people.ts';
import { shortened } from './shortened.ts';

/**
 * What two groups of different tables have in common that share categories (diplomacy, 3.4: every group of three dimensions at a shared one): of all that the
 * figures of each table tell apart, told or not, also where other figures divide them further and so make several groups of each.
 */
export function listMeetings(people: DividedPeople, figures: readonly CategorySets[]): readonly Target[] {
  const folded = figures.map((sets) => foldSets(people, sets));
  const tables = [...Map.groupBy(folded, (sets) => [...sets.keys()].toSorted().join('\n')).values()].filter(
    ([first]) => (first?.size ?? 0) > 1,
  );
  const groups = tables.flatMap((told) => [
    ...new Map([...told, ...cellsOf(people, told)].map((one) => [keyOf(one), one])).values(),
  ]);
  return groups.flatMap((one, place) =>
    groups.slice(place + 1).flatMap((other) => {
      const target = canMeet(one, other) ? meet(people, one, other) : null;
      return target === null ? [] : [target];
    }),
  );
}

/** A group by codes of what divides people. */
type Group = ReadonlyMap<string, readonly string[]>;

function foldSets({ categories }: DividedPeople, sets: CategorySets): Group {
  return new Map(
    Object.entries(sets).flatMap(([name, words]) =>
      categories.has(foldName(name)) ? [[foldName(name), words.map(foldName).toSorted()] as const] : [],
    ),
  );
}

function keyOf(group: Group): string {
  return JSON.stringify([...group].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The cells of a table: categories that its own figures do not tell apart are one there. */
function cellsOf({ categories }: DividedPeople, told: readonly Group[]): readonly Group[] {
  const names = [...(told[0]?.keys() ?? [])];
  return names.reduce<readonly Group[]>(
    (cells, name) => {
      const codes = (categories.get(name) ?? []).flatMap((category) => category.codes);
      const alike = Map.groupBy(codes, (code) => told.map((one) => one.get(name)?.includes(code)).join());
      return cells.flatMap((cell) => [...alike.values()].map((some) => new Map([...cell, [name, some.toSorted()]])));
    },
    [new Map()],
  );
}

/** Each divides people by something of its own, and both by the same categories of something. */
function canMeet(one: Group, other: Group): boolean {
  const shared = [...one.keys()].filter((name) => other.has(name));
  const isSame = shared.every((name) => one.get(name)?.join('\n') === other.get(name)?.join('\n'));
  return shared.length > 0 && shared.length < one.size && shared.length < other.size && isSame;
}

function meet(people: DividedPeople, one: Group, other: Group): Target | null {
  const [first, second] = [one, other].map((group) => countedIn(people, Object.fromEntries(group)));
  const name = nameOf(people, new Map([...one, ...other]));
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

function nameOf({ categories }: DividedPeople, group: Group): string {
  const words = [...group].map(([dimension, codes]) => {
    const own = (categories.get(dimension) ?? []).filter((category) =>
      category.codes.some((code) => codes.includes(code)),
    );
    return shortened(own.map(({ name }) => name));
  });
  return words.join(' · ');
}
