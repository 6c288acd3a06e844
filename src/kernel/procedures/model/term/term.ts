import { ok, type Result } from '#platform/base';
import type { ProcedureRefusal, TermResult, TermStep, Warning } from '../answer.ts';
import type { Calendar, ClipMode, Confidence, CountingRule, CountMode, PackTexts } from '../pack.ts';
import { lowest } from '../lowest.ts';
import { say, sayPeriod } from '../say.ts';
import { dayText, isDay, numberOfDay, partsOfNumber } from './day-number.ts';
import { addMonths, parsePeriod, type Period } from './period.ts';
import { offDay, withoutUnverified, type OffDay } from './holidays.ts';
import { localTimeText, readLocalTime } from './local-time.ts';
import { refused } from './refused.ts';

/** What is counted: days in the calendar's zone, or a local time for hours. */
export interface TermInput {
  readonly from: string;
  readonly period: string;
  readonly rule: string;
  readonly count?: CountMode;
  readonly clip?: ClipMode;
}

/** The calendar that knows the rule, and the words for the steps. */
export interface TermGround {
  readonly calendar: Calendar;
  readonly texts: PackTexts;
}

/** The last day by counting, before any rule moves it. */
export interface Counted {
  readonly firstDay: number | null;
  readonly nominal: number;
  readonly clipped: boolean;
}

/** What was added to a counted day before the counting rule is asked, with a step for each. */
export interface Growth {
  readonly nominal: number;
  readonly steps: readonly TermStep[];
  /** Not moved although the rule would: the term as a whole is too long for it. */
  readonly unmoved: string | null;
}

const ungrown = (nominal: number): Growth => ({ nominal, steps: [], unmoved: null });

/**
 * Counts one legal term; `grow` may add to the counted day. Refuses a period of two units, an unknown rule, a malformed day, hours from a
 * bare day that are no whole days, and a local time that does not exist.
 */
export function term(
  input: TermInput,
  ground: TermGround,
  grow: (nominal: number) => Growth = ungrown,
): Result<TermResult, ProcedureRefusal> {
  const period = parsePeriod(input.period);
  if (period === null) return refused('period-malformed', 'period');
  const rule = ground.calendar.rules.find(({ id }) => id === input.rule);
  if (rule === undefined) return refused('rule-unknown', 'rule');
  const timed = input.from.includes('T');
  if (!timed && !isDay(input.from)) return refused('date-malformed', 'from');
  if (timed && period.unit !== 'hours') return refused('date-malformed', 'from');
  if (period.unit === 'hours') return hours(input, period, rule, ground);
  const count = input.count ?? 'day-after';
  const counted = countDays(numberOfDay(input.from), period, count, input.clip ?? 'down');
  if (!inReach(counted.nominal)) return refused('period-malformed', 'period');
  return ok(settle(input, { rule, period, count, counted, growth: grow(counted.nominal) }, ground));
}

/** Counts days, weeks, months or years from a day. */
export function countDays(from: number, period: Period, count: CountMode, clip: ClipMode): Counted {
  const firstDay = count === 'back' ? null : count === 'same-day' ? from : from + 1;
  const sign = count === 'back' ? -1 : 1;
  if (period.unit === 'days' || period.unit === 'weeks') {
    const days = period.unit === 'weeks' ? period.amount * 7 : period.amount;
    return { firstDay, nominal: from + sign * days - (count === 'same-day' ? 1 : 0), clipped: false };
  }
  const months = period.unit === 'years' ? period.amount * 12 : period.amount;
  const same = addMonths(from, sign * months, count === 'same-day' ? 'up' : clip);
  return { firstDay, nominal: count === 'same-day' ? same.day - 1 : same.day, clipped: same.clipped };
}

/** Everything that decides the last day of a counted term. */
interface Settling {
  readonly rule: CountingRule;
  readonly period: Period;
  readonly count: CountMode;
  readonly counted: Counted;
  readonly growth: Growth;
}

