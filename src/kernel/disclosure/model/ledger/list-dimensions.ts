import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import { foldName } from './fold-name.ts';
import { isDecided, type CategorySets, type Counted } from './ledger-entry.ts';

export interface Dimension {
  /** As it was written first. */
  readonly name: string;
  /** Categories by folded name, as they were written first; of a dimension that nobody listed whole also everybody else. */
  readonly codes: Map<string, string>;
  /** A release listed all of its categories: there is nobody else. */
  readonly whole: boolean;
}

/** Dimensions by folded name. */
export type Dimensions = ReadonlyMap<string, Dimension>;

/** Names everybody who is in no category that was named. People read it in their own language. */
export const everybodyElse = '…';
/** Their code; no name of a category is empty. */
const codeOfElse = '';

/** What divides the people of one population, in whose words. */
export interface Divided {
  readonly dimensions: Dimensions;
  /** Entries that speak of a category which a whole dimension does not have: they were only written down, and cannot be compared. */
  readonly incomparable: ReadonlySet<Counted>;
  /** By state, of the dimensions that it lists whole the categories that only later ones list: by its own words nobody is in them. */
  readonly unlisted: readonly CategorySets[];
}

/**
 * All dimensions that figures of one population speak of, by state: a correction may list other categories than before. Refuses releases of one state whose words cannot be compared (with the id of the later one):
 * `dimensions-differ` and `category-unknown`. What was only written down is set aside instead: a word that nobody knows must not keep
 * a population from ever being released.
 */
export function listDimensions(states: readonly (readonly Counted[])[]): Result<Divided, DisclosureRefusal> {
  const dimensions = new Map<string, Dimension>();
  const listed: Dimensions[] = [];
  for (const entries of states) {
    const whole = listWhole(entries);
    if (!whole.ok) return whole;
    listed.push(whole.value);
    for (const [name, dimension] of whole.value) {
      const codes = new Map([...dimension.codes, ...(dimensions.get(name) ?? dimension).codes]);
      dimensions.set(name, { ...(dimensions.get(name) ?? dimension), codes });
    }
  }
  const incomparable = new Set<Counted>();
  for (const entry of states.flat()) {
    if (findUnknown(dimensions, entry) === null) {
      for (const { sets } of entry.figures) addWords(dimensions, sets);
      continue;
    }
    if (isDecided(entry.kind)) return refuseDisclosure('category-unknown', entry.id);
    incomparable.add(entry);
  }
  const unlisted = listed.map((whole, state) => unlistedIn(whole, listed.slice(state + 1)));
  return ok({ dimensions, incomparable, unlisted });
}

function unlistedIn(whole: Dimensions, later: readonly Dimensions[]): CategorySets {
  const missing = [...whole].map(([name, { codes }]) => {
    const all = new Set(later.flatMap((one) => [...(one.get(name)?.codes.keys() ?? [])]));
    return [name, [...all].filter((code) => !codes.has(code))] as const;
  });
  return Object.fromEntries(missing.filter(([, codes]) => codes.length > 0));
}

/** The first category that a whole dimension does not have, and where it stands. */
export function findUnknown(
  dimensions: Dimensions,
  { figures }: Pick<Counted, 'figures'>,
): { readonly path: string; readonly dimension: string; readonly category: string } | null {
  for (const [at, { sets }] of figures.entries())
    for (const [name, categories] of Object.entries(sets)) {
      const dimension = dimensions.get(foldName(name));
      const category = dimension?.whole && categories.find((one) => !dimension.codes.has(foldName(one)));
      if (category) return { path: `figures[${String(at)}].sets.${name}`, dimension: dimension.name, category };
    }
  return null;
}

function listWhole(entries: readonly Counted[]): Result<Dimensions, DisclosureRefusal> {
  const dimensions = new Map<string, Dimension>();
  for (const entry of entries) {
    if (!('dimensions' in entry)) continue;
    for (const [name, categories] of Object.entries(entry.dimensions)) {
      const codes = new Map(categories.map((category) => [foldName(category), category]));
      const before = dimensions.get(foldName(name));
      const differs =
        before && (before.codes.size !== codes.size || [...codes.keys()].some((code) => !before.codes.has(code)));
      if (differs || codes.size < categories.length) return refuseDisclosure('dimensions-differ', entry.id);
      if (!before) dimensions.set(foldName(name), { name, codes, whole: true });
    }
  }
  return ok(dimensions);
}

function addWords(dimensions: Map<string, Dimension>, sets: Counted['figures'][number]['sets']): void {
  for (const [name, categories] of Object.entries(sets)) {
    const dimension = dimensions.get(foldName(name)) ?? {
      name,
      codes: new Map([[codeOfElse, everybodyElse]]),
      whole: false,
    };
    dimensions.set(foldName(name), dimension);
    for (const category of categories)
      if (!dimension.codes.has(foldName(category))) dimension.codes.set(foldName(category), category);
  }
}
