import type { DeadlineRule, StopRule } from '../pack.ts';
import { dayText, numberOfDay } from '../term/day-number.ts';
import type { Standing } from './decide.ts';
import type { Entry } from './order-facts.ts';
import { matches, type PackIndex, type Permit, type View } from './view.ts';

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
  const left = firstAfter(view, run, (entry) => matches(entry, index.pack.supersedeAll));
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
  const entry = firstAfter(
    view,
    run,
    (one, place) => matches(one, stop.at) && (stop.afterRun !== true || place > run.last.index),
  );
  if (entry === null) return null;
  const day = dayOf(entry, stop.field ?? []);
  return stop.notBeforeEnd === true ? Math.max(day, end) : day;
}

function dayOf(entry: Entry, fields: readonly string[]): number {
  for (const field of fields) {
    const value = entry.fields[field];
    if (typeof value === 'string') return numberOfDay(value);
  }
  return entry.day;
}

function firstAfter(view: View, run: Run, wanted: (entry: Entry, place: number) => boolean): Entry | null {
  const until = run.nextAt ?? view.count;
  for (let place = run.first.index + 1; place < until; place += 1) {
    const entry = view.entries[place];
    if (entry !== undefined && wanted(entry, place)) return entry;
  }
  return null;
}

function lapsed(
  view: View,
  index: PackIndex,
  rule: Extract<StopRule, { lapsed: object }>['lapsed'],
  run: Run,
): boolean {
  if (view.day <= run.last.until) return false;
  const grace = view.permitTermEnd(view, index, rule.within) ?? run.last.until;
  for (let place = run.last.index + 1; place < view.count; place += 1) {
    const entry = view.entries[place];
    if (entry === undefined) continue;
    if (matches(entry, rule.before) && entry.day < run.last.until) return false;
    if (matches(entry, rule.grace) && entry.day <= grace) return false;
  }
  return true;
}
