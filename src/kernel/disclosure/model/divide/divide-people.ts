import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import type { SameGroups } from '../same-groups.ts';
import { foldName } from '../ledger/fold-name.ts';
import type { CategorySets } from '../ledger/ledger-entry.ts';
import type { Dimensions } from '../ledger/list-dimensions.ts';
import { listParts, type DimensionPart } from './list-parts.ts';
import { shortened } from './shortened.ts';

/** The most groups of one part that are told apart; more is refused. */
const mostAtoms = 20_000;

/** Names everybody, where nothing divides them. People read it in their own language. */
export const everybody = '*';

/** People in the finest groups that figures tell apart, by parts that hang together like a tree. */
export interface DividedPeople {
  /** At least one. */
  readonly parts: readonly PeoplePart[];
  /** What the parts tell of each other. */
  readonly same: SameGroups;
  /** By dimension its categories; one that everybody is in divides nobody and is left out. */
  readonly categories: ReadonlyMap<string, readonly Category[]>;
  /** How a category is called: with its dimension where others have one of that name. */
  readonly labelOf: (dimension: string, word: string) => string;
}

export interface PeoplePart {
  /** The dimensions that it divides people by, folded. */
  readonly names: ReadonlySet<string>;
  readonly atoms: readonly Atom[];
}

/** A group that figures of its part tell no further apart, and that is whole in what the part shares with others. */
export interface Atom {
  readonly name: string;
  readonly cells: readonly Cell[];
}

/** By dimension the category. */
export type Cell = ReadonlyMap<string, Category>;

/** Categories that are in exactly the same figures, together; the code is that of the first. */
export interface Category {
  readonly code: string;
  readonly codes: readonly string[];
  readonly name: string;
}

/** Divides people as far as figures tell them apart, and no further. Refuses (`too-large`) where a part would have more groups than `most`. */
export function dividePeople(
  dimensions: Dimensions,
  figures: readonly CategorySets[],
  most = mostAtoms,
): Result<DividedPeople, DisclosureRefusal> {
  const folded = figures.map(foldSets);
  const labelOf = labelsOf(dimensions);
  const categories = new Map(
    [...dimensions].flatMap(([name, { codes }]) => {
      const labelled = new Map([...codes].map(([code, word]) => [code, labelOf(name, word)]));
      const found = listCategories(name, labelled, folded);
      return found.length > 1 ? [[name, found] as const] : [];
    }),
  );
  const sets = folded.map((figure) => [...figure.keys()].filter((name) => categories.has(name)));
  const tree = listParts([...categories.keys()], sets);
  const parts: PeoplePart[] = [];
  const taken = new Set<string>();
  for (const [at, { names }] of tree.entries()) {
    const own = [...names].map((name) => [name, categories.get(name) ?? []] as const);
    if (own.reduce((product, [, found]) => product * found.length, 1) > most) return refuseDisclosure('too-large');
    // A figure that other parts tell divides this one, if at all, by what it shares with them.
    parts.push({ names, atoms: joinAlike(listCells(own), folded, listShared(tree, at), taken) });
  }
  const same = tree.flatMap(({ on }, at) => {
    const [part, other] = [parts[at], parts[on?.part ?? at]];
    return on === null || !part || !other ? [] : pairUp(part, other, [...on.shared]);
  });
  return ok({ parts, same, categories, labelOf });
}

function labelsOf(dimensions: Dimensions): DividedPeople['labelOf'] {
  const all = [...dimensions.values()].flatMap(({ codes }) => [...codes.keys()]);
  const twice = new Set(
    [...Map.groupBy(all, (code) => code)].flatMap(([code, same]) => (same.length > 1 ? [code] : [])),
  );
  const nameOf = (dimension: string) => dimensions.get(foldName(dimension))?.name ?? dimension;
  return (dimension, word) => (twice.has(foldName(word)) ? `${nameOf(dimension)}: ${word}` : word);
}

