import { addDays, createId, ok, refuse, type CivilDate, type Result } from '#platform/base';
import type { Deadline, Fact, JourneyAnswer } from '#kernel/procedures';
import type { SpaceSession } from '#kernel/spaces/client';
import { sortDue, type Due, type DueId, type DueType } from '../model/open/due.ts';
import type { OpenCase } from '../model/open/open-case.ts';
import type { Phase } from '../model/open/phase.ts';
import type { JourneyRecord, RecordedFact } from '../model/sealed/journey-record.ts';
import { changeCase, type CaseChange, type RecordToPut } from './change-case.ts';
import { recordOf, today, type CaseRefusal, type OpenedCase } from './opened-case.ts';

/** The journey engine with its packs, bound where packs are loaded. Pure and on the device. */
export interface CaseProcedures {
  answer(
    input: Pick<JourneyRecord, 'packs' | 'parameters' | 'facts'>,
    on: CivilDate,
  ): Result<JourneyAnswer, CaseRefusal>;
  /** The phase of the track on which the person's stay hangs; from the pack's own table. */
  phaseOf(answer: JourneyAnswer): Phase;
  dueTypeOf(deadline: Deadline): DueType;
}

/** A fact as a form gives it; without an id it gets a random one. */
export type NewFact = Omit<RecordedFact, 'id'> & { readonly id?: string };

/** Begins the journey of a case: which packs, and what is special about the person. */
export function startJourney(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  start: Pick<JourneyRecord, 'packs' | 'parameters'> & { readonly facts?: readonly NewFact[] },
): Promise<Result<OpenedCase, CaseRefusal>> {
  if (recordOf(opened, 'journey')) return Promise.resolve(refuse({ type: 'JourneyExists' }));
  const facts = (start.facts ?? []).map((fact) => withId(session, fact));
  const journey: JourneyRecord = {
    packs: start.packs,
    parameters: start.parameters,
    facts,
    restsOn: {},
    dueIds: {},
    proposed: [],
    shown: [],
  };
  return saveJourney(session, procedures, opened, journey, 'start-journey');
}

/**
 * Adds a dated fact. Journey record, open due rows, phase and head change in ONE batch, so nobody ever
 * sees dates that do not follow from the facts.
 */
export function recordFact(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  fact: NewFact,
  { restsOn }: { readonly restsOn?: JourneyRecord['restsOn'][string] } = {},
): Promise<Result<OpenedCase, CaseRefusal>> {
  const before = recordOf(opened, 'journey');
  if (!before) return Promise.resolve(refuse({ type: 'JourneyMissing' }));
  const added = withId(session, { recorded: today(session), ...fact });
  // Saved already, and only the answer was lost.
  if (before.content.facts.some(({ id }) => id === added.id)) return Promise.resolve(ok(opened));
  const journey = {
    ...before.content,
    facts: [...before.content.facts, added],
    restsOn: restsOn ? { ...before.content.restsOn, [added.id]: restsOn } : before.content.restsOn,
  };
  return saveJourney(session, procedures, opened, journey, 'record-fact');
}

/**
 * Puts a fact right: the old one stays readable as corrected, and the new one rests on the same paper and keeps its note,
 * unless it brings one. With `null` it is only taken out.
 */
export function correctFact(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  id: string,
  fact: NewFact | null,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const journey = recordOf(opened, 'journey')?.content;
  const old = journey?.facts.find((known) => known.id === id);
  if (!journey || !old) return Promise.resolve(refuse({ type: 'FactUnknown' }));
  if (!fact) return recordFact(session, procedures, opened, { fact: old.fact, on: old.on, replaces: id, void: true });
  const kept = old.note === undefined ? {} : { note: old.note };
  const paper = journey.restsOn[id];
  return recordFact(
    session,
    procedures,
    opened,
    { ...kept, ...fact, replaces: id },
    paper === undefined ? {} : { restsOn: paper },
  );
}

/** Computes the journey anew on the day, for instance because a day has passed; writes only what changed. */
export function refreshJourney(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const journey = recordOf(opened, 'journey');
  if (!journey) return Promise.resolve(ok(opened));
  const planned = planJourney(session, procedures, opened, journey.content);
  if (!planned.ok) return Promise.resolve(planned);
  if (sameOpen(planned.value.open, opened.open)) return Promise.resolve(ok(opened));
  return saveJourney(session, procedures, opened, journey.content, 'refresh-journey');
}

