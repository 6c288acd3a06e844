import type { Parameters, TermResult } from '../answer.ts';
import type { Confidence, DeadlineRule, DeadlineState, FactPattern, GuardRule, Pack } from '../pack.ts';
import type { Entry } from './order-facts.ts';

/** A stay that was granted, from a first to a last day, cut short where it was withdrawn. */
export interface Permit {
  /** The granting fact, and its place in the order. */
  readonly granted: Entry;
  readonly index: number;
  readonly kind: string;
  readonly from: number;
  readonly until: number;
  withdrawnOn: number | null;
  /** Place of the withdrawing fact in the order. */
  withdrawnIndex: number | null;
}

export interface StageNow {
  readonly stage: string;
  readonly outcome: string | undefined;
}

export interface Span {
  readonly stage: string;
  readonly outcome: string | undefined;
  readonly since: number | null;
}

/** A dated rule at a day, before it is told. */
export interface DatedRule {
  readonly rule: DeadlineRule;
  readonly trigger: Entry;
  readonly triggerIndex: number;
  readonly permit: Permit | null;
  readonly suffix: string;
  readonly due: string;
  readonly state: DeadlineState;
  readonly metOn: string | null;
  readonly decidedBy: number | null;
  readonly reckoned: Reckoned;
  readonly confidence: Confidence;
}

/** The counted date, with what is needed to tell why. */
export interface Reckoned {
  readonly due: string;
  readonly nominalDue: string;
  readonly term: TermResult;
  readonly printed: boolean;
}

export interface PackIndex {
  readonly pack: Pack;
  readonly deadlines: ReadonlyMap<string, readonly DeadlineRule[]>;
  readonly guards: ReadonlyMap<string, GuardRule>;
}

/** What is known up to a place in the order, on a day. Conditions, guards and deadlines are asked of it. */
export interface View {
  readonly packs: readonly PackIndex[];
  readonly parameters: Parameters;
  readonly entries: readonly Entry[];
  /** How many entries, in order, are known. */
  readonly count: number;
  readonly permits: readonly Permit[];
  /** Language of the sentences. */
  readonly language: string;
  /** The day, as a number and as text. */
  readonly day: number;
  readonly dayText: string;
  stage(track: string): StageNow | undefined;
  spans(track: string): readonly Span[];
  /** Every date that the rules of a ref give in a view; passed in, since conditions and dates ask each other. */
  readonly datedRules: (view: View, index: PackIndex, ref: string) => readonly DatedRule[];
  /** The day until which a rule counted from the newest permit allows something. */
  readonly permitTermEnd: (view: View, index: PackIndex, ref: string) => number | null;
  /** Kept answers of this view, by pack and ref. */
  readonly dated: Map<string, readonly DatedRule[]>;
}

/** Whether a fact is of one of these kinds. */
export function matches(entry: Entry, patterns: readonly FactPattern[]): boolean {
  for (const pattern of patterns) if (pattern.name === entry.name && fits(entry, pattern)) return true;
  return false;
}

function fits(entry: Entry, pattern: FactPattern): boolean {
  if (pattern.permit !== undefined && !(entry.permitKind !== undefined && pattern.permit.includes(entry.permitKind)))
    return false;
  if (pattern.where === undefined) return true;
  for (const [field, values] of Object.entries(pattern.where)) {
    const value = entry.fields[field];
    if (value === undefined || !values.includes(value)) return false;
  }
  return true;
}

/** The known facts after a place in the order. */
export function factsAfter(view: View, place: number, until = view.count): readonly Entry[] {
  return view.entries.slice(place + 1, until);
}

/** The first of these fields that a fact has as text. */
export function textField(entry: Entry, names: readonly string[]): string | null {
  for (const name of names) {
    const value = entry.fields[name];
    if (typeof value === 'string') return value;
  }
  return null;
}

/** The place of the last known fact of these kinds, before a place; -1 where there is none. */
export function lastIndex(view: View, patterns: readonly FactPattern[], before = view.count): number {
  for (let index = before - 1; index >= 0; index -= 1) {
    const entry = view.entries[index];
    if (entry !== undefined && matches(entry, patterns)) return index;
  }
  return -1;
}

/** Of several dates the one with the latest trigger. */
export function latestOf(dates: readonly DatedRule[]): DatedRule | undefined {
  return dates.toSorted((left, right) => left.triggerIndex - right.triggerIndex).at(-1);
}

/** The rules of a ref; none where the pack has no such ref. */
export function rulesOf(index: PackIndex, ref: string): readonly DeadlineRule[] {
  return index.deadlines.get(ref) ?? [];
}

/** The newest permit known to the view. */
export function latestPermit(view: View): Permit | null {
  return view.permits.findLast(({ index }) => index < view.count) ?? null;
}
