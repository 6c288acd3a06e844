import { ok, type Result } from '#platform/base';
import type { Fact, JourneyAnswer, Parameters, ProcedureRefusal, StageAnswer, StageSpan } from '../answer.ts';
import type { Pack } from '../pack.ts';
import { say, textsOf } from '../say.ts';
import { dayText, isDay, numberOfDay } from '../term/day-number.ts';
import { indexOf, sourcesOf, vocabularyOf } from './index-of.ts';
import { readFacts, readParameters } from './read-facts.ts';
import { orderFacts } from './order-facts.ts';
import { refused } from '../term/refused.ts';
import { runTracks, viewOf, type Course, type Track } from './run-tracks.ts';
import { tellDeadlines } from './tell-deadlines.ts';
import { tellDocuments, tellNext } from './tell-next.ts';
import { tellObligations, tellRights } from './tell-standing.ts';
import { tellWarnings } from './tell-warnings.ts';
import type { View } from './view.ts';

/** What happened, and what kind of case it is. Checked against the packs: it may come from anywhere. */
export interface JourneyInput {
  readonly parameters?: Parameters | undefined;
  readonly facts: readonly Fact[];
}

export interface JourneyOptions {
  /** Leave out facts recorded after this day: what we would have said then. */
  readonly knownOn?: string;
  /** Language of titles and sentences; English by default. */
  readonly language?: string;
}

/**
 * Where a person stands on a day, what is due and why, what may come next and what it needs. Pure: the same
 * input gives the same answer, in any order of facts. Refuses what the packs' vocabulary does not know, and packs
 * of more than one country.
 */
export function journey(
  packs: readonly Pack[],
  input: JourneyInput,
  on: string,
  options: JourneyOptions = {},
): Result<JourneyAnswer, ProcedureRefusal> {
  const first = packs[0];
  if (first === undefined) return refused('pack-unknown', 'packs');
  if (packs.some(({ country }) => country !== first.country)) return refused('pack-unknown', 'packs');
  if (!isDay(on)) return refused('date-malformed', 'on');
  if (options.knownOn !== undefined && !isDay(options.knownOn)) return refused('date-malformed', 'knownOn');
  const parameters = readParameters(packs, input.parameters);
  if (!parameters.ok) return parameters;
  const rules = vocabularyOf(packs);
  const documents = new Set(packs.flatMap((pack) => pack.documentIds));
  const facts = readFacts(rules, first.calendar.timeZone, documents, input.facts);
  if (!facts.ok) return facts;
  const ordered = orderFacts(rules, facts.value, on, options.knownOn);
  const course = runTracks(
    packs.map(indexOf),
    parameters.value,
    ordered.entries,
    numberOfDay(on),
    options.language ?? 'en',
  );
  return ok({
    packs: packs.map(({ id, version }) => ({ id, version })),
    on,
    parameters: parameters.value,
    ...tell(course, viewOf(course, numberOfDay(on))),
    issues: [...ordered.issues, ...course.issues],
    pending: ordered.pending,
    corrected: ordered.corrected,
  });
}

type Told = Omit<JourneyAnswer, 'packs' | 'on' | 'parameters' | 'issues' | 'pending' | 'corrected'>;

function tell(course: Course, view: View): Told {
  const deadlines = tellDeadlines(view);
  const next = tellNext(view);
  return {
    stages: course.tracks.flatMap((track) => tellStage(track, course.language)),
    history: course.tracks.flatMap(tellHistory),
    deadlines,
    next,
    documents: tellDocuments(view, course.tracks, next),
    rights: tellRights(view),
    obligations: tellObligations(view),
    warnings: tellWarnings(course, view, deadlines),
  };
}

function tellStage({ index, rule, spans }: Track, language: string): readonly StageAnswer[] {
  const now = spans.at(-1);
  if (now === undefined || (rule.hiddenAtStart === true && spans.length === 1)) return [];
  const because =
    now.because === null || now.rule === null
      ? null
      : { ...now.because, confidence: now.rule.confidence, sources: sourcesOf(index.pack, now.rule) };
  return [
    {
      pack: index.pack.id,
      track: rule.id,
      stage: now.stage,
      title: say(textsOf(index.pack, language), `stage.${rule.id}.${now.stage}`),
      since: now.since === null ? null : dayText(now.since),
      ...(now.outcome === undefined ? {} : { outcome: now.outcome }),
      because,
    },
  ];
}

function tellHistory({ rule, spans }: Track): readonly StageSpan[] {
  return spans.flatMap((span, place) => {
    if (span.since === null) return [];
    const next = spans[place + 1]?.since ?? null;
    return [{ track: rule.id, stage: span.stage, from: dayText(span.since), to: next === null ? null : dayText(next) }];
  });
}
