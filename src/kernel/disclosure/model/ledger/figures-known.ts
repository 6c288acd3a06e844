import { ok, type Result } from '#platform/base';
import { countText, provenRange, type Range } from '../count-rule.ts';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import type { ReleasedFigure, Target } from '../release.ts';
import type { Divisions } from '../divisions.ts';
import { foldName } from './fold-name.ts';
import { isDecided, type CategorySets, type Counted, type LedgerEntryId, type LedgerFigure } from './ledger-entry.ts';
import { listDimensions, type Dimensions } from './list-dimensions.ts';
import type { PopulationState } from './population-states.ts';

/** The most groups that are told apart; more is refused. */
const mostAtoms = 20_000;

/** Names everybody, where nothing divides them. People read it in their own language. */
export const everybody = '*';

/** What one entry told, as the attack asks for it. */
export interface KnownFigures {
  readonly id: LedgerEntryId;
  /** Two people signed them, after an audit. */
  readonly released: boolean;
  readonly figures: readonly ReleasedFigure[];
}

/** Everything that is known of one population, in the finest groups that its figures tell apart. */
export interface KnownPopulation {
  readonly atoms: readonly string[];
  /** Dimensions that no figure divides people by together divide the same people in several ways; what one tells of another is how many they are. */
  readonly divisions: Divisions;
  /** By state, the newest last: what each entry told, in the order of the ledger. */
  readonly states: readonly (readonly KnownFigures[])[];
  /** Everybody by each division: a figure that proves nothing, so that what is left of everybody is a group like any other. */
  readonly everybody: readonly ReleasedFigure[];
  /** Every category that a table lists, whether or not a figure tells it. */
  readonly categories: readonly Target[];
  /** Entries that could not be put together with the others. */
  readonly leftOut: readonly LedgerEntryId[];
}

/**
 * Puts all states of one population together. Withdrawn figures count as any other, since what was known stays known. Refuses `dimensions-differ`
 * and `category-unknown` (with the id of the entry) where releases cannot be compared, and `too-large`.
 */
