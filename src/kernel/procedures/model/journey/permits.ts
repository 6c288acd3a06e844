import type { Pack } from '../pack.ts';
import { dayText, numberOfDay } from '../term/day-number.ts';
import { parsePeriod } from '../term/period.ts';
import { countDays } from '../term/term.ts';
import type { Entry } from './order-facts.ts';
import { endOf } from './runs.ts';
import { matches, type Permit } from './view.ts';

/** Notes what a fact did to permits: a first one, a renewal, a withdrawal. */
export function notePermit(pack: Pack, permits: Permit[], entry: Entry, index: number): void {
  const rule = pack.permits;
  if (rule === undefined) return;
  const last = permits.at(-1);
  if (matches(entry, [rule.withdrawn])) {
    if (last === undefined || last.withdrawnOn !== null) return;
    const effective = rule.withdrawnOn.map((field) => entry.fields[field]).find((value) => typeof value === 'string');
    last.withdrawnOn = typeof effective === 'string' ? numberOfDay(effective) : entry.day;
    last.withdrawnIndex = index;
    return;
  }
  const isFirst = matches(entry, [rule.first]);
  if (!isFirst && !matches(entry, [rule.renewed])) return;
  const kind = isFirst ? String(entry.fields[rule.kindField] ?? '') : (last?.kind ?? '');
  const from = dayField(entry, 'from') ?? (isFirst || last === undefined ? entry.day : last.until + 1);
  const counted = countedEnd(pack, kind, from);
  entry.permitKind = kind;
  permits.push({
    index,
    kind,
    from,
    until: dayField(entry, 'until') ?? counted,
    counted,
    withdrawnOn: null,
    withdrawnIndex: null,
  });
}

function dayField(entry: Entry, field: string): number | null {
  const value = entry.fields[field];
  return typeof value === 'string' ? numberOfDay(value) : null;
}

function countedEnd(pack: Pack, kind: string, from: number): number {
  const rule = pack.deadlines.find(
    ({ ref, trigger }) => ref === pack.permits?.ends && 'permit' in trigger && trigger.permit.includes(kind),
  );
  const period = parsePeriod(rule?.terms[0]?.term ?? '');
  if (rule === undefined || period === null) return from;
  return countDays(from, period, rule.count, rule.clip).nominal;
}

export interface Gap {
  readonly from: string;
  readonly to?: string;
}

/** Days between permits that do not join; the last gap is open where an application came too late for the last permit. */
export function gapsBetween(permits: readonly Permit[], count: number, lateAt: readonly number[]): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const [place, permit] of permits.entries()) {
    const next = permits[place + 1];
    const end = endOf(permit, next?.index ?? count);
    if (next === undefined) {
      if (lateAt.some((late) => late > permit.index)) gaps.push({ from: dayText(end + 1) });
    } else if (next.from > end + 1) gaps.push({ from: dayText(end + 1), to: dayText(next.from - 1) });
  }
  return gaps;
}
