import { ok, type Result } from '#platform/base';
import type { ReleaseSequence } from '../audit-releases.ts';
import { countText, provenRange, type Range } from '../count-rule.ts';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import type { ReleasedFigure } from '../release.ts';
import { isDecided, type CategorySets, type LedgerContent, type LedgerFigure } from './ledger-entry.ts';

type Counted = Exclude<LedgerContent, { readonly kind: 'withdrawal' }>;

/** Everything that is known of one population, as the attack asks for it. */
export interface KnownPopulation {
  readonly population: string;
  readonly sequence: ReleaseSequence;
  /** Figures of it were corrected: those from before and those since are two states of the counts (`statesKnown` puts them together). */
  readonly corrected: boolean;
}

/** The most groups that are told apart; more is refused. */
const mostAtoms = 20_000;

/**
 * Puts a ledger together: for each population the finest groups that its figures tell apart, and its releases in their order. Withdrawn
 * figures count as any other, since what was known stays known. Populations do not meet. Refuses `dimensions-differ` and `category-unknown`
 * (with the id of the entry) where figures of one population cannot be compared, and `too-large`.
 */
export function figuresKnown(
  contents: readonly LedgerContent[],
): Result<readonly KnownPopulation[], DisclosureRefusal> {
  const known: KnownPopulation[] = [];
  for (const { population, entries, corrected } of listStates(contents)) {
    const sequence = putTogether(entries);
    if (!sequence.ok) return sequence;
    known.push({ population, sequence: sequence.value, corrected });
  }
  return ok(known);
}

/** All states of one population over the same groups, the newest last. */
export interface PopulationStates {
  readonly atoms: readonly string[];
  readonly states: readonly {
    readonly figures: readonly ReleasedFigure[];
    /** Those of them that were released: two people signed them, after an audit. */
    readonly released: readonly ReleasedFigure[];
  }[];
}

/** Puts all states of one population together; refusals as of `figuresKnown`. */
export function statesKnown(contents: readonly LedgerContent[]): Result<PopulationStates, DisclosureRefusal> {
  const states = listStates(contents);
  const whole = putTogether(states.flatMap(({ entries }) => entries));
  if (!whole.ok) return whole;
  let from = 0;
  return ok({
    atoms: whole.value.atoms,
    states: states.map(({ entries }) => {
      const own = whole.value.releases.slice(from, from + entries.length);
      from += entries.length;
      const figuresOf = (which: (entry: Counted) => boolean) =>
        own.flatMap(({ figures }, at) => {
          const entry = entries[at];
          return entry !== undefined && which(entry) ? figures : [];
        });
      return { figures: figuresOf(() => true), released: figuresOf(({ kind }) => isDecided(kind)) };
    }),
  });
}

/** Whether two names are one: small differences of writing must not keep figures from meeting. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

interface State {
  readonly population: string;
  readonly entries: Counted[];
  corrected: boolean;
}

/** The newest state of a population comes last. */
function listStates(contents: readonly LedgerContent[]): readonly State[] {
  const newest = new Map<string, State>();
  const states: State[] = [];
  for (const content of contents) {
    if (content.kind === 'withdrawal') continue;
    const name = foldName(content.population);
    const before = newest.get(name);
    if (before && content.kind !== 'correction') {
      before.entries.push(content);
      continue;
    }
    const state = { population: content.population, entries: [content], corrected: content.kind === 'correction' };
    if (before) before.corrected = true;
    states.push(state);
    newest.set(name, state);
  }
  return states;
}

interface Dimension {
  /** Categories by folded name, as they are written; of a dimension that nobody listed whole also everybody else. */
  readonly codes: Map<string, string>;
  whole: boolean;
}

/** Stands for everybody who is in no category that was named. No name of a category is empty. */
const everybodyElse = '';

function putTogether(entries: readonly Counted[]): Result<ReleaseSequence, DisclosureRefusal> {
  const dimensions = listDimensions(entries);
  if (!dimensions.ok) return dimensions;
  const figures = entries.flatMap((entry) => entry.figures.map((figure) => foldSets(figure.sets)));
  const classes = [...dimensions.value].map(([name, { codes }]) => listClasses(name, codes, figures));
  if (classes.reduce((product, { groups }) => product * groups.length, 1) > mostAtoms)
    return refuseDisclosure('too-large');
  const cells = joinAlike(listCells(classes), figures);
  let at = 0;
  const releases = entries.map((entry) => ({
    name: entry.id,
    figures: entry.figures.map((figure) => {
      const place = at;
      at += 1;
      const atoms = cells.filter(({ figures: within }) => within.has(place)).map(({ name }) => name);
      return { name: nameOf(entry.population, figure.sets), atoms, ...readValue(figure, floorOfEntry(entry)) };
    }),
  }));
  return ok({ atoms: cells.map(({ name }) => name), releases, targets: null });
}

function listDimensions(entries: readonly Counted[]): Result<ReadonlyMap<string, Dimension>, DisclosureRefusal> {
  const dimensions = new Map<string, Dimension>();
  for (const entry of entries) {
    if (!('dimensions' in entry)) continue;
    for (const [name, categories] of Object.entries(entry.dimensions)) {
      const codes = new Map(categories.map((category) => [foldName(category), category]));
      const before = dimensions.get(foldName(name));
      const differs =
        before && (before.codes.size !== codes.size || [...codes.keys()].some((code) => !before.codes.has(code)));
      if (differs || codes.size < categories.length) return refuseDisclosure('dimensions-differ', entry.id);
      if (!before) dimensions.set(foldName(name), { codes, whole: true });
    }
  }
  for (const entry of entries) {
    for (const [name, categories] of entry.figures.flatMap(({ sets }) => Object.entries(sets))) {
      const dimension = dimensions.get(foldName(name)) ?? { codes: new Map([[everybodyElse, '…']]), whole: false };
      dimensions.set(foldName(name), dimension);
      for (const category of categories) {
        if (dimension.codes.has(foldName(category))) continue;
        if (dimension.whole) return refuseDisclosure('category-unknown', entry.id);
        dimension.codes.set(foldName(category), category);
      }
    }
  }
  return ok(dimensions);
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
  /** Places of the figures that count it. */
  readonly figures: ReadonlySet<number>;
}

/** Cells that are in exactly the same figures are one group to whoever reads them. */
function joinAlike(cells: readonly Cell[], figures: readonly FoldedSets[]): readonly Atom[] {
  const alike = new Map<string, { readonly names: string[]; readonly figures: ReadonlySet<number> }>();
  for (const cell of cells) {
    const within = figures.flatMap((figure, place) => (isWithin(cell, figure) ? [place] : []));
    const key = within.join();
    const known = alike.get(key);
    if (known) known.names.push(cell.name);
    else alike.set(key, { names: [cell.name], figures: new Set(within) });
  }
  const taken = new Set<string>();
  return [...alike.values()].map(({ names, figures: within }) => {
    // Where nothing divides them there is one group.
    const short = shortened(names) || 'everybody';
    const name = taken.has(short) ? `${short} (${String(taken.size + 1)})` : short;
    taken.add(name);
    return { name, figures: within };
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

function nameOf(population: string, sets: CategorySets): string {
  const groups = Object.values(sets).map((categories) => shortened(categories));
  return groups.length === 0 ? population : groups.join(' · ');
}

function floorOfEntry(entry: Counted): number {
  return 'floor' in entry ? entry.floor : 10;
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
