import type { DeadlineRule, DeadlineState, Pack } from '../pack.ts';
import { numberOfDay } from '../term/day-number.ts';
import type { Entry } from './order-facts.ts';
import { factsAfter, matches, textField, type View } from './view.ts';

export interface Decision {
  readonly kind: 'met' | 'superseded';
  readonly index: number;
  readonly on: string;
}

interface Deciding {
  readonly triggerIndex: number;
  readonly due: string;
  /** Only facts after this day meet it: the previous date of a duty that comes back. */
  readonly after: number | null;
}

/** The first fact after the trigger that meets or supersedes a date, in time; null where there is none. */
export function decide(
  view: View,
  pack: Pack,
  rule: DeadlineRule,
  { triggerIndex, due, after }: Deciding,
): Decision | null {
  for (const entry of factsAfter(view, triggerIndex)) {
    if (!inTime(rule, entry, due)) continue;
    if (matches(entry, rule.met) && (after === null || entry.day > after))
      return { kind: 'met', index: entry.place, on: entry.fact.on };
    if (matches(entry, rule.superseded) || matches(entry, pack.supersedeAll))
      return { kind: 'superseded', index: entry.place, on: entry.fact.on };
  }
  return null;
}

function inTime(rule: DeadlineRule, entry: Entry, due: string): boolean {
  const day = due.slice(0, 10);
  if (due.length > 10 && entry.fact.on === day && entry.fact.at !== undefined)
    return entry.fact.at <= due.slice(11, 16);
  if (entry.fact.on <= day) return true;
  if (rule.post === undefined) return false;
  const posted = textField(entry, [rule.post.field]);
  return posted !== null && posted <= day && entry.day <= numberOfDay(day) + rule.post.days;
}

export interface Standing {
  readonly state: DeadlineState;
  readonly metOn: string | null;
  readonly decidedBy: number | null;
}

/** The state on the day asked, from the due date and the fact that decided. */
export function stateOf(view: View, rule: DeadlineRule, due: string, decision: Decision | null): Standing {
  if (rule.sense === 'from') {
    if (decision?.kind === 'superseded') return { state: 'superseded', metOn: null, decidedBy: decision.index };
    return view.dayText >= due
      ? { state: 'met', metOn: due, decidedBy: null }
      : { state: 'running', metOn: null, decidedBy: null };
  }
  if (decision !== null)
    return { state: decision.kind, metOn: decision.kind === 'met' ? decision.on : null, decidedBy: decision.index };
  return { state: view.dayText <= due.slice(0, 10) ? 'running' : 'missed', metOn: null, decidedBy: null };
}
