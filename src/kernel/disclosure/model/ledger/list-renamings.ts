import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import { foldName } from './fold-name.ts';
import type { CategorySets, Counted } from './ledger-entry.ts';
import type { PopulationState } from './population-states.ts';

/** At most so many ways to read one change of a list are attacked, beside the one as it is written. */
const mostReadings = 12;

/**
 * What a stranger may take the words of a population for, first for what they say. Where a correction lists other categories than before, some that are
 * gone may be the same as some that are new, all that are gone as the new one, or the one that is gone as all new ones: a word that was
 * misspelt must not part what is known of one group. Of many changes each is read in its ways by itself, and all together in one. Refuses
 * (`dimensions-differ`, with the later entry) a change that may be read in too many ways.
 */
export function listRenamings(
  states: readonly PopulationState[],
): Result<readonly (readonly PopulationState[])[], DisclosureRefusal> {
  const changes = listChanges(states);
  const ways = changes.map(listWays);
  const odd = ways.findIndex((one) => one === null);
  if (odd >= 0) return refuseDisclosure('dimensions-differ', changes[odd]?.by);
  const known = ways.map((one) => one ?? []);
  const product = known.reduce((sum, { length }) => sum * (length + 1), 1);
  const readings =
    product <= mostReadings + 1
      ? known.reduce<readonly (readonly Renaming[])[]>(
          (all, one) => all.flatMap((renamings) => [renamings, ...one.map((more) => [...renamings, more])]),
          [[]],
        )
      : [[], ...known.flatMap((one) => one.map((renaming) => [renaming])), known.flatMap((one) => one.slice(0, 1))];
  return ok(
    readings.map((renamings) => renamings.reduce(renameAll, states)).filter((reading) => !reading.some(hasTwins)),
  );
}

/** A dimension that a state lists by other categories than it was listed before. */
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
        const before = known.get(dimension);
        known.set(dimension, categories);
        if (before === undefined) return [];
        const [old, now] = [before, categories].map((words) => new Set(words.map(foldName)));
        const gone = before.filter((category) => !now?.has(foldName(category)));
        const fresh = categories.filter((category) => !old?.has(foldName(category)));
        return gone.length > 0 && fresh.length > 0 ? [{ at, dimension, gone, fresh, by: entry.id }] : [];
      }),
    ),
  );
}

/** What words stand for, by folded name: before a change the ones that are gone, since then the ones that are new. */
interface Renaming {
  readonly at: number;
  readonly dimension: string;
  readonly earlier: ReadonlyMap<string, readonly string[]>;
  readonly later: ReadonlyMap<string, readonly string[]>;
}

/** Those that pair most words first; null for too many. */
function listWays({ at, dimension, gone, fresh }: Change): readonly Renaming[] | null {
  const most = Math.min(gone.length, fresh.length);
  const none: Renaming['later'] = new Map();
  // Of three and three words there are more than thirty ways.
  if (most > 3 || gone.length * fresh.length > mostReadings) return null;
  const matches = Array.from({ length: most }, (_, fewer) => listMatches(gone, fresh, most - fewer)).flat();
  const ways = matches.map((pairs): Renaming => {
    const earlier = new Map(pairs.map(([from, to]) => [foldName(from), [to]]));
    return { at, dimension, earlier, later: none };
  });
  const [one, only] = [gone[0], fresh[0]];
  if (gone.length > 1 && fresh.length === 1 && only !== undefined)
    ways.push({ at, dimension, earlier: none, later: new Map([[foldName(only), gone]]) });
  if (gone.length === 1 && fresh.length > 1 && one !== undefined)
    ways.push({ at, dimension, earlier: new Map([[foldName(one), fresh]]), later: none });
  return ways.length > mostReadings ? null : ways;
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

function renameAll(states: readonly PopulationState[], renaming: Renaming): readonly PopulationState[] {
  return states.map((state, place) => renameIn(state, renaming, place < renaming.at ? 'earlier' : 'later'));
}

function renameIn(state: PopulationState, renaming: Renaming, when: 'earlier' | 'later'): PopulationState {
  const words = renaming[when];
  if (words.size === 0) return state;
  const rename = (sets: CategorySets): CategorySets =>
    Object.fromEntries(
      Object.entries(sets).map(([name, categories]) => [
        name,
        foldName(name) === renaming.dimension
          ? categories.flatMap((one) => words.get(foldName(one)) ?? [one])
          : categories,
      ]),
    );
  const entries = state.entries.map((entry) => ({
    ...entry,
    figures: entry.figures.map((figure) => ({ ...figure, sets: rename(figure.sets) })),
    ...('dimensions' in entry && { dimensions: rename(entry.dimensions) }),
  }));
  return { ...state, entries };
}

/** Two categories of one list are never the same. */
function hasTwins({ entries }: PopulationState): boolean {
  return entries.some(
    (entry) =>
      'dimensions' in entry &&
      Object.values(entry.dimensions).some((listed) => new Set(listed.map(foldName)).size < listed.length),
  );
}
