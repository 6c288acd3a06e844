import {
  describeNext,
  describeStage,
  type Deadline,
  type JourneyAnswer,
  type NextStep,
  type Pack,
  type StageAnswer,
} from '#kernel/procedures';
import type { FactLine } from './fact-lines.ts';
import { titleOfFact } from './fact-words.ts';

/** Why a stage began: a thing that happened, or a date that passed; in words. */
export interface RailCause {
  readonly kind: 'fact' | 'timer';
  readonly title: string;
}

/** Whether a step that may come can be taken: now, from a day on, or not as far as is known. */
export type StepDoor =
  { readonly is: 'open' } | { readonly is: 'closed' } | { readonly is: 'opens'; readonly on: string };

/** One buoy: a stage that lies behind, the one now, or one that may come. */
export type RailStep =
  | {
      readonly kind: 'passed' | 'now';
      readonly key: string;
      readonly title: string;
      readonly since: string | null;
      readonly cause: RailCause | null;
    }
  | {
      readonly kind: 'maybe';
      readonly key: string;
      readonly title: string;
      readonly by: string;
      readonly door: StepDoor;
    };

/** One line of stages with where the person stands on it. */
export interface TrackRail {
  readonly pack: Pack;
  readonly stage: StageAnswer;
  /** It has left its first stage. */
  readonly begun: boolean;
  readonly steps: readonly RailStep[];
  /** What may come next, with what each step asks. */
  readonly next: readonly NextStep[];
  /** The earliest running date that this track waits for. */
  readonly waitsFor: Deadline | null;
}

/** A rail for each track of the answer, in its order. */
export function trackRails(
  answer: JourneyAnswer,
  packs: readonly Pack[],
  lines: readonly FactLine[],
  language: string,
): readonly TrackRail[] {
  return answer.stages.flatMap((stage): readonly TrackRail[] => {
    const pack = packs.find(({ id }) => id === stage.pack);
    if (!pack) return [];
    const next = answer.next.filter((step) => trackOfStep(answer, packs, step) === keyOf(stage));
    const steps = [
      ...passedSteps(answer, pack, stage, lines, language),
      nowStep(answer, packs, stage, language),
      ...maybeSteps(pack, stage, next, language),
    ];
    return [{ pack, stage, begun: stage.because !== null, steps, next, waitsFor: waitsFor(answer, pack, stage) }];
  });
}

/** Whether a step can be taken: what is to be shown by evidence does not close it, a day that is to come opens it. */
export function doorOf({ open, guards }: NextStep): StepDoor {
  if (open) return { is: 'open' };
  const days = guards.flatMap(({ state, on }) => (state === 'due-on' && on !== undefined ? [on] : []));
  const last = days.toSorted().at(-1);
  const isShut = last === undefined || guards.some(({ state }) => state === 'unmet');
  return isShut ? { is: 'closed' } : { is: 'opens', on: last };
}

function passedSteps(
  answer: JourneyAnswer,
  pack: Pack,
  { track }: StageAnswer,
  lines: readonly FactLine[],
  language: string,
): readonly RailStep[] {
  const spans = answer.history.filter((span) => span.track === track && span.to !== null);
  return spans.map((span, at) => ({
    kind: 'passed',
    key: `${span.stage}:${at}`,
    title: describeStage(pack, track, span.stage, language),
    since: span.from,
    cause: causeOfSpan(answer, pack, { track, stage: span.stage, from: span.from }, lines, language),
  }));
}