/** By part the atoms that a figure counts; null where the part does not divide people by all that the figure does. */
export function countedIn(
  { parts, categories }: DividedPeople,
  figure: CategorySets,
): readonly (readonly string[] | null)[] {
  const sets = foldSets(figure);
  return parts.map(({ names, atoms }) => {
    if ([...sets.keys()].some((name) => categories.has(name) && !names.has(name))) return null;
    return atoms.filter(({ cells }) => isWithin(cells[0] ?? new Map(), sets)).map(({ name }) => name);
  });
}

/** What a group is in dimensions that it lies in one category of; of others the first. */
export function codesOf({ cells }: Atom, names: readonly string[]): string {
  return names.map((name) => cells[0]?.get(name)?.code ?? '').join('\n');
}

/** Groups by parts that divide the same people in what they share, each as both parts tell it. */
function pairUp(part: PeoplePart, other: PeoplePart, shared: readonly string[]): SameGroups {
  const [own, others] = [part, other].map(({ atoms }) => Map.groupBy(atoms, (atom) => codesOf(atom, shared)));
  return [...(own ?? [])].map(([codes, atoms]) => {
    const same = others?.get(codes) ?? [];
    return [atoms.map(({ name }) => name), same.map(({ name }) => name)];
  });
}

/** Dimensions that a part shares with those that hang on it, and with the one that it hangs on. */
function listShared(tree: readonly DimensionPart[], at: number): readonly string[] {
  return [
    ...new Set(
      tree.flatMap(({ on }, place) => (on !== null && (place === at || on.part === at) ? [...on.shared] : [])),
    ),
  ];
}

type FoldedSets = ReadonlyMap<string, ReadonlySet<string>>;

function foldSets(sets: CategorySets): FoldedSets {
  return new Map(Object.entries(sets).map(([name, categories]) => [foldName(name), new Set(categories.map(foldName))]));
}

function listCategories(
  dimension: string,
  codes: ReadonlyMap<string, string>,
  figures: readonly FoldedSets[],
): readonly Category[] {
  const sets = figures.flatMap((figure) => figure.get(dimension) ?? []);
  const alike = Map.groupBy([...codes], ([code]) => sets.map((set) => (set.has(code) ? '1' : '0')).join(''));
  return [...alike.values()].map((group) => ({
    code: group[0]?.[0] ?? '',
    codes: group.map(([code]) => code),
    name: shortened(group.map(([, category]) => category)),
  }));
}

function listCells(categories: readonly (readonly [string, readonly Category[]])[]): readonly Cell[] {
  return categories.reduce<readonly Cell[]>(
    (cells, [name, found]) => cells.flatMap((cell) => found.map((category) => new Map([...cell, [name, category]]))),
    [new Map()],
  );
}

/** Cells that are in exactly the same figures, and alike in what is shared, are one group to whoever reads them. */
function joinAlike(
  cells: readonly Cell[],
  figures: readonly FoldedSets[],
  shared: readonly string[],
  taken: Set<string>,
): readonly Atom[] {
  const alike = Map.groupBy(cells, (cell) =>
    JSON.stringify([figures.map((figure) => isWithin(cell, figure)), shared.map((name) => cell.get(name)?.code)]),
  );
  return [...alike.values()].map((joined) => {
    // Where nothing divides them there is one group.
    const short = shortened(joined.map(nameOfCell)) || everybody;
    let name = short;
    // Also a category may be called like that.
    for (let number = 2; taken.has(name); number += 1) name = `${short} (${String(number)})`;
    taken.add(name);
    return { name, cells: joined };
  });
}

function nameOfCell(cell: Cell): string {
  return [...cell.values()].map(({ name }) => name).join(' · ');
}

function isWithin(cell: Cell, figure: FoldedSets): boolean {
  for (const [dimension, set] of figure) {
    const code = cell.get(dimension)?.code;
    // A dimension of one group only divides nobody.
    if (code !== undefined && !set.has(code)) return false;
  }
  return true;
}