/** Applies the counting rule to a counted day: excluded, moved, or as counted. */
function settle(input: TermInput, settling: Settling, ground: TermGround): TermResult {
  const { count, counted, growth } = settling;
  const { texts } = ground;
  const reached = dayText(counted.nominal);
  const nominalDue = dayText(growth.nominal);
  const steps: TermStep[] = [];
  const started = counted.firstDay === null ? input.from : dayText(counted.firstDay);
  steps.push({
    code: 'start',
    date: started,
    text: say(texts, count === 'back' ? 'step.start-back' : 'step.start', { from: input.from, day: started }),
  });
  steps.push({
    code: 'count',
    date: reached,
    text: say(texts, count === 'back' ? 'step.count-back' : 'step.count', {
      period: sayPeriod(texts, input.period),
      day: reached,
    }),
  });
  if (counted.clipped) steps.push({ code: 'clip', date: reached, text: say(texts, 'step.clip', { day: reached }) });
  steps.push(...growth.steps);
  const moving = move(settling, ground, steps);
  const due = dayText(moving.due);
  steps.push({ code: 'end', date: due, text: say(texts, 'step.end', { day: due }) });
  return {
    from: input.from,
    period: input.period,
    rule: input.rule,
    count,
    ...(counted.firstDay === null ? {} : { firstDay: dayText(counted.firstDay) }),
    nominalDue,
    due,
    moved: due !== nominalDue,
    steps,
    confidence: moving.confidence,
    warnings: moving.warnings,
  };
}

interface Moving {
  readonly due: number;
  readonly confidence: Confidence;
  readonly warnings: readonly Warning[];
}

function move(settling: Settling, ground: TermGround, steps: TermStep[]): Moving {
  const { rule, growth } = settling;
  const unmoved: Moving = { due: growth.nominal, confidence: 'A', warnings: [] };
  if (!rule.moves) return unmoved;
  const reason = growth.unmoved ?? exclusion(rule, settling.period, settling.count);
  if (reason !== null) {
    steps.push(excludedStep(reason, rule, ground.texts));
    return unmoved;
  }
  const reached = reach(settling, ground.calendar);
  const { due, lengthened, passed } = reached;
  let confidence: Confidence = 'A';
  for (const { day, off } of passed) {
    if (off.code === 'holiday') confidence = lowest(confidence, off.confidence);
    steps.push(offStep(off, day, rule, ground.texts));
  }
  if (lengthened) {
    steps.push({
      code: 'minimum-days',
      date: dayText(due),
      text: say(ground.texts, 'step.minimum-days', { day: dayText(due) }),
      ...sourceOf(rule, 'minimum'),
    });
  }
  const moving = decreed(due, growth.nominal, confidence, ground);
  return { ...moving, warnings: [...moving.warnings, ...unverifiedWarnings(settling, reached, ground)] };
}

interface Reached {
  readonly due: number;
  /** Whether the term ran on because it held too few working days. */
  readonly lengthened: boolean;
  readonly passed: readonly { readonly day: number; readonly off: OffDay }[];
}

/** Where a term ends that the rule moves, and every day off that it passes for it. */
function reach(settling: Settling, calendar: Calendar): Reached {
  const { counted, growth } = settling;
  const lengthened = lastOpenDay(settling, calendar);
  const end = lengthened ?? growth.nominal;
  const passed: { day: number; off: OffDay }[] = [];
  let day = lengthened === null ? growth.nominal : (counted.firstDay ?? growth.nominal);
  for (;;) {
    const off = offDay(calendar, day);
    if (off === null && day >= end) return { due: day, lengthened: lengthened !== null, passed };
    if (off !== null) passed.push({ day, off });
    day += 1;
  }
}

/** Where a day off that nobody verified moves the end: the end without such days, which is the safe one. */
function unverifiedWarnings(settling: Settling, reached: Reached, ground: TermGround): readonly Warning[] {
  const first = reached.passed.find(({ off }) => off.code === 'holiday' && off.unverified === true);
  if (first === undefined) return [];
  const safe = reach(settling, withoutUnverified(ground.calendar)).due;
  if (safe === reached.due) return [];
  const values = { day: dayText(first.day), due: dayText(reached.due), safe: dayText(safe) };
  const text = say(ground.texts, 'warning.holiday-unverified', values);
  return [{ code: 'holiday-unverified', ...values, text }];
}

