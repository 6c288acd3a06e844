import { lowestFloor, type Range } from './count-rule.ts';
import type { Target } from './release.ts';

/** What is said of a release, of one of its targets, and of what insiders learn. */
export type Verdict = 'pass' | 'warn' | 'block';

/** How small a group may be, and how many values must remain possible for one that is smaller. */
export interface Floor {
  readonly k: number;
  readonly values: number;
}

/** The floor that holds when nothing else is said (diplomacy, 3.4). */
export const usualFloor: Floor = { k: lowestFloor, values: 5 };

/**
 * A target is blocked when a stranger can prove that it is smaller than the floor and knows it nearly exactly; it is warned of when he can
 * prove that it is smaller and that somebody is in it.
 */
export function judgeRange({ low, high }: Range, { k, values }: Floor): Verdict {
  if (high === null || high >= k) return 'pass';
  if (high - low + 1 < values) return 'block';
  return low >= 1 ? 'warn' : 'pass';
}

/** The same of a target: of several hidden groups together only what would be blocked. */
export function judgeTarget(range: Range, { isHeldNarrow }: Pick<Target, 'isHeldNarrow'>, floor: Floor): Verdict {
  const verdict = judgeRange(range, floor);
  return isHeldNarrow && verdict === 'warn' ? 'pass' : verdict;
}

/** Of a group inside a larger one: how many of the larger may be outside of it. Two who pool what they know count themselves out. */
export function judgeInsiders(larger: Range, outside: number | null): Verdict {
  if (larger.low < 1 || outside === null || outside > coalition) return 'pass';
  return outside === 0 ? 'block' : 'warn';
}

/** So many people may put together what they know of themselves. */
export const coalition = 2;

const order: readonly Verdict[] = ['pass', 'warn', 'block'];

/** The worst of several verdicts; `pass` of none. */
export function worstOf(verdicts: Iterable<Verdict>): Verdict {
  let worst = 0;
  for (const verdict of verdicts) worst = Math.max(worst, order.indexOf(verdict));
  return order[worst] ?? 'pass';
}
