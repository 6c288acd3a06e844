import { normalQuantile, studentQuantile } from './quantiles.ts';
import type { StoryScore } from './score-stories.ts';

/** What one learner judged before and after. Of whom it is stands nowhere. */
export interface StoryPair {
  readonly before: StoryScore;
  readonly after: StoryScore;
}

/** A group at one moment. */
export interface GroupScore {
  /** Shares from 0 to 1. */
  readonly hitRate: number;
  readonly falseAlarmRate: number;
  readonly heavyRate: number;
  /** How well the two kinds of stories are told apart: d'. */
  readonly sensitivity: number;
  /** Mean of each learner's mean certainty, 1 to 3; null where nobody had any. */
  readonly sureRight: number | null;
  readonly sureWrong: number | null;
}

/** A mean difference, after less before, and the interval that covers it with 95 %. */
export interface Difference {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Effect {
  readonly pairs: number;
  readonly before: GroupScore;
  readonly after: GroupScore;
  readonly hits: Difference;
  readonly falseAlarms: Difference;
}

/** Groups that are smaller are not told of (learning design, 3.4). */
export const fewestPairs = 10;

/** What a group learned; null below ten complete pairs. The order of pairs makes no difference. */
export function effectOfPairs(pairs: readonly StoryPair[], least: number = fewestPairs): Effect | null {
  if (pairs.length < Math.max(2, least)) return null;
  const differences = (of: (score: StoryScore) => number): readonly number[] =>
    pairs.map(({ before, after }) => of(after) - of(before));
  return {
    pairs: pairs.length,
    before: scoreGroup(pairs.map(({ before }) => before)),
    after: scoreGroup(pairs.map(({ after }) => after)),
    hits: pairedDifference(differences(({ hits, signals }) => hits / signals)),
    falseAlarms: pairedDifference(differences(({ falseAlarms, others }) => falseAlarms / others)),
  };
}

/**
 * Two-sided 95 % interval of the mean of paired differences by Student's t, mean ± t(0.975, n − 1) · s / √n: NIST/SEMATECH e-Handbook of
 * Statistical Methods, 1.3.5.2 (confidence limits for the mean), of the differences within pairs (7.3.1). It holds for means of ten
 * and more about as well as they are normal; differences of shares of four are steps of a quarter. Cut to what a difference can be.
 */
export function pairedDifference(differences: readonly number[]): Difference {
  const count = differences.length;
  const mean = sumOf(differences) / count;
  const spread = sumOf(differences.map((one) => (one - mean) ** 2)) / (count - 1);
  const half = studentQuantile(0.95, count - 1) * Math.sqrt(spread / count);
  return { mean, low: Math.max(-1, mean - half), high: Math.min(1, mean + half) };
}

/**
 * Sensitivity d' = z(hit rate) − z(false alarm rate) with the log-linear correction, half a case added to each number and one to each
 * total, whatever the rates: M. J. Hautus, Corrections for extreme proportions and their biasing effects on estimated values of d',
 * Behavior Research Methods, Instruments, & Computers 27 (1995) 46-51. Over all judgements of the group together.
 */
export function sensitivityOf(hits: number, signals: number, falseAlarms: number, others: number): number {
  return normalQuantile((hits + 0.5) / (signals + 1)) - normalQuantile((falseAlarms + 0.5) / (others + 1));
}

function scoreGroup(scores: readonly StoryScore[]): GroupScore {
  const sum = (of: (score: StoryScore) => number): number => sumOf(scores.map(of));
  const [hits, signals] = [sum((one) => one.hits), sum((one) => one.signals)];
  const [falseAlarms, others] = [sum((one) => one.falseAlarms), sum((one) => one.others)];
  return {
    hitRate: hits / signals,
    falseAlarmRate: falseAlarms / others,
    heavyRate: sum((one) => one.heavy) / others,
    sensitivity: sensitivityOf(hits, signals, falseAlarms, others),
    sureRight: meanOf(scores.map((one) => one.sureRight)),
    sureWrong: meanOf(scores.map((one) => one.sureWrong)),
  };
}

function meanOf(numbers: readonly (number | null)[]): number | null {
  const there = numbers.filter((one) => one !== null);
  return there.length < fewestPairs ? null : sumOf(there) / there.length;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
