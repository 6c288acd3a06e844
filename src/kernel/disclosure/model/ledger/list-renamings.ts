import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import { foldName } from './fold-name.ts';
import type { CategorySets, Counted } from './ledger-entry.ts';
import type { PopulationState } from './population-states.ts';

/** At most so many ways to read renamed categories are attacked, beside the one as they are written. */
const mostReadings = 6;

/**
 * What a stranger may take the words of earlier states for, first for what they say. Where a correction lists other categories than before, any one
 * that is gone may be the same as any new one: a word that was misspelt must not part what is known of one group. Refuses (`dimensions-differ`, with
 * the later entry) what may be read in too many ways.
 */
export function listRenamings(
  states: readonly PopulationState[],
): Result<readonly (readonly PopulationState[])[], DisclosureRefusal> {
  let readings: readonly (readonly PopulationState[])[] = [states];
  for (const { at, dimension, gone, fresh, by } of listChanges(states)) {
    const open = Math.min(gone.length, fresh.length);
    if (open > mostReadings / 2) return refuseDisclosure('dimensions-differ', by);
    const matches = listMatches(gone, fresh, open).filter(({ length }) => length > 0);
    readings = readings.flatMap((reading) => [
      reading,
      ...matches.map((pairs) =>
        reading.map((state, place) => (place < at ? renameIn(state, dimension, new Map(pairs)) : state)),
      ),
    ]);
    if (readings.length > mostReadings + 1) return refuseDisclosure('dimensions-differ', by);
  }
  return ok(readings.filter((reading) => !reading.some(hasTwins)));
}

/** Two categories of one list are never the same. */
function hasTwins({ entries }: PopulationState): boolean {
  return entries.some(
    (entry) =>
      'dimensions' in entry &&
      Object.values(entry.dimensions).some((listed) => new Set(listed.map(foldName)).size < listed.length),
  );
}

/** A dimension that a state lists by other categories than it was listed before. Names are folded, but for those that are new. */
interface Change {
  readonly at: number;
  readonly dimension: string;
  readonly gone: readonly string[];
  readonly fresh: readonly string[];
  readonly by: Counted['id'];
}

function listChanges(states: readonly PopulationState[]): readonly Change[] {
  const known = new Map<string, readonly string[]>();
  return states.flatMap(({ entries }, at) =>
    entries.flatMap((entry) =>
      Object.entries('dimensions' in entry ? entry.dimensions : {}).flatMap(([name, categories]): readonly Change[] => {
        const dimension = foldName(name);
        const [before, now] = [known.get(dimension), new Set(categories.map(foldName))];
        known.set(dimension, categories);
        if (before === undefined) return [];
        const old = new Set(before.map(foldName));
        const gone = [...old].filter((category) => !now.has(category));
        const fresh = categories.filter((category) => !old.has(foldName(category)));
        return gone.length > 0 && fresh.length > 0 ? [{ at, dimension, gone, fresh, by: entry.id }] : [];
      }),
    ),
  );
}

type Pairs = readonly (readonly [gone: string, fresh: string])[];

/** Every way to make so many pairs of names that are gone and new ones, each once. */
function listMatches(gone: readonly string[], fresh: readonly string[], count: number): readonly Pairs[] {
  const [first, ...others] = gone;
  if (count === 0) return [[]];
  if (first === undefined) return [];
  return [
    ...fresh.flatMap((name) =>
      listMatches(
        others,
        fresh.filter((one) => one !== name),
        count - 1,
      ).map((rest): Pairs => [[first, name], ...rest]),
    ),
    ...listMatches(others, fresh, count),
  ];
}

function renameIn(state: PopulationState, dimension: string, renamed: ReadonlyMap<string, string>): PopulationState {
  const rename = (sets: CategorySets): CategorySets =>
    Object.fromEntries(
      Object.entries(sets).map(([name, categories]) => [
        name,
        foldName(name) === dimension ? categories.map((one) => renamed.get(foldName(one)) ?? one) : categories,
      ]),
    );
  const entries = state.entries.map((entry) => ({
    ...entry,
    figures: entry.figures.map((figure) => ({ ...figure, sets: rename(figure.sets) })),
    ...('dimensions' in entry && { dimensions: rename(entry.dimensions) }),
  }));
  return { ...state, entries };
}