/** The fact of the day that leads to the stage, else the date whose passing does; null for where a track begins. */
function causeOfSpan(
  answer: JourneyAnswer,
  pack: Pack,
  span: { readonly track: string; readonly stage: string; readonly from: string },
  lines: readonly FactLine[],
  language: string,
): RailCause | null {
  const rule = pack.tracks.find(({ id }) => id === span.track);
  const names = new Set(
    rule?.transitions.flatMap(({ by, to }) => (to === span.stage ? by.map(({ name }) => name) : [])),
  );
  const line = lines.findLast(
    ({ fact, standing }) => standing === 'counts' && fact.on === span.from && names.has(fact.fact),
  );
  if (line) return { kind: 'fact', title: titleOfFact([pack], line.fact.fact, language) };
  const refs = rule?.timers.flatMap(({ after, to }) => (to === span.stage ? after : [])) ?? [];
  const passed = answer.deadlines.findLast(({ ref, due }) => refs.includes(ref) && due.slice(0, 10) < span.from);
  return passed ? { kind: 'timer', title: passed.title } : null;
}

function nowStep(answer: JourneyAnswer, packs: readonly Pack[], stage: StageAnswer, language: string): RailStep {
  const { title, since, because } = stage;
  return { kind: 'now', key: 'now', title, since, cause: because && causeOf(answer, packs, because, language) };
}

function causeOf(
  answer: JourneyAnswer,
  packs: readonly Pack[],
  because: NonNullable<StageAnswer['because']>,
  language: string,
): RailCause | null {
  if ('fact' in because) return { kind: 'fact', title: titleOfFact(packs, because.fact, language) };
  const passed = answer.deadlines.find(({ ref, due }) => ref === because.timer && due === because.due);
  return passed ? { kind: 'timer', title: passed.title } : null;
}

/** Each other stage that a step leads to, once: by the first step that is open, else by the first. */
function maybeSteps(
  pack: Pack,
  { track, stage }: StageAnswer,
  next: readonly NextStep[],
  language: string,
): readonly RailStep[] {
  const stages = [...new Set(next.flatMap(({ to }) => (to === null || to === stage ? [] : [to])))];
  return stages.flatMap((to): readonly RailStep[] => {
    const ways = next.filter((step) => step.to === to);
    const way = ways.find(({ open }) => open) ?? ways.find((step) => doorOf(step).is === 'opens') ?? ways[0];
    if (!way) return [];
    const title = describeStage(pack, track, to, language);
    return [{ kind: 'maybe', key: to, title, by: describeNext(pack, way, language), door: doorOf(way) }];
  });
}

/**
 * The track that a step moves: the one with a row for it. A step that moves none belongs to the track whose stages make it
 * possible. Answers do not name it, as one step may be possible by the stage of another track.
 */
function trackOfStep(answer: JourneyAnswer, packs: readonly Pack[], step: NextStep): string | null {
  for (const pack of packs) {
    const rule = pack.next.find(({ by, to, route }) => by === step.by && to === step.to && route === step.route);
    if (!rule) continue;
    const moved = pack.tracks.find(
      ({ id, transitions }) =>
        answer.stages.some((stage) => stage.pack === pack.id && stage.track === id) &&
        transitions.some(({ by, to }) => to === step.to && by.some(({ name }) => name === step.by)),
    );
    return `${pack.id}:${moved?.id ?? rule.track}`;
  }
  return null;
}

function keyOf({ pack, track }: StageAnswer): string {
  return `${pack}:${track}`;
}

/** The earliest running date that is met by what would move this track on. */
function waitsFor({ deadlines }: JourneyAnswer, pack: Pack, { track, stage }: StageAnswer): Deadline | null {
  const rows = pack.tracks.find(({ id }) => id === track)?.transitions ?? [];
  const names = new Set(
    rows.flatMap(({ from, by }) => (from === 'any' || from.includes(stage) ? by.map(({ name }) => name) : [])),
  );
  const isOf = ({ ref }: Deadline): boolean =>
    pack.deadlines.some((rule) => rule.ref === ref && rule.met.some(({ name }) => names.has(name)));
  return (
    deadlines.find(
      (deadline) =>
        deadline.pack === pack.id && deadline.state === 'running' && deadline.sense !== 'from' && isOf(deadline),
    ) ?? null
  );
}
