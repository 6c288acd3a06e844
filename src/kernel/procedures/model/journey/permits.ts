import type { PermitRule } from '../pack.ts';
import { dayText, numberOfDay } from '../term/day-number.ts';
import { periodOf } from '../term/period.ts';
import { countDays } from '../term/term.ts';
import type { Entry } from './order-facts.ts';
import { endOf } from './runs.ts';
import { matches, rulesOf, textField, type PackIndex, type Permit } from './view.ts';

/** Notes what a fact did to permits: a first one, a renewal, a withdrawal. */
export function notePermit(index: PackIndex, permits: Permit[], entry: Entry, place: number): void {
  const rule = index.pack.permits;
  if (rule === undefined) return;
  const last = permits.at(-1);
  if (matches(entry, [rule.withdrawn])) {
    if (last?.withdrawnOn !== null) return;
    const effective = textField(entry, rule.withdrawnOn);
    last.withdrawnOn = effective === null ? entry.day : numberOfDay(effective);
    last.withdrawnIndex = place;
    return;
  }
  const granted = grantOf(rule, entry, last);
  if (granted === null) return;
  const { kind } = granted;
  const from = dayField(entry, 'from') ?? granted.from;
  const until = dayField(entry, 'until') ?? countedEnd(index, rule.ends, kind, from);
  entry.permitKind = kind;
  permits.push({ granted: entry, index: place, kind, from, until, withdrawnOn: null, withdrawnIndex: null });
}

/** The kind of permit a fact grants, and its first day where none is printed: a renewal goes on from the last permit. */
function grantOf(
  rule: PermitRule,
  entry: Entry,
  last: Permit | undefined,
): { readonly kind: string; readonly from: number } | null {
  if (matches(entry, [rule.first])) return { kind: String(entry.fields[rule.kindField]), from: entry.day };
  return last !== undefined && matches(entry, [rule.renewed]) ? { kind: last.kind, from: last.until + 1 } : null;
}

function dayField(entry: Entry, field: string): number | null {
  const day = textField(entry, [field]);
  return day === null ? null : numberOfDay(day);
}

/** The last day of a permit by the rule that ends its kind; a kind that no rule ends lasts one day. */
function countedEnd(index: PackIndex, ends: string, kind: string, from: number): number {
  const [end] = rulesOf(index, ends)
    .filter(({ trigger }) => 'permit' in trigger && trigger.permit.includes(kind))
    .flatMap(({ terms, count, clip }) => terms.map(({ term }) => countDays(from, periodOf(term), count, clip).nominal));
  return end ?? from;
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
    const end = endOf(permit, count);
    if (next === undefined) {
      if (lateAt.some((late) => late > permit.index)) gaps.push({ from: dayText(end + 1) });
    } else if (next.from > end + 1) gaps.push({ from: dayText(end + 1), to: dayText(next.from - 1) });
  }
  return gaps;
}