/** The change that a journey makes: to be done alone, or together with what it belongs to. */
export function planJourney(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  journey: JourneyRecord,
): Result<{ readonly put: RecordToPut; readonly open: OpenCase }, CaseRefusal> {
  const on = today(session);
  const answered = procedures.answer(journey, on);
  if (!answered.ok) return answered;
  const dueIds = { ...journey.dueIds };
  for (const { id } of answered.value.deadlines) dueIds[id] ??= createId<DueId>(session.randomBytes);
  const due = answered.value.deadlines.flatMap((deadline) =>
    dueOf(deadline, dueIds[deadline.id], procedures.dueTypeOf(deadline), on),
  );
  const own = opened.open.due.filter(({ type }) => type === 'own');
  const content = {
    ...journey,
    dueIds,
    shown: [...journey.shown.filter((shown) => shown.on !== on), shownOn(answered.value, on)].slice(-60),
  };
  const id = recordOf(opened, 'journey')?.id;
  return ok({
    put: { kind: 'journey', content, ...(id ? { id } : {}) },
    open: { ...opened.open, phase: procedures.phaseOf(answered.value), due: sortDue([...own, ...due]) },
  });
}

async function saveJourney(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  journey: JourneyRecord,
  act: string,
  also: CaseChange = {},
): Promise<Result<OpenedCase, CaseRefusal>> {
  const planned = planJourney(session, procedures, opened, journey);
  if (!planned.ok) return planned;
  const { put, open } = planned.value;
  const coded = sameOpen(open, opened.open) ? {} : { open, act };
  return changeCase(session, opened, { ...also, puts: [put, ...(also.puts ?? [])], ...coded });
}

function withId(session: SpaceSession, fact: NewFact): RecordedFact {
  // The only thing an unnumbered fact lacks is the id that is given here.
  return { ...fact, id: fact.id ?? createId<DueId>(session.randomBytes) } as RecordedFact;
}

/** Days for which a date that ended stays in the open rows (casework design, 1.2). */
const daysKept = 90;
/** A soft date or duty that passed is no longer work after this many days; it stays in the sealed journey. */
const daysLateKept = 30;

function dueOf(deadline: Deadline, id: string | undefined, type: DueType, on: CivilDate): readonly Due[] {
  if (id === undefined || deadline.state === 'superseded') return [];
  // Days of the engine have the form of days; a term in hours ends with a time, which stays sealed.
  const date = deadline.due.slice(0, 10) as CivilDate;
  const metOn = deadline.state === 'met' ? ((deadline.metOn?.slice(0, 10) ?? date) as CivilDate) : null;
  if (metOn !== null && addDays(metOn, daysKept) < on) return [];
  if (deadline.state === 'missed' && addDays(date, deadline.kind === 'hard' ? daysKept : daysLateKept) < on) return [];
  // The id was drawn for this very deadline and kept under its name.
  return [{ id: id as DueId, type, date, whose: deadline.addressee, weight: deadline.kind, metOn }];
}

function shownOn(answer: JourneyAnswer, on: CivilDate): JourneyRecord['shown'][number] {
  return {
    on,
    stage: answer.stages.find(({ track }) => track === 'residence')?.stage ?? answer.stages[0]?.stage ?? 'none',
    dates: answer.deadlines
      .filter(({ state }) => state === 'running' || state === 'missed')
      .slice(0, 60)
      .map(({ id, ref, due, title, addressee, kind, state }) => ({
        deadline: id,
        ref,
        // See `dueOf`: the day of the engine's answer.
        date: due.slice(0, 10) as CivilDate,
        title: title.slice(0, 300),
        whose: addressee,
        weight: kind,
        state,
      })),
  };
}

function sameOpen(left: OpenCase, right: OpenCase): boolean {
  return left.phase === right.phase && JSON.stringify(left.due) === JSON.stringify(right.due);
}

/** The facts as the engine takes them. */
export function factsOf(opened: OpenedCase): readonly Fact[] {
  // Optional fields of the schema are absent or set, never undefined: parsed JSON knows no undefined.
  return (recordOf(opened, 'journey')?.content.facts ?? []) as readonly Fact[];
}
