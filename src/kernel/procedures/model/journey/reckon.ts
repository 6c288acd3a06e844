import { expectOk, keepBy, keepFor } from '#platform/base';
import type { TermResult, TermStep } from '../answer.ts';
import type { DeadlineRule, FactPattern } from '../pack.ts';
import { textsOf, say, sayPeriod } from '../say.ts';
import { dayText, numberOfDay } from '../term/day-number.ts';
import { addMonths, periodOf } from '../term/period.ts';
import { term, type Growth, type TermGround } from '../term/term.ts';
import type { Entry } from './order-facts.ts';
import { factsAfter, matches, type PackIndex, type Reckoned, type View } from './view.ts';

/** What a date is counted from, and how. */
export interface Reckoning {
  readonly rule: DeadlineRule;
  readonly triggerIndex: number;
  readonly from: string;
  readonly period: string;
  readonly language: string;
}

/** Counts the date of a rule: the term, what lengthens it, the counting rule, and a printed date that counts instead. */
export function reckon(view: View, index: PackIndex, reckoning: Reckoning, printed: string | undefined): Reckoned {
  const counted = grown(view, index, reckoning);
  const { due, nominalDue } = counted;
  return { due: printed ?? due, nominalDue, term: counted, printed: printed !== undefined };
}

function ground(index: PackIndex, language: string): TermGround {
  return { calendar: index.pack.calendar, texts: textsOf(index.pack, language) };
}

/** A term without anything added; kept, since the same dates are counted again and again. */
const plainTerm = keepFor((index: PackIndex) =>
  keepBy(
    5000,
    ({ rule, from, period, language }: Reckoning) =>
      `${language} ${from} ${period} ${rule.rule} ${rule.count} ${rule.clip}`,
    ({ rule, from, period, language }): TermResult => {
      const asked = { from, period, rule: rule.rule, count: rule.count, clip: rule.clip };
      return expectOk(term(asked, ground(index, language)));
    },
  ),
);

/** What was added to a decision term so far: months, then days of standing still. */
interface Added {
  readonly months: string[];
  readonly days: number[];
}

/**
 * A decision term that was lengthened by months and stood still while papers were awaited. A fact dated
 * after the term had run out adds nothing: what was missed stays missed.
 */
function grown(view: View, index: PackIndex, reckoning: Reckoning): TermResult {
  const { adjourned, lengthened, standsStill } = reckoning.rule;
  if (adjourned !== undefined) return adjourn(view, index, reckoning, adjourned);
  let result = plainTerm(index)(reckoning);
  const until = lengthened?.until ?? standsStill?.until;
  if (until === undefined) return result;
  const added: Added = { months: [], days: [] };
  const facts = window(view, reckoning.triggerIndex, until);
  for (const entry of facts) {
    if (entry.fact.on > result.due) continue;
    const months = lengthened !== undefined && matches(entry, [lengthened.by]) ? entry.fields[lengthened.field] : null;
    if (typeof months === 'string') added.months.push(months);
    if (standsStill !== undefined && matches(entry, [standsStill.by]))
      added.days.push(...standstill(view, index, standsStill, facts, entry.place));
    result = withAdded(index, reckoning, added);
  }
  return result;
}

/** Days from a request for papers to their coming or, if that is earlier or they never came, to the end of the time set. */
function standstill(
  view: View,
  index: PackIndex,
  { deadline, resumed }: NonNullable<DeadlineRule['standsStill']>,
  facts: readonly Entry[],
  place: number,
): readonly number[] {
  return view
    .datedRules(view, index, deadline)
    .filter(({ triggerIndex }) => triggerIndex === place)
    .map(({ trigger, due }) => {
      const came = facts.find((later) => later.place > place && matches(later, resumed))?.day ?? Infinity;
      return Math.max(0, Math.min(numberOfDay(due), came) - trigger.day);
    });
}

function withAdded(index: PackIndex, { rule, from, period, language }: Reckoning, added: Added): TermResult {
  const asked = { from, period, rule: rule.rule, count: rule.count, clip: rule.clip };
  const { texts } = ground(index, language);
  const grow = (counted: number): Growth => {
    let nominal = counted;
    const steps: TermStep[] = [];
    for (const months of added.months) {
      nominal = addMonths(nominal, periodOf(months).amount, 'down').day;
      const date = dayText(nominal);
      const text = say(texts, 'step.lengthened', { period: sayPeriod(texts, months), day: date });
      steps.push({ code: 'lengthened', date, text });
    }
    for (const days of added.days) {
      nominal += days;
      const date = dayText(nominal);
      steps.push({ code: 'standstill', date, text: say(texts, 'step.standstill', { days: String(days), day: date }) });
    }
    return { nominal, steps, unmoved: added.months.length > 0 ? 'months' : null };
  };
  return expectOk(term(asked, ground(index, language), grow));
}

/** Facts after the trigger and before the next of the kinds that end the matter. */
function window(view: View, triggerIndex: number, until: readonly FactPattern[]): readonly Entry[] {
  const later = factsAfter(view, triggerIndex);
  const end = later.findIndex((entry) => matches(entry, until));
  return end < 0 ? later : later.slice(0, end);
}

/** A term that grew by adjournments, counted as one term. */
function adjourn(
  view: View,
  index: PackIndex,
  reckoning: Reckoning,
  { by, field, add, until }: NonNullable<DeadlineRule['adjourned']>,
): TermResult {
  const texts = textsOf(index.pack, reckoning.language);
  let result = plainTerm(index)(reckoning);
  let { period } = reckoning;
  const steps: TermStep[] = [];
  for (const entry of window(view, reckoning.triggerIndex, until)) {
    if (!matches(entry, [by]) || entry.fact.on > result.due) continue;
    const more = field === undefined ? add : entry.fields[field];
    if (typeof more !== 'string') continue;
    period = `P${String(periodOf(period).amount + periodOf(more).amount)}W`;
    result = plainTerm(index)({ ...reckoning, period });
    const date = result.nominalDue;
    steps.push({
      code: 'adjourned',
      date,
      text: say(texts, 'step.adjourned', { period: sayPeriod(texts, more), day: date }),
    });
  }
  return { ...result, steps: [...result.steps.slice(0, 1), ...steps, ...result.steps.slice(1)] };
}
