import { exhaustive } from '#platform/base';
import type { Condition, FactPattern, GuardRule } from '../pack.ts';
import type { GuardAnswer } from '../answer.ts';
import { dayText, numberOfDay } from '../term/day-number.ts';
import type { Entry } from './order-facts.ts';
import {
  factsAfter,
  lastIndex,
  latestOf,
  latestPermit,
  matches,
  textField,
  type PackIndex,
  type Permit,
  type View,
} from './view.ts';

/** What a condition is asked about: the pack it stands in, and the fact or permit that brought it up. */
export interface Asking {
  readonly index: PackIndex;
  readonly trigger?: Entry | undefined;
  readonly triggerIndex?: number;
}

/** Whether a condition of the closed language holds in a view. */
export function holds(view: View, condition: Condition, asking: Asking): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(view, part, asking));
  if ('any' in condition) return condition.any.some((part) => holds(view, part, asking));
  if ('not' in condition) return !holds(view, condition.not, asking);
  if ('fact' in condition) return happened(view, condition);
  if ('trigger' in condition) return asking.trigger !== undefined && matches(asking.trigger, condition.trigger);
  if ('triggerFrom' in condition)
    return asking.trigger !== undefined && asking.trigger.fact.on >= condition.triggerFrom;
  if ('askedFrom' in condition) return view.dayText >= condition.askedFrom;
  if ('parameter' in condition) return view.parameters[condition.parameter] === condition.is;
  if ('track' in condition) return standsIn(view, condition);
  if ('permit' in condition) return hasPermit(view, ({ kind }) => condition.permit.includes(kind));
  if ('permitIs' in condition) return permitIs(view, condition.permitIs);
  if ('within' in condition) return view.day <= (view.permitTermEnd(view, asking.index, condition.within) ?? -Infinity);
  if ('deadline' in condition) return deadlineStands(view, condition, asking);
  if ('meets' in condition) return meets(view, condition.meets, asking);
  if ('missedBefore' in condition) return missedBefore(view, condition.missedBefore, asking);
  if ('held' in condition) return condition.held.some((document) => isHeld(view, asking.index, document));
  if ('routeOpen' in condition) return routeOpen(view, asking) === condition.routeOpen;
  if ('guard' in condition) return guardMet(view, condition.guard, asking);
  if ('late' in condition) return wasLate(view, condition.late);
  if ('backdated' in condition) return isBackdated(condition.backdated, asking);
  if ('without' in condition) return without(view, condition);
  return exhaustive(condition);
}

/** Whether the first fact of a kind came, and none of the others before it. */
function without(view: View, condition: Extract<Condition, { without: readonly FactPattern[] }>): boolean {
  const first = factsAfter(view, -1).find((entry) => matches(entry, condition.beforeFirst));
  return first !== undefined && lastIndex(view, condition.without, first.place) < 0;
}

function guardMet(view: View, id: string, asking: Asking): boolean {
  const guard = asking.index.guards.get(id);
  return guard !== undefined && guardState(view, guard, asking)?.state === 'met';
}

/** Whether the last such fact came on or after the last day of the permit one then had. */
function wasLate(view: View, patterns: readonly FactPattern[]): boolean {
  const late = factsAfter(view, -1).findLast((entry) => matches(entry, patterns));
  if (late === undefined) return false;
  return hasPermit({ ...view, count: late.place }, ({ until }) => late.day >= until);
}

function isBackdated(field: string, { trigger }: Asking): boolean {
  if (trigger === undefined) return false;
  const day = textField(trigger, [field]);
  return day !== null && day < trigger.fact.on;
}

function happened(view: View, { fact, from, unlessLater, atLeast }: Extract<Condition, { fact: object }>): boolean {
  const found = factsAfter(view, -1).filter((entry) => matches(entry, fact));
  const last = found.at(-1);
  return (
    last !== undefined &&
    (from === undefined || last.fact.on >= from) &&
    (unlessLater === undefined || lastIndex(view, unlessLater) <= last.place) &&
    (atLeast === undefined || found.length >= atLeast)
  );
}

function standsIn(view: View, condition: Extract<Condition, { track: string }>): boolean {
  const now = view.stage(condition.track);
  if (now === undefined || !condition.stage.includes(now.stage)) return false;
  return condition.outcome === undefined || (now.outcome !== undefined && condition.outcome.includes(now.outcome));
}

function hasPermit(view: View, is: (permit: Permit) => boolean): boolean {
  const permit = latestPermit(view);
  return permit !== null && is(permit);
}

