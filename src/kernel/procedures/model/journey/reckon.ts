import { expectOk, keepBy, keepFor } from '#platform/base';
import type { TermResult, TermStep } from '../answer.ts';
import type { DeadlineRule, FactPattern } from '../pack.ts';
import { textsOf, say, sayPeriod } from '../say.ts';
import { dayText, numberOfDay } from '../term/day-number.ts';
import { addMonths, parsePeriod } from '../term/period.ts';
import { countDays, settle, term, type TermGround } from '../term/term.ts';
import type { Entry } from './order-facts.ts';
import { matches, type PackIndex, type Reckoned, type View } from './view.ts';

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
  const { rule, triggerIndex } = reckoning;
  const grown =
    rule.lengthened === undefined && rule.standsStill === undefined && rule.adjourned === undefined
      ? null
      : grow(view, index, reckoning);
  const result = grown ?? plainTerm(index)(reckoning);
  if (printed === undefined || triggerIndex < 0)
    return { due: result.due, nominalDue: result.nominalDue, term: result, printed: false };
  return { due: printed, nominalDue: result.nominalDue, term: result, printed: true };
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
function grow(view: View, index: PackIndex, reckoning: Reckoning): TermResult {
  const { rule, triggerIndex } = reckoning;
  if (rule.adjourned !== undefined) return adjourned(view, index, reckoning);
  const added: Added = { months: [], days: [] };
  let result = plainTerm(index)(reckoning);
  const facts = window(view, triggerIndex, rule.lengthened?.until ?? rule.standsStill?.until ?? []);
  for (const { entry, place } of facts) {
    if (entry.fact.on > result.due) continue;
    if (!addFact(index, reckoning, { added, facts, entry, place })) continue;
    result = settleGrown(index, reckoning, added);
  }
  return result;
}

interface Adding {
  readonly added: Added;
  readonly facts: readonly Placed[];
  readonly entry: Entry;
  readonly place: number;
}

function addFact(index: PackIndex, reckoning: Reckoning, { added, facts, entry, place }: Adding): boolean {
  const { lengthened, standsStill } = reckoning.rule;
  if (lengthened !== undefined && matches(entry, [lengthened.by])) {
    added.months.push(String(entry.fields[lengthened.field] ?? ''));
    return true;
  }
  if (standsStill === undefined || !matches(entry, [standsStill.by])) return false;
  const end = dueOfRequest(index, reckoning, entry, place);
  if (end === null) return false;
  const resumed = facts.find((later) => later.place > place && matches(later.entry, standsStill.resumed));
  added.days.push((resumed === undefined ? end : Math.min(end, resumed.entry.day)) - entry.day);
  return true;
}

function settleGrown(index: PackIndex, { rule, from, period: text, language }: Reckoning, added: Added): TermResult {
  const counting = index.pack.calendar.rules.find(({ id }) => id === rule.rule);
  const period = parsePeriod(text);
  if (counting === undefined || period === null) throw new Error(`the rule ${rule.ref} cannot be counted`);
  const plain = countDays(numberOfDay(from), period, rule.count, rule.clip);
  const { texts } = ground(index, language);
  const extra: TermStep[] = [];
  let { nominal } = plain;
  for (const months of added.months) {
    nominal = addMonths(nominal, parsePeriod(months)?.amount ?? 0, 'down').day;
    const date = dayText(nominal);
    extra.push({
      code: 'lengthened',
      date,
      text: say(texts, 'step.lengthened', { period: sayPeriod(texts, months), day: date }),
    });
  }
  for (const days of added.days) {
    nominal += days;
    const date = dayText(nominal);
    extra.push({ code: 'standstill', date, text: say(texts, 'step.standstill', { days: String(days), day: date }) });
  }
  return settle(
    { from, period: text, rule: rule.rule, count: rule.count, clip: rule.clip },
    {
      rule: counting,
      period,
      count: rule.count,
      counted: { ...plain, nominal },
      extra,
      reached: plain.nominal,
      ...(added.months.length > 0 ? { unmoved: 'months' } : {}),
    },
    ground(index, language),
  );
}

interface Placed {
  readonly entry: Entry;
  readonly place: number;
}

/** Facts after the trigger and before the next of the kinds that end the matter. */
function window(view: View, triggerIndex: number, until: readonly FactPattern[]): readonly Placed[] {
  const found: Placed[] = [];
  for (let place = triggerIndex + 1; place < view.count; place += 1) {
    const entry = view.entries[place];
    if (entry === undefined || matches(entry, until)) break;
    found.push({ entry, place });
  }
  return found;
}

/** The end of the term set to complete an application: printed, or counted by its reason. */
function dueOfRequest(index: PackIndex, reckoning: Reckoning, entry: Entry, place: number): number | null {
  const ref = reckoning.rule.standsStill?.deadline ?? '';
  for (const rule of index.deadlines.get(ref) ?? []) {
    if (!('fact' in rule.trigger) || !matches(entry, rule.trigger.fact)) continue;
    const printed = rule.printed === undefined ? undefined : entry.fields[rule.printed];
    if (typeof printed === 'string') return Math.max(entry.day, numberOfDay(printed));
    const choice = rule.terms.find(
      ({ when }) => when === undefined || ('trigger' in when && matches(entry, when.trigger)),
    );
    if (choice === undefined) continue;
    const counted = plainTerm(index)({
      ...reckoning,
      rule,
      triggerIndex: place,
      from: entry.fact.on,
      period: choice.term,
    });
    return numberOfDay(counted.due.slice(0, 10));
  }
  return null;
}

/** A term that grew by adjournments, counted as one term. */
function adjourned(view: View, index: PackIndex, reckoning: Reckoning): TermResult {
  const { rule, triggerIndex, language } = reckoning;
  const { adjourned: by } = rule;
  let result = plainTerm(index)(reckoning);
  const texts = textsOf(index.pack, language);
  if (by === undefined) return result;
  let period = reckoning.period;
  const steps: TermStep[] = [];
  for (const { entry } of window(view, triggerIndex, by.until)) {
    if (!matches(entry, [by.by]) || entry.fact.on > result.due) continue;
    const added = by.field === undefined ? by.add : String(entry.fields[by.field] ?? '');
    const [whole, more] = [parsePeriod(period), parsePeriod(added ?? '')];
    if (whole === null || more === null || added === undefined) continue;
    period = `P${String(whole.amount + more.amount)}W`;
    result = plainTerm(index)({ ...reckoning, period });
    steps.push({
      code: 'adjourned',
      date: result.nominalDue,
      text: say(texts, 'step.adjourned', { period: sayPeriod(texts, added), day: result.nominalDue }),
    });
  }
  if (steps.length === 0) return result;
  const [start, ...rest] = result.steps;
  return { ...result, steps: start === undefined ? result.steps : [start, ...steps, ...rest] };
}
