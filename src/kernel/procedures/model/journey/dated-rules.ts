import { lowest } from '../lowest.ts';
import type { DeadlineRule, FactPattern } from '../pack.ts';
import { dayText, numberOfDay } from '../term/day-number.ts';
import { addMonths, periodOf } from '../term/period.ts';
import { holds, type Asking } from './holds.ts';
import { decide, stateOf, type Decision } from './decide.ts';
import type { Entry } from './order-facts.ts';
import { reckon } from './reckon.ts';
import { runsOf, stateOfRun, type Run } from './runs.ts';
import {
  factsAfter,
  latestOf,
  latestPermit,
  matches,
  rulesOf,
  textField,
  type DatedRule,
  type PackIndex,
  type Permit,
  type View,
} from './view.ts';

/** Every date that the rules of a ref give in this view. */
export function datedRules(view: View, index: PackIndex, ref: string): readonly DatedRule[] {
  const key = `${index.pack.id} ${ref}`;
  const kept = view.dated.get(key);
  if (kept !== undefined) return kept;
  const found = rulesOf(index, ref).flatMap((rule) => datesOf(view, index, rule));
  view.dated.set(key, found);
  return found;
}

/** The day until which a rule that is counted from the newest permit allows something; null without such a permit. */
export function permitTermEnd(view: View, index: PackIndex, ref: string): number | null {
  const permit = latestPermit(view);
  if (permit === null) return null;
  const [end] = rulesOf(index, ref).flatMap((rule) => {
    const { trigger, from, terms } = rule;
    if (!('permit' in trigger && 'permit' in from && trigger.permit.includes(permit.kind))) return [];
    const counted = {
      rule,
      triggerIndex: permit.index,
      from: dayOfPermit(permit, from.permit),
      language: view.language,
    };
    return terms.map(({ term: period }) => reckon(view, index, { ...counted, period }, undefined).due);
  });
  return end === undefined ? null : numberOfDay(end);
}

interface Occasion {
  readonly trigger: Entry;
  readonly triggerIndex: number;
  readonly permit: Permit | null;
  readonly run: Run | null;
}

function occasions(view: View, { trigger }: DeadlineRule): readonly Occasion[] {
  if ('permit' in trigger) {
    const permits = view.permits.filter(({ index, kind }) => index < view.count && trigger.permit.includes(kind));
    return permits.map((permit) => ofPermit(permit, null));
  }
  if ('run' in trigger) return runsOf(view, trigger.run).map((run) => ofPermit(run.first, run));
  const found = factsAfter(view, -1)
    .filter((entry) => matches(entry, trigger.fact))
    .map((entry): Occasion => ({ trigger: entry, triggerIndex: entry.place, permit: null, run: null }));
  return trigger.first === true ? found.slice(0, 1) : found;
}

function ofPermit(permit: Permit, run: Run | null): Occasion {
  return { trigger: permit.granted, triggerIndex: permit.index, permit, run };
}

function datesOf(view: View, index: PackIndex, rule: DeadlineRule): readonly DatedRule[] {
  const found: DatedRule[] = [];
  for (const at of occasions(view, rule)) {
    const { on } = at.trigger.fact;
    if (on < (rule.validFrom ?? on) || on > (rule.validUntil ?? on)) continue;
    const asking: Asking = { index, trigger: at.trigger, triggerIndex: at.triggerIndex };
    if (rule.when !== undefined && !holds(viewAt(view, at), rule.when, asking)) continue;
    const from = fromOf(view, index, rule, at);
    const choice = rule.terms.find(({ when }) => when === undefined || holds(viewAt(view, at), when, asking));
    if (from === null || choice === undefined) continue;
    if (rule.onlyIfMissed !== undefined && sameTrigger(view, index, rule.onlyIfMissed, at)?.state !== 'missed')
      continue;
    if (rule.repeats === undefined) found.push(dated(view, index, rule, at, { from, period: choice.term, suffix: '' }));
    else found.push(...repeated(view, index, rule, at, { ...rule.repeats, from, period: choice.term }));
  }
  return found;
}

/** The view as it was when the trigger came. */
function viewAt(view: View, at: Occasion): View {
  return { ...view, count: at.triggerIndex, day: at.trigger.day, dayText: at.trigger.fact.on, dated: new Map() };
}

function fromOf(view: View, index: PackIndex, rule: DeadlineRule, at: Occasion): string | null {
  if ('permit' in rule.from) return at.permit === null ? null : dayOfPermit(at.permit, rule.from.permit);
  if ('due' in rule.from) return dueBefore(view, index, rule.from.due, rule.from.of, at);
  if ('fact' in rule.trigger && rule.trigger.timed === true) {
    return at.trigger.fact.at === undefined ? null : `${at.trigger.fact.on}T${at.trigger.fact.at}`;
  }
  return textField(at.trigger, rule.from.field);
}

