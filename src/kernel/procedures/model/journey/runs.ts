import type { DeadlineRule, FactPattern, StopRule } from '../pack.ts';
import { dayText, numberOfDay } from '../term/day-number.ts';
import type { Standing } from './decide.ts';
import type { Entry } from './order-facts.ts';
import { factsAfter, matches, textField, type PackIndex, type Permit, type View } from './view.ts';

/** Permits that follow each other without a gap. */
export interface Run {
  readonly first: Permit;
  readonly last: Permit;
  readonly afterGap: boolean;
  /** Place of the fact that began the next run; null for the latest. */
  readonly nextAt: number | null;
}

/** The day a permit ended: its last day, or the day from which it was withdrawn. */
export function endOf(permit: Permit, count: number): number {
  const withdrawn = permit.withdrawnIndex !== null && permit.withdrawnIndex < count ? permit.withdrawnOn : null;
  return withdrawn === null ? permit.until : Math.min(permit.until, withdrawn);
}

/** The joined runs of permits of these kinds: one joins when it starts no later than the day after the last ended. */
export function runsOf(view: View, kinds: readonly string[]): readonly Run[] {
  const permits = view.permits.filter(({ index, kind }) => index < view.count && kinds.includes(kind));
  const runs: { first: Permit; last: Permit; afterGap: boolean; nextAt: number | null }[] = [];
  for (const permit of permits) {
    const run = runs.at(-1);
    if (run !== undefined && permit.from <= endOf(run.last, view.count) + 1) run.last = permit;
    else {
      if (run !== undefined) run.nextAt = permit.index;
      runs.push({ first: permit, last: permit, afterGap: run !== undefined, nextAt: null });
    }
  }
  return runs;
}

/** A clock over a run of permits: superseded where it stopped before its day, else met from that day. */
export function stateOfRun(view: View, index: PackIndex, rule: DeadlineRule, run: Run, due: string): Standing {
  const stopped = stopOf(view, index, rule.stops ?? [], run);
  const left = firstOf(view, run, run.first.index, index.pack.supersedeAll);
  const ends = [stopped, left?.day ?? null].filter((day) => day !== null);
  if (ends.some((day) => dayText(day) < due)) return { state: 'superseded', metOn: null, decidedBy: null };
  return view.dayText >= due
    ? { state: 'met', metOn: due, decidedBy: null }
    : { state: 'running', metOn: null, decidedBy: null };
}

function stopOf(view: View, index: PackIndex, stops: readonly StopRule[], run: Run): number | null {
  const end = endOf(run.last, view.count);
  for (const stop of stops) {
    const day = stopDay(view, index, stop, run, end);
    if (day !== null) return day;
  }
  return null;
}

function stopDay(view: View, index: PackIndex, stop: StopRule, run: Run, end: number): number | null {
  if ('nextRun' in stop) return run.nextAt === null ? null : end;
  if ('lapsed' in stop) return lapsed(view, index, stop.lapsed, run) ? run.last.until : null;
  const after = stop.afterRun === true ? run.last.index : run.first.index;
  const entry = firstOf(view, run, after, stop.at);
  if (entry === null) return null;
  const named = textField(entry, stop.field ?? []);
  const day = named === null ? entry.day : numberOfDay(named);
  return stop.notBeforeEnd === true ? Math.max(day, end) : day;
}

/** The first fact of these kinds after a place, before the next run began. */
function firstOf(view: View, run: Run, after: number, patterns: readonly FactPattern[]): Entry | null {
  const until = run.nextAt ?? view.count;
  return factsAfter(view, after, until).find((entry) => matches(entry, patterns)) ?? null;
}

/** Whether the last permit ran out without an application before its last day, or one that the grace allows. */
function lapsed(
  view: View,
  index: PackIndex,
  rule: Extract<StopRule, { lapsed: object }>['lapsed'],
  { last }: Run,
): boolean {
  const grace = view.permitTermEnd(view, index, rule.within) ?? last.until;
  return (
    view.day > last.until &&
    !factsAfter(view, last.index).some(
      (entry) =>
        (matches(entry, rule.before) && entry.day < last.until) || (matches(entry, rule.grace) && entry.day <= grace),
    )
  );
}
