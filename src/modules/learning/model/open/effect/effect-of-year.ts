import { releaseSteps, type Counts } from '../count/release-steps.ts';
import { sumSteps } from '../count/sum-steps.ts';
import { effectOfPairs, fewestPairs, type Effect, type StoryPair } from './effect-of-pairs.ts';

/** What was kept of one learner in a course; months of the year that is told of, 1 to 12, or null where it was in another year. */
export interface KeptStories {
  readonly beforeMonth: number | null;
  /** Null where nothing was judged afterwards. */
  readonly afterMonth: number | null;
  readonly pair: StoryPair | null;
}

/** What may be told of a course in a year. */
export interface EffectOfYear {
  /** The last closed month that is in it; 0 while nothing may be told. */
  readonly until: number;
  readonly effect: Effect | null;
  /** Who judged the stories before and not (yet) after; null where it follows later, since it would be fewer than ten. */
  readonly droppedOut: number | null;
}

/**
 * Closed months in their order, put together as figures are (`releaseSteps`): the group grows by at least ten pairs at a time, so whoever
 * keeps every page and subtracts meets nobody alone. What is told of some months does not depend on later ones.
 */
export function effectOfYear(kept: readonly KeptStories[], closed: number, least: number = fewestPairs): EffectOfYear {
  const months = Array.from({ length: closed }, (_, at): Counts => {
    const pairs = kept.filter(({ pair, afterMonth }) => pair !== null && afterMonth === at + 1).length;
    const began = kept.filter(({ beforeMonth }) => beforeMonth === at + 1).length;
    return { people: pairs, completions: pairs, certificates: 0, began };
  });
  const { steps } = releaseSteps(months, least);
  const { until } = sumSteps(steps, 'people');
  const told = kept.filter(({ afterMonth }) => afterMonth !== null && afterMonth <= until);
  const effect = effectOfPairs(
    told.flatMap(({ pair }) => (pair === null ? [] : [pair])),
    least,
  );
  const [began, pairs] = [sumSteps(steps, 'began'), sumSteps(steps, 'people')];
  const isTold = effect !== null && began.until === until;
  return {
    until: effect === null ? 0 : until,
    effect,
    droppedOut: isTold ? Math.max(0, began.number - pairs.number) : null,
  };
}