function dayOfPermit(permit: Permit, which: 'from' | 'until'): string {
  return dayText(which === 'from' ? permit.from : permit.until);
}

/** The `due` of the date that the trigger answers: the last one of a ref triggered before it. */
function dueBefore(view: View, index: PackIndex, ref: string, of: readonly FactPattern[], at: Occasion): string | null {
  const earlier = datedRules(view, index, ref).filter(
    ({ trigger, triggerIndex }) => triggerIndex < at.triggerIndex && matches(trigger, of),
  );
  return latestOf(earlier)?.due ?? null;
}

function sameTrigger(view: View, index: PackIndex, ref: string, at: Occasion): DatedRule | undefined {
  return datedRules(view, index, ref).find(({ triggerIndex }) => triggerIndex === at.triggerIndex);
}

interface Counting {
  readonly from: string;
  readonly period: string;
  readonly suffix: string;
  readonly after?: number;
}

function dated(view: View, index: PackIndex, rule: DeadlineRule, at: Occasion, counting: Counting): DatedRule {
  const { from, period, suffix } = counting;
  const { trigger, triggerIndex, permit } = at;
  const reckoned = reckon(
    view,
    index,
    { rule, triggerIndex, from, period, language: view.language },
    printedOf(rule, at),
  );
  const decision = decide(view, index.pack, rule, { triggerIndex, due: reckoned.due, after: counting.after ?? null });
  const standing = standingOf(view, index, rule, at, reckoned.due, decision);
  return {
    rule,
    trigger,
    triggerIndex,
    permit,
    suffix,
    due: reckoned.due,
    reckoned,
    state: standing.state,
    metOn: standing.metOn,
    decidedBy: standing.decidedBy,
    confidence: confidenceOf(view, index, rule, at, reckoned.term.confidence),
  };
}

function printedOf({ printed }: DeadlineRule, { trigger }: Occasion): string | undefined {
  return printed === undefined ? undefined : (textField(trigger, [printed]) ?? undefined);
}

function standingOf(
  view: View,
  index: PackIndex,
  rule: DeadlineRule,
  at: Occasion,
  due: string,
  decision: Decision | null,
): ReturnType<typeof stateOf> {
  if (at.run !== null) return stateOfRun(view, index, rule, at.run, due);
  const own = stateOf(view, rule, due, decision);
  const other = rule.givesWayTo === undefined ? undefined : sameTrigger(view, index, rule.givesWayTo, at);
  if (other?.state === 'met') return { state: 'superseded', metOn: null, decidedBy: other.decidedBy };
  return own.state === 'missed' && other?.state === 'running' ? { ...own, state: 'running' } : own;
}

function confidenceOf(
  view: View,
  index: PackIndex,
  rule: DeadlineRule,
  at: Occasion,
  counted: DatedRule['confidence'],
): DatedRule['confidence'] {
  const asking: Asking = { index, trigger: at.trigger, triggerIndex: at.triggerIndex };
  const special = rule.confidences?.find(({ when }) => holds(viewAt(view, at), when, asking));
  const own = special?.confidence ?? rule.confidence;
  const afterGap = at.run !== null && at.run.afterGap && rule.afterGap !== undefined ? lowest(own, rule.afterGap) : own;
  return lowest(afterGap, counted);
}

interface Repeating {
  readonly track: string;
  readonly stage: string;
  /** The dates that end the period within which it comes back. */
  readonly within: readonly string[];
  readonly from: string;
  readonly period: string;
}

/** A duty that comes back each period while a stage lasts, for each period begun before the stage was left. */
function repeated(
  view: View,
  index: PackIndex,
  rule: DeadlineRule,
  at: Occasion,
  { track, stage, within, from, period }: Repeating,
): readonly DatedRule[] {
  const [end] = within.flatMap((ref) => sameTrigger(view, index, ref, at)?.due ?? []);
  if (end === undefined) return [];
  const { amount } = periodOf(period);
  const spans = view.spans(track);
  const began = spans.findLastIndex((span) => span.stage === stage && span.since === at.trigger.day);
  const left = spans[began + 1]?.since ?? Infinity;
  const found: DatedRule[] = [];
  let previous = at.trigger.day - 1;
  for (let turn = 1; ; turn += 1) {
    const begins = addMonths(numberOfDay(from), (turn - 1) * amount, 'down').day;
    const counting = { from, period: `P${String(turn * amount)}M`, suffix: `:${String(turn)}`, after: previous };
    const one = dated(view, index, rule, at, counting);
    if (begins >= left || one.due > end) return found;
    found.push(one);
    previous = numberOfDay(one.due);
  }
}
