import { ok, type Result } from '#platform/base';
import { countText, provenRange, type Range } from '../count-rule.ts';
import type { DisclosureRefusal } from '../disclosure-refusal.ts';
import type { ReleasedFigure, Target } from '../release.ts';
import type { SameGroups } from '../same-groups.ts';
import { countedIn, dividePeople, everybody, type DividedPeople } from '../divide/divide-people.ts';
import { listOverlaps } from '../divide/list-overlaps.ts';
import { listMargins } from '../divide/list-margins.ts';
import { shortened } from '../divide/shortened.ts';
import { isDecided, type CategorySets, type LedgerEntryId, type LedgerFigure } from './ledger-entry.ts';
import { listDimensions } from './list-dimensions.ts';
import type { PopulationState } from './population-states.ts';

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
  /** Of the parts that people are divided in, the one with most groups has so many. */
  readonly most: number;
  /** Groups that are the same people by the atoms of two parts. */
  readonly same: SameGroups;
  /** By state, the newest last: what each entry told, in the order of the ledger. A figure is told by the atoms of every part that can tell it. */
  readonly states: readonly (readonly KnownFigures[])[];
  /** By state, that nobody is in categories which it does not list while other states do: whoever believes its list knows so much. */
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
  const comparable = states.map(({ entries }) => entries.filter((entry) => !incomparable.has(entry)));
  const sets = comparable.flat().flatMap(({ figures }) => figures.map((figure) => figure.sets));
  const nobody = unlisted.map((of) => Object.entries(of).map(([name, codes]): CategorySets => ({ [name]: codes })));
  const people = dividePeople(dimensions, [...sets, ...nobody.flat()]);
  if (!people.ok) return people;
  const parts = people.value.parts.map(({ atoms }) => atoms.map(({ name }) => name));
  return ok({
    ...{ atoms: parts.flat(), most: Math.max(...parts.map(({ length }) => length)), same: people.value.same },
    states: comparable.map((entries) =>
      entries.map((entry) => ({
        ...{ id: entry.id, released: isDecided(entry.kind) },
        figures: entry.figures.flatMap((figure) => readFigure(people.value, figure, entry.floor)),
      })),
    ),
    nobody: nobody.map((groups) =>
      groups.flatMap((group) => readFigure(people.value, { sets: group, rule: 'exact', value: 0 }, 0)),
    ),
    ...{ people: people.value, margins: listMargins(people.value) },
    common: listOverlaps(people.value.parts).map(({ target }) => target),
    leftOut: [...incomparable].map(({ id }) => id),
  });
}

function readFigure(people: DividedPeople, figure: LedgerFigure, floor: number): readonly ReleasedFigure[] {
  const [name, value] = [nameOf(figure.sets), readValue(figure, floor)];
  return countedIn(people, figure.sets).flatMap((atoms) => (atoms === null ? [] : [{ name, atoms, ...value }]));
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
