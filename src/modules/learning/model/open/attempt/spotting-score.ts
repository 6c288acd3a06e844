import type { SpottingItem } from '../release/released-block.ts';

/** What came of marking signals, in four numbers, and how much better than marking blindly it is. */
export interface SpottingScore {
  readonly hits: number;
  readonly misses: number;
  readonly falseAlarms: number;
  readonly rightlyLeft: number;
  /** Share of the signals that were found less the share of the others that were marked; from 0 to 1. */
  readonly score: number;
}

/** Whether an item deserves attention by itself; a weak signal alone does not. */
export function isSignal({ signal }: Pick<SpottingItem, 'signal'>): boolean {
  return signal === 'strong' || signal === 'medium';
}

/** Who marks everything, or nothing, scores zero (learning design, 2.3). */
export function spottingScore(items: readonly SpottingItem[], marked: readonly string[]): SpottingScore {
  const count = (signal: boolean, mark: boolean): number =>
    items.filter((item) => isSignal(item) === signal && marked.some((one) => one === item.id) === mark).length;
  const [hits, misses, falseAlarms, rightlyLeft] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  const share = (part: number, rest: number): number => (part + rest === 0 ? 0 : part / (part + rest));
  return {
    hits,
    misses,
    falseAlarms,
    rightlyLeft,
    score: Math.max(0, share(hits, misses) - share(falseAlarms, rightlyLeft)),
  };
}