function decreed(due: number, nominal: number, confidence: Confidence, { calendar, texts }: TermGround): Moving {
  const outside = [nominal, due]
    .map((day) => partsOfNumber(day).year)
    .find((year) => year < calendar.decreedFrom || year > calendar.decreedUntil);
  if (outside === undefined) return { due, confidence, warnings: [] };
  const values = { year: String(outside), first: String(calendar.decreedFrom), last: String(calendar.decreedUntil) };
  const warning = { code: 'calendar-not-decreed', text: say(texts, 'warning.calendar-not-decreed', values) };
  return { due, confidence: lowest(confidence, calendar.undecreedConfidence), warnings: [warning] };
}

/** Where a short term holds too few working days: the day on which it holds enough. */
function lastOpenDay({ rule, period, counted, growth }: Settling, calendar: Calendar): number | null {
  if (rule.minimum === undefined || counted.firstDay === null) return null;
  if (period.unit === 'days' && period.amount < rule.minimum.length) return null;
  let open = 0;
  for (let day = counted.firstDay; ; day += 1) {
    if (offDay(calendar, day) === null) open += 1;
    if (open >= rule.minimum.open) return day > growth.nominal ? day : null;
  }
}

function exclusion(rule: CountingRule, { unit, amount }: Period, count: CountMode): string | null {
  if (unit === 'hours') return 'hours';
  if (rule.longest !== undefined && amount > rule.longest[unit]) return unit;
  return count === 'back' ? 'back' : null;
}

function excludedStep(reason: string, rule: CountingRule, texts: PackTexts): TermStep {
  return {
    code: 'excluded',
    reason,
    text: say(texts, `step.excluded.${reason}`),
    ...sourceOf(rule, reason === 'back' ? 'back' : 'longest'),
  };
}

function offStep(off: OffDay, day: number, rule: CountingRule, texts: PackTexts): TermStep {
  const date = dayText(day);
  if (off.code === 'weekend')
    return { code: 'weekend', date, text: say(texts, 'step.weekend', { day: date }), ...sourceOf(rule, 'moves') };
  const holiday = texts[`holiday.${off.name}`] ?? off.name;
  return {
    code: 'holiday',
    date,
    name: off.name,
    text: say(texts, 'step.holiday', { day: date, holiday }),
    source: off.source,
  };
}

function sourceOf(rule: CountingRule, part: string): { readonly source?: string } {
  const source = rule.sources?.[part];
  return source === undefined ? {} : { source };
}

function hours(
  input: TermInput,
  period: Period,
  rule: CountingRule,
  ground: TermGround,
): Result<TermResult, ProcedureRefusal> {
  const count = input.count ?? 'day-after';
  const whole = { unit: 'days', amount: period.amount / 24 } as const;
  if (!input.from.includes('T')) {
    if (period.amount % 24 !== 0) return refused('time-needed', 'from');
    const counted = countDays(numberOfDay(input.from), whole, count, 'down');
    return ok(settle(input, { rule, period, count, counted, growth: ungrown(counted.nominal) }, ground));
  }
  const zone = ground.calendar.timeZone;
  const start = readLocalTime(input.from, zone);
  if (!start.ok) return refused(start.code, 'from');
  const due = localTimeText(start.time + (count === 'back' ? -1 : 1) * period.amount * 3_600_000, zone);
  return ok({
    from: input.from,
    period: input.period,
    rule: input.rule,
    count,
    nominalDue: due,
    due,
    moved: false,
    steps: stepsInHours(input, due, rule, ground),
    confidence: 'A',
    warnings: [],
  });
}

function stepsInHours(input: TermInput, due: string, rule: CountingRule, { texts }: TermGround): readonly TermStep[] {
  const day = due.slice(0, 10);
  const counted = say(texts, 'step.count', { period: sayPeriod(texts, input.period), day: due });
  return [
    { code: 'start', date: input.from.slice(0, 10), text: say(texts, 'step.start-time', { from: input.from }) },
    { code: 'count', date: day, text: counted },
    ...(rule.moves ? [excludedStep('hours', rule, texts)] : []),
    { code: 'end', date: day, text: say(texts, 'step.end', { day: due }) },
  ];
}

function inReach(day: number): boolean {
  return day > -719_000 && day < 2_932_000;
}
