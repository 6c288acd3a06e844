import type { Issue, Parameters } from '../answer.ts';
import type { Sourced, TimerRule, TrackRule, TransitionRule } from '../pack.ts';
import { dayText, numberOfDay } from '../term/day-number.ts';
import { guardStates, holds } from './holds.ts';
import { datedRules, permitTermEnd } from './dated-rules.ts';
import type { Entry } from './order-facts.ts';
import { notePermit } from './permits.ts';
import { latestOf, matches, type PackIndex, type Permit, type Span, type StageNow, type View } from './view.ts';

/** One stay in a stage, with what brought it about. */
export interface TrackSpan extends Span {
  readonly because:
    ({ readonly fact: string; readonly on: string } | { readonly timer: string; readonly due: string }) | null;
  readonly rule: Sourced | null;
}

export interface Track {
  readonly index: PackIndex;
  readonly rule: TrackRule;
  readonly spans: TrackSpan[];
}

/** A warning before it has words. */
export interface RawWarning {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
  readonly fact?: { readonly fact: string; readonly on: string };
}

/** Everything that happened, once the facts have been walked through in order. */
export interface Course {
  readonly packs: readonly PackIndex[];
  readonly parameters: Parameters;
  readonly language: string;
  readonly tracks: readonly Track[];
  /** The facts that count and were permitted. */
  readonly entries: Entry[];
  readonly permits: Permit[];
  readonly issues: Issue[];
  readonly warnings: RawWarning[];
  /** Places of applications that came too late for a permit. */
  readonly lateAt: number[];
}

/** The course as it is known on a day. */
export function viewOf(course: Course, day: number): View {
  const spansOf = (track: string): readonly TrackSpan[] =>
    course.tracks.find(({ rule }) => rule.id === track)?.spans ?? [];
  return {
    packs: course.packs,
    parameters: course.parameters,
    language: course.language,
    entries: course.entries,
    count: course.entries.length,
    permits: course.permits,
    day,
    dayText: dayText(day),
    stage: (track): StageNow | undefined => spansOf(track).at(-1),
    spans: spansOf,
    datedRules,
    permitTermEnd,
    dated: new Map(),
  };
}

/** Walks through the facts in order; timers that ran out before a fact, or by the day asked, fire first. */
export function runTracks(
  packs: readonly PackIndex[],
  parameters: Parameters,
  entries: readonly Entry[],
  on: number,
  language: string,
): Course {
  const since = entries[0]?.day ?? null;
  const tracks = packs.flatMap((index) => index.pack.tracks.map((rule) => startTrack(index, rule, since)));
  const course: Course = {
    packs,
    parameters,
    language,
    tracks,
    entries: [],
    permits: [],
    issues: [],
    warnings: [],
    lateAt: [],
  };
  for (const entry of entries) {
    fireTimers(course, entry.day);
    take(course, entry);
  }
  fireTimers(course, on);
  return course;
}

function startTrack(index: PackIndex, rule: Track['rule'], firstFact: number | null): Track {
  const since = rule.sinceFirstFact === true ? firstFact : null;
  return { index, rule, spans: [{ stage: rule.initial, outcome: undefined, since, because: null, rule: null }] };
}

function fireTimers(course: Course, until: number): void {
  for (;;) {
    const ready = course.tracks
      .flatMap((track) => readyTimer(course, track, until))
      .toSorted((left, right) => left.day - right.day);
    const next = ready[0];
    if (next === undefined) return;
    const { track, timer, day, ref, due } = next;
    track.spans.push({
      stage: timer.to,
      outcome: timer.outcome,
      since: day,
      because: { timer: ref, due },
      rule: timer,
    });
  }
}

interface Ready {
  readonly track: Track;
  readonly timer: TimerRule;
  readonly day: number;
  readonly ref: string;
  readonly due: string;
}

function readyTimer(course: Course, track: Track, until: number): readonly Ready[] {
  const now = track.spans.at(-1);
  if (now === undefined) return [];
  for (const timer of track.rule.timers) {
    if (!timer.from.includes(now.stage)) continue;
    const view = viewOf(course, until);
    const dated = latestOf(timer.after.flatMap((ref) => view.datedRules(view, track.index, ref)));
    if (dated === undefined) continue;
    const day = Math.max(numberOfDay(dated.due) + 1, now.since ?? -Infinity);
    if (day <= until) return [{ track, timer, day, ref: dated.rule.ref, due: dated.due }];
  }
  return [];
}

interface Move {
  readonly track: Track;
  readonly row: TransitionRule;
}

function take(course: Course, entry: Entry): void {
  const view = viewOf(course, entry.day);
  const place = course.entries.length;
  entry.place = place;
  const moves: Move[] = [];
  for (const track of course.tracks) {
    const asking = { index: track.index, trigger: entry, triggerIndex: place };
    const stage = track.spans.at(-1)?.stage ?? track.rule.initial;
    const rows = track.rule.transitions.filter(({ by }) => matches(entry, by));
    const row = rows.find(
      ({ from, when }) => (from === 'any' || from.includes(stage)) && (when === undefined || holds(view, when, asking)),
    );
    if (row !== undefined) moves.push({ track, row });
    else if (rows.length > 0 && !matches(entry, track.rule.quiet)) {
      refuseFact(course, track, entry, stage);
      return;
    }
  }
  for (const move of moves) warnOf(course, view, move, entry, place);
  course.entries.push(entry);
  for (const index of course.packs) notePermit(index, course.permits, entry, place);
  for (const { track, row } of moves) {
    if (row.to === undefined) continue;
    track.spans.push({
      stage: row.to,
      outcome: outcomeOf(row, entry),
      since: entry.day,
      because: { fact: entry.name, on: entry.fact.on },
      rule: row,
    });
  }
}

function refuseFact(course: Course, track: Track, entry: Entry, stage: string): void {
  course.issues.push({ code: 'not-permitted', fact: entry.fact, stage });
  for (const { from, by, warning } of track.rule.refusedWith) {
    if (from.includes(stage) && matches(entry, by))
      course.warnings.push({ code: warning, values: {}, fact: { fact: entry.name, on: entry.fact.on } });
  }
}

function warnOf(course: Course, view: View, { track, row }: Move, entry: Entry, place: number): void {
  const asking = { index: track.index, trigger: entry, triggerIndex: place };
  const fact = { fact: entry.name, on: entry.fact.on };
  for (const { id, state } of guardStates(view, row.guards ?? [], asking)) {
    if (state === 'unmet' || state === 'due-on')
      course.warnings.push({ code: 'guard-unmet', values: { guard: id }, fact });
  }
  for (const code of row.warnings ?? []) {
    if (code === track.index.pack.permits?.gapWarning) course.lateAt.push(place);
    else course.warnings.push({ code, values: {}, fact });
  }
  if (row.confidence === 'GK' && row.ref !== undefined)
    course.warnings.push({ code: 'unverified-rule', values: { ref: row.ref } });
}

function outcomeOf(row: TransitionRule, entry: Entry): string | undefined {
  if (row.outcome === undefined || typeof row.outcome === 'string') return row.outcome;
  const value = entry.fields[row.outcome.field];
  return typeof value === 'string' ? value : undefined;
}