function permitIs(view: View, state: 'before-last-day' | 'not-ended' | 'ended'): boolean {
  return hasPermit(view, ({ until }) => {
    switch (state) {
      case 'before-last-day':
        return view.day < until;
      case 'not-ended':
        return view.day <= until;
      case 'ended':
        return view.day > until;
    }
  });
}

function deadlineStands(
  view: View,
  condition: Extract<Condition, { deadline: readonly string[] }>,
  { index }: Asking,
): boolean {
  const { of } = condition;
  const found = condition.deadline
    .flatMap((ref) => view.datedRules(view, index, ref))
    .filter(({ trigger }) => of === undefined || matches(trigger, of));
  const latest = latestOf(found);
  const asked = condition.latest === true ? found.filter((dated) => dated === latest) : found;
  return asked.some(({ state }) => condition.state.includes(state));
}

function meets(view: View, refs: readonly string[], { index, triggerIndex }: Asking): boolean {
  return refs.some((ref) =>
    view.datedRules(view, index, ref).some((dated) => dated.state === 'met' && dated.decidedBy === triggerIndex),
  );
}

function missedBefore(view: View, refs: readonly string[], { index, trigger }: Asking): boolean {
  if (trigger === undefined) return false;
  return refs.some((ref) =>
    view.datedRules(view, index, ref).some(({ state, due }) => state === 'missed' && numberOfDay(due) < trigger.day),
  );
}

/** Whether a document is held on the day: told as held and not run out, or brought by another fact. */
export function isHeld(view: View, { pack }: PackIndex, document: string): boolean {
  const told = pack.documentHeld === undefined ? [] : [{ ...pack.documentHeld, where: { document: [document] } }];
  const brought = [...told, ...(pack.alsoHeldBy[document] ?? [])];
  return factsAfter(view, -1).some((entry) => {
    if (!matches(entry, brought)) return false;
    const until = textField(entry, ['until']);
    return until === null || numberOfDay(until) >= view.day;
  });
}

/** The state of a guard; null where the guard does not apply. */
export function guardState(view: View, guard: GuardRule, asking: Asking): GuardAnswer | null {
  const id = guard.name ?? guard.id;
  if ('dueOn' in guard) return dueOn(view, guard, asking);
  if (guard.onlyIf !== undefined && !holds(view, guard.onlyIf, asking)) return null;
  if ('toShow' in guard) return { id, state: 'to-show' };
  return { id, state: holds(view, guard.met, asking) ? 'met' : 'unmet' };
}

function dueOn(view: View, guard: Extract<GuardRule, { dueOn: string }>, { index }: Asking): GuardAnswer {
  const id = guard.name ?? guard.id;
  const dated = latestOf(view.datedRules(view, index, guard.dueOn));
  if (guard.onDayOf === undefined && dated?.state === 'running') return { id, state: 'due-on', on: dated.due };
  const by = guard.onDayOf === undefined ? view.dayText : (view.entries[lastIndex(view, guard.onDayOf)]?.fact.on ?? '');
  return { id, state: dated?.state === 'met' && dated.due <= by ? 'met' : 'unmet' };
}

/** The guards of a step, those that do not apply left out. */
export function guardStates(view: View, ids: readonly string[], asking: Asking): readonly GuardAnswer[] {
  return ids.flatMap((id) => {
    const guard = asking.index.guards.get(id);
    const state = guard === undefined ? null : guardState(view, guard, asking);
    return state === null ? [] : [state];
  });
}

/** Whether nothing stands in the way of a step: every guard is met, or for evidence to show. */
export function isOpen(guards: readonly GuardAnswer[]): boolean {
  return guards.every(({ state }) => state === 'met' || state === 'to-show');
}

/** The routes that are open for the permit one has, or had. */
export function openRoutes(view: View, index: PackIndex): readonly string[] {
  return index.pack.next.flatMap((rule) => {
    if (rule.route === undefined) return [];
    if (rule.when !== undefined && !holds(view, rule.when, { index })) return [];
    return isOpen(guardStates(view, rule.guards, { index })) ? [rule.route] : [];
  });
}

function routeOpen(view: View, { index, trigger }: Asking): boolean {
  const named = trigger?.fields['route'];
  const open = openRoutes(view, index);
  return typeof named === 'string' ? open.includes(named) : open.length > 0;
}

/** The last day of the newest permit, or the day after it. */
export function permitDay(view: View, which: 'last' | 'after-last'): string | null {
  const permit = latestPermit(view);
  return permit === null ? null : dayText(which === 'last' ? permit.until : permit.until + 1);
}
