import { lnGamma } from './ln-gamma.ts';
import { halfChi95 } from './normal-two-sided.ts';
import { designOf, fitModel } from './fit-model.ts';
import { countSeen, type ListTable, type Pair } from './list-table.ts';

/** The largest number of unseen people that is looked at, as a multiple of those seen. */
const farthest = 1e7;
/** More people than ever lived. Of much larger numbers a machine tells no thousandths apart, and no search for them would end. */
const most = 1e12;

/**
 * The 95 % interval of the whole number of people by profile likelihood (Cormack, 1992): with so many unseen people, how likely are the
 * counts at best? The range in which that stays within half the χ² point of its top. The upper end is null where it never leaves it.
 */
export function profileInterval(
  table: ListTable,
  pairs: readonly Pair[],
  dark: number,
): readonly [number, number | null] {
  const seen = countSeen(table);
  const at = (unseen: number): number => {
    const design = designOf(table, pairs, unseen);
    const { means } = fitModel(design);
    const all = seen + unseen;
    const sum = design.counts.reduce((total, count, i) => total + (count > 0 ? count * Math.log(means[i] ?? 0) : 0), 0);
    return lnGamma(all + 1) - lnGamma(unseen + 1) - all * Math.log(all) + sum;
  };
  const top = findTop(at, dark);
  const bound = at(top) - halfChi95;
  const low = at(0) >= bound ? 0 : bisect((unseen) => at(unseen) >= bound, 0, top);
  const end = Math.min(most, Math.max(seen, top) * farthest);
  let out = Math.max(1, top);
  while (at(out) >= bound && out < end) out *= 2;
  return [seen + low, out >= end ? null : seen + bisect((unseen) => at(unseen) < bound, top, out)];
}

/** Golden section from nobody to twice a first guess, widened as long as the top lies at the end. */
function findTop(at: (unseen: number) => number, guess: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0, Math.min(most, Math.max(2, guess * 2))];
  while (high < most && at(high) > at(high / 2)) high *= 2;
  let [a, b] = [high - ratio * high, ratio * high];
  let [atA, atB] = [at(a), at(b)];
  while (high - low > 1e-6 * (1 + high)) {
    if (atA >= atB) {
      high = b;
      [b, atB] = [a, atA];
      a = high - ratio * (high - low);
      atA = at(a);
    } else {
      low = a;
      [a, atA] = [b, atB];
      b = low + ratio * (high - low);
      atB = at(b);
    }
  }
  return (low + high) / 2;
}

/** Where a condition that is false at the first and true at the second begins to hold, to a thousandth. */
function bisect(holds: (value: number) => boolean, from: number, to: number): number {
  let [no, yes] = [from, to];
  while (Math.abs(yes - no) > 1e-3) {
    const middle = (no + yes) / 2;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