export function statesKnown(states: readonly PopulationState[]): Result<KnownPopulation, DisclosureRefusal> {
  const divided = listDimensions(states.flatMap(({ entries }) => entries));
  if (!divided.ok) return divided;
  const { dimensions, incomparable } = divided.value;
  const comparable = states.map(({ entries }) => entries.filter((entry) => !incomparable.has(entry)));
  const parts: Part[] = [];
  const taken = new Set<string>();
  for (const names of listParts(dimensions, comparable.flat())) {
    const own = new Map([...dimensions].filter(([name]) => names.has(name)));
    const part = putTogether(own, comparable.flat(), taken);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  const divisions = parts.map(({ atoms }) => atoms.map(({ name }) => name));
  return ok({
    ...{ atoms: divisions.flat(), divisions },
    states: comparable.map((entries) =>
      entries.map((entry) => ({
        ...{ id: entry.id, released: isDecided(entry.kind) },
        figures: parts.flatMap(({ told }) => told.get(entry) ?? []),
      })),
    ),
    everybody: divisions.map((atoms) => ({ name: everybody, atoms, text: null, range: { low: 0, high: null } })),
    categories: parts.flatMap((part) => part.categories),
    leftOut: [...incomparable].map(({ id }) => id),
  });
}

/** Which dimensions stand in figures together; at least one part, of no dimension where nothing divides people. */
function listParts(dimensions: Dimensions, entries: readonly Counted[]): readonly ReadonlySet<string>[] {
  let parts: readonly ReadonlySet<string>[] = [...dimensions.keys()].map((name) => new Set([name]));
  for (const { sets } of entries.flatMap(({ figures }) => figures)) {
    const names = Object.keys(sets).map(foldName);
    const meets = (part: ReadonlySet<string>) => names.some((name) => part.has(name));
    const joined = parts.filter(meets).flatMap((part) => [...part]);
    if (joined.length > 0) parts = [...parts.filter((part) => !meets(part)), new Set(joined)];
  }
  return parts.length === 0 ? [new Set()] : parts;
}

/** What dimensions that stand in figures together tell. */
interface Part {
  readonly atoms: readonly Atom[];
  /** A figure that divides people by nothing is told in every part. */
  readonly told: ReadonlyMap<Counted, readonly ReleasedFigure[]>;
  readonly categories: readonly Target[];
}

function putTogether(
  dimensions: Dimensions,
  entries: readonly Counted[],
  taken: Set<string>,
): Result<Part, DisclosureRefusal> {
  const isOwn = ({ sets }: LedgerFigure): boolean => Object.keys(sets).every((name) => dimensions.has(foldName(name)));
  const own = entries.map((entry) => ({ entry, figures: entry.figures.filter(isOwn) }));
  const figures = own.flatMap((one) => one.figures.map(({ sets }) => foldSets(sets)));
  const classes = [...dimensions].map(([name, { codes }]) => listClasses(name, codes, figures));
  if (classes.reduce((product, { groups }) => product * groups.length, 1) > mostAtoms)
    return refuseDisclosure('too-large');
  const atoms = joinAlike(listCells(classes), figures, taken);
  let at = 0;
  const told = own.map(({ entry, figures: ofEntry }) => {
    const read = ofEntry.map((figure): ReleasedFigure => {
      const place = at;
      at += 1;
      const counted = atoms.filter(({ figures: within }) => within.has(place)).map(({ name }) => name);
      return { name: nameOf(figure.sets), atoms: counted, ...readValue(figure, entry.floor) };
    });
    return [entry, read] as const;
  });
  return ok({ atoms, told: new Map(told), categories: listCategories(classes, atoms) });
}

/** Categories that the atoms can tell apart. */
function listCategories(classes: readonly Classes[], atoms: readonly Atom[]): readonly Target[] {
  return classes.flatMap(({ dimension, groups }) =>
    groups.flatMap(({ code, name }): readonly Target[] => {
      const isIn = ({ codes }: Cell) => (codes.get(dimension) ?? code) === code;
      const inside = atoms.filter(({ cells }) => cells.every(isIn));
      // An atom that lies partly in it cannot be told apart by anybody.
      const isWhole = atoms.every(({ cells }) => cells.every(isIn) || !cells.some(isIn));
      return isWhole && groups.length > 1 ? [{ name, atoms: inside.map((atom) => atom.name) }] : [];
    }),
  );
}

type FoldedSets = ReadonlyMap<string, ReadonlySet<string>>;

function foldSets(sets: CategorySets): FoldedSets {
  return new Map(Object.entries(sets).map(([name, categories]) => [foldName(name), new Set(categories.map(foldName))]));
}

interface Classes {
  readonly dimension: string;
  /** Categories that are in exactly the same figures, together. */
  readonly groups: readonly { readonly code: string; readonly name: string }[];
}

function listClasses(dimension: string, codes: ReadonlyMap<string, string>, figures: readonly FoldedSets[]): Classes {
  const sets = figures.flatMap((figure) => figure.get(dimension) ?? []);
  const alike = Map.groupBy([...codes], ([code]) => sets.map((set) => (set.has(code) ? '1' : '0')).join(''));
  return {
    dimension,
    groups: [...alike.values()].map((group) => ({
      code: group[0]?.[0] ?? '',
      name: shortened(group.map(([, category]) => category)),
    })),
  };
}

interface Cell {
  readonly codes: ReadonlyMap<string, string>;
  readonly name: string;
}

function listCells(classes: readonly Classes[]): readonly Cell[] {
  let cells: readonly Cell[] = [{ codes: new Map(), name: '' }];
  for (const { dimension, groups } of classes) {
    if (groups.length === 1) continue;
    cells = cells.flatMap((cell) =>
      groups.map(({ code, name }) => ({
        codes: new Map([...cell.codes, [dimension, code]]),
        name: cell.name === '' ? name : `${cell.name} · ${name}`,
      })),
    );
  }
  return cells;
}

interface Atom {
  readonly name: string;
  readonly cells: readonly Cell[];
  /** Places of the figures that count it. */
  readonly figures: ReadonlySet<number>;
}

/** Cells that are in exactly the same figures are one group to whoever reads them. */
function joinAlike(cells: readonly Cell[], figures: readonly FoldedSets[], taken: Set<string>): readonly Atom[] {
  const alike = new Map<string, { readonly cells: Cell[]; readonly figures: ReadonlySet<number> }>();
  for (const cell of cells) {
    const within = figures.flatMap((figure, place) => (isWithin(cell, figure) ? [place] : []));
    const key = within.join();
    const known = alike.get(key);
    if (known) known.cells.push(cell);
    else alike.set(key, { cells: [cell], figures: new Set(within) });
  }
  return [...alike.values()].map(({ cells: joined, figures: within }) => {
    // Where nothing divides them there is one group.
    const short = shortened(joined.map(({ name }) => name)) || everybody;
    let name = short;
    // Also a category may be called like that.
    for (let number = 2; taken.has(name); number += 1) name = `${short} (${String(number)})`;
    taken.add(name);
    return { name, cells: joined, figures: within };
  });
}

function isWithin({ codes }: Cell, figure: FoldedSets): boolean {
  for (const [dimension, set] of figure) {
    const code = codes.get(dimension);
    // A dimension of one group only divides nobody.
    if (code !== undefined && !set.has(code)) return false;
  }
  return true;
}

function shortened(names: readonly string[]): string {
  return names.length <= 3 ? names.join(' + ') : `${names.slice(0, 3).join(' + ')} + … (${String(names.length)})`;
}

function nameOf(sets: CategorySets): string {
  return (
    Object.values(sets)
      .map((categories) => shortened(categories))
      .join(' · ') || everybody
  );
}

function readValue(
  { rule, value }: LedgerFigure,
  floor: number,
): { readonly text: string | null; readonly range: Range } {
  if (typeof value === 'object' && value !== null) return { text: null, range: { low: value[0], high: value[1] } };
  // By the rule `interval` a value is a pair; whatever else came by it proves nothing.
  if (rule === 'interval') return { text: null, range: { low: 0, high: null } };
  return { text: countText(value, floor), range: provenRange(rule, value, floor) };
}
