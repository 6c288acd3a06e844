import { ok, type Result, type UserId } from '#platform/base';
import { countText, provenRange, type Range } from '../count-rule.ts';
import type { DisclosureRefusal } from '../disclosure-refusal.ts';
import type { ReleasedFigure, Target } from '../release.ts';
import type { SameGroups } from '../same-groups.ts';
import { countedIn, dividePeople, everybody, type DividedPeople } from '../divide/divide-people.ts';
import { listOverlaps } from '../divide/list-overlaps.ts';
import { listMargins } from '../divide/list-margins.ts';
import { listMeetings } from '../divide/list-meetings.ts';
import { shortened } from '../divide/shortened.ts';
import { isDecided, type CategorySets, type Counted, type LedgerEntryId, type LedgerFigure } from './ledger-entry.ts';
import { listDimensions } from './list-dimensions.ts';
import type { PopulationState } from './population-states.ts';

/** So many groups of one part are attacked while somebody waits; notes that divide people further are set aside. */
const mostWithNotes = 200;

/** What one entry told, as the attack asks for it. */
export interface KnownFigures {
  readonly id: LedgerEntryId;
  /** Two people signed them, after an audit. */
  readonly released: boolean;
  readonly author: UserId;
  readonly figures: readonly ReleasedFigure[];
}

/** Everything that is known of one population, in the finest groups that its figures tell apart. */
export interface KnownPopulation {
  readonly atoms: readonly string[];
  /** Groups that are the same people by the atoms of two parts. */
  readonly same: SameGroups;
  /** By state, the newest last: what each entry told, in the order of the ledger. A figure is told by the atoms of every part that can tell it. */
  readonly states: readonly (readonly KnownFigures[])[];
  /** By state, that nobody is in categories which it does not list while later ones do: whoever believes its list knows so much. */
  readonly nobody: readonly (readonly ReleasedFigure[])[];
  /** Everybody and every category, told or not: figures that prove nothing. */
  readonly margins: readonly ReleasedFigure[];
  /** What groups of two parts have in common that share a dimension. */
  readonly common: readonly Target[];
  readonly people: DividedPeople;
  /** Entries that could not be put together with the others. */
  readonly leftOut: readonly LedgerEntryId[];
}

/**
 * Puts all states of one population together. Withdrawn figures count as any other, since what was known stays known. Refuses `dimensions-differ`
 * and `category-unknown` (with the id of the entry) where releases cannot be compared, and `too-large`.
 */
export function statesKnown(states: readonly PopulationState[]): Result<KnownPopulation, DisclosureRefusal> {
  const divided = listDimensions(states.map(({ entries }) => entries));
  if (!divided.ok) return divided;
  const { dimensions, incomparable, unlisted } = divided.value;
  const nobody = unlisted.map((of) => Object.entries(of).map(([name, codes]): CategorySets => ({ [name]: codes })));
  const divide = (entries: readonly Counted[], most?: number) =>
    dividePeople(dimensions, [...setsOf(entries), ...nobody.flat()], most);
  const read = setAsideWide(
    states.flatMap(({ entries }) => entries.filter((entry) => !incomparable.has(entry))),
    divide,
  );
  if (!read.ok) return read;
  const { people, kept } = read.value;
  const comparable = states.map(({ entries }) => entries.filter((entry) => kept.has(entry)));
  const parts = people.parts.map(({ atoms }) => atoms.map(({ name }) => name));
  return ok({
    ...{ atoms: parts.flat(), same: people.same },
    states: comparable.map((entries) =>
      entries.map((entry) => ({
        ...{ id: entry.id, released: isDecided(entry.kind), author: entry.author },
        figures: entry.figures.flatMap((figure) => readFigure(people, figure, entry.floor)),
      })),
    ),
    nobody: nobody.map((groups) =>
      groups.flatMap((group) => readFigure(people, { sets: group, rule: 'exact', value: 0 }, 0)),
    ),
    ...{ people, margins: listMargins(people) },
    common: [...listMeetings(people, setsOf([...kept])), ...listOverlaps(people.parts).map(({ target }) => target)],
    leftOut: states.flatMap(({ entries }) => entries.flatMap((entry) => (kept.has(entry) ? [] : [entry.id]))),
  });
}

function setsOf(entries: readonly Counted[]): readonly CategorySets[] {
  return entries.flatMap(({ figures }) => figures.map(({ sets }) => sets));
}

/**
 * Of what was only written down, the widest is set aside for as long as people would have to be divided into more groups than can be attacked. It may
 * have been written before the tables that its words multiply. Refuses (`too-large`) what releases alone divide too far.
 */
function setAsideWide(
  entries: readonly Counted[],
  divide: (entries: readonly Counted[], most?: number) => Result<DividedPeople, DisclosureRefusal>,
): Result<{ readonly people: DividedPeople; readonly kept: ReadonlySet<Counted> }, DisclosureRefusal> {
  const released = divide(entries.filter(({ kind }) => isDecided(kind)));
  if (!released.ok) return released;
  const most = Math.max(mostWithNotes, 2 * mostIn(released.value));
  const width = (entry: Counted) => Math.max(...setsOf([entry]).map((sets) => Object.keys(sets).length));
  const wide = entries
    .filter((entry) => !isDecided(entry.kind) && width(entry) > 1)
    .toSorted((one, other) => width(other) - width(one));
  const kept = new Set(entries);
  for (;;) {
    const people = divide([...kept], wide.length > 0 ? most : undefined);
    if (people.ok) return ok({ people: people.value, kept });
    const widest = wide.shift();
    if (widest === undefined) return people;
    kept.delete(widest);
  }
}

/** Groups that the widest part would have, if figures told all of them apart. */
function mostIn({ parts, categories }: DividedPeople): number {
  return Math.max(
    ...parts.map(({ names }) => [...names].reduce((sum, name) => sum * (categories.get(name)?.length ?? 1), 1)),
  );
}

function readFigure(people: DividedPeople, figure: LedgerFigure, floor: number): readonly ReleasedFigure[] {
  const [name, value] = [nameOf(figure.sets, people), readValue(figure, floor)];
  return countedIn(people, figure.sets).flatMap((atoms) => (atoms === null ? [] : [{ name, atoms, ...value }]));
}

function nameOf(sets: CategorySets, { labelOf }: DividedPeople): string {
  return (
    Object.entries(sets)
      .map(([dimension, categories]) => shortened(categories.map((word) => labelOf(dimension, word))))
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
