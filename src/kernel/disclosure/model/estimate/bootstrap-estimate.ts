import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { ok, type Result } from '#platform/base';
import type { DisclosureRefusal } from '../disclosure-refusal.ts';
import type { Solver } from '../program.ts';
import { askExistence, type ExistenceAsked } from './ask-existence.ts';
import { choosePairs, fitPairs, type Choice } from './choose-model.ts';
import { countSeen, type ListTable } from './list-table.ts';

/** How a table is drawn again and again. */
export interface Drawing {
  /** How many tables are drawn, at least one; a thousand when nothing else is said (diplomacy, 4). */
  readonly draws: number;
  /** A whole number of 32 bits; the same seed draws the same tables everywhere. */
  readonly seed: number;
}

/** What many tables say that might as well have been seen. */
export interface Bootstrap extends Drawing {
  /** Tables whose model has no estimate; they stand in no interval. */
  readonly without: number;
  /** From the 2.5th to the 97.5th of a hundred, interpolated; null where no table has an estimate. */
  readonly interval: readonly [number, number] | null;
}

/**
 * The 95 % interval that tells of the choice of model too: as many people as were seen are drawn from the combinations as they were seen, and
 * each table that comes out goes through the same choice of model and the same question whether an estimate exists (Silverman, Chan and
 * Vincent, https://doi.org/10.1007/s11222-023-10346-9, with plain percentiles). `onDrawn` hears how many tables are done.
 */
export function bootstrapEstimate(
  solver: Solver,
  table: ListTable,
  choice: Choice,
  { draws, seed }: Drawing,
  onDrawn: (done: number) => void = () => undefined,
): Result<Bootstrap, DisclosureRefusal> {
  const existenceOf = askExistence(solver);
  const draw = drawTables(table, seed);
  const found: number[] = [];
  for (let done = 1; done <= draws; done += 1) {
    const one = estimateOf(existenceOf, draw(), choice);
    if (!one.ok) return one;
    if (one.value !== null) found.push(one.value);
    onDrawn(done);
  }
  const sorted = found.toSorted((low, high) => low - high);
  return ok({
    ...{ draws, seed, without: draws - found.length },
    interval: sorted.length === 0 ? null : [percentileOf(sorted, 0.025), percentileOf(sorted, 0.975)],
  });
}

/** All people by one table; null where its model has no estimate. */
function estimateOf(
  existenceOf: ExistenceAsked,
  table: ListTable,
  choice: Choice,
): Result<number | null, DisclosureRefusal> {
  const pairs = choosePairs(existenceOf, table, choice);
  if (!pairs.ok) return pairs;
  const existence = existenceOf(table, pairs.value);
  if (!existence.ok) return existence;
  if (existence.value !== 0) return ok(null);
  return ok(countSeen(table) + Math.exp(fitPairs(table, pairs.value).fit.coefficients[0] ?? 0));
}

/** Draws one table after the other. */
function drawTables(table: ListTable, seed: number): () => ListTable {
  const source = xoroshiro128plus(seed);
  const seen = countSeen(table);
  let total = 0;
  const upTo = table.counts.map((count) => (total += count));
  return () => {
    const counts = table.counts.map(() => 0);
    for (let person = 0; person < seen; person += 1) {
      const combination = firstAbove(upTo, uniformFloat64(source) * seen);
      counts[combination] = (counts[combination] ?? 0) + 1;
    }
    return { lists: table.lists, counts };
  };
}

/** The place of the first sum above a value; sums only rise. */
function firstAbove(sums: readonly number[], value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sums[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The value below which so large a share lies, between two neighbours in proportion. */
function percentileOf(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const [low = 0, high = low] = [sorted[below], sorted[below + 1]];
  return low + (place - below) * (high - low);
}
