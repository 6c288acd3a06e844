import { ok, type Result } from '#platform/base';
import type { ReleaseSequence } from '../audit-releases.ts';
import { countText, provenRange, type Range } from '../count-rule.ts';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import type { ReleasedFigure } from '../release.ts';
import { foldName } from './fold-name.ts';
import { isDecided, type CategorySets, type Counted, type LedgerEntryId, type LedgerFigure } from './ledger-entry.ts';
import { listDimensions } from './list-dimensions.ts';
import type { PopulationState } from './population-states.ts';

/** Everything that is known of one state of a population, as the attack asks for it. */
export interface KnownState {
  readonly sequence: ReleaseSequence;
  /** Entries that could not be put together with the others. */
  readonly leftOut: readonly LedgerEntryId[];
}

/** The most groups that are told apart; more is refused. */
const mostAtoms = 20_000;

/** Names everybody, where nothing divides them. People read it in their own language. */
export const everybody = '*';

/**
 * Puts what is known together: the finest groups that its figures tell apart, and its releases in their order. Withdrawn figures count as any
 * other, since what was known stays known. Refuses `dimensions-differ` and `category-unknown` (with the id of the entry) where releases cannot be
 * compared, and `too-large`.
 */
export function figuresKnown({ entries }: PopulationState): Result<KnownState, DisclosureRefusal> {
  return putTogether(entries);
}

/** What one entry told, as the attack asks for it. */
export interface KnownFigures {
  readonly id: LedgerEntryId;
  /** Two people signed them, after an audit. */
  readonly released: boolean;
  readonly figures: readonly ReleasedFigure[];
}

/** All states of one population over the same groups, the newest last. */
export interface StatesOfPopulation {
  readonly atoms: readonly string[];
  readonly states: readonly (readonly KnownFigures[])[];
  readonly leftOut: readonly LedgerEntryId[];
}

/** Puts all states of one population together; refusals as of `figuresKnown`. */
export function statesKnown(states: readonly PopulationState[]): Result<StatesOfPopulation, DisclosureRefusal> {
  const whole = putTogether(states.flatMap(({ entries }) => entries));
  if (!whole.ok) return whole;
  const { sequence, leftOut } = whole.value;
  const figures = new Map(sequence.releases.map((release) => [release.name, release.figures]));
  return ok({
    ...{ atoms: sequence.atoms, leftOut },
    states: states.map(({ entries }) =>
      entries.flatMap(({ id, kind }): readonly KnownFigures[] => {
        const told = figures.get(id);
        return told === undefined ? [] : [{ id, released: isDecided(kind), figures: told }];
      }),
    ),
  });
}

function putTogether(all: readonly Counted[]): Result<KnownState, DisclosureRefusal> {
  const divided = listDimensions(all);
  if (!divided.ok) return divided;
  const { dimensions, incomparable } = divided.value;
  const entries = all.filter((entry) => !incomparable.has(entry));
  const figures = entries.flatMap((entry) => entry.figures.map((figure) => foldSets(figure.sets)));
  const classes = [...dimensions].map(([name, { codes }]) => listClasses(name, codes, figures));
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
      return { name: nameOf(figure.sets), atoms, ...readValue(figure, entry.floor) };
    }),
  }));
  const sequence = { atoms: cells.map(({ name }) => name), releases, targets: null };
  return ok({ sequence, leftOut: [...incomparable].map(({ id }) => id) });
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
    const short = shortened(names) || everybody;
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
