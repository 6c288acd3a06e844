import { addDays, createId, ok, parseCivilDate, refuse, type CivilDate, type Result } from '#platform/base';
import type { Deadline, Fact, JourneyAnswer } from '#kernel/procedures';
import type { SpaceSession } from '#kernel/spaces/client';
import { sortDue, type Due, type DueId, type DueType } from '../model/open/due.ts';
import type { OpenCase } from '../model/open/open-case.ts';
import type { Phase } from '../model/open/phase.ts';
import type { JourneyRecord, RecordedFact } from '../model/sealed/journey-record.ts';
import { carryDueIds } from './carry-due-ids.ts';
import { changeCase, type CaseChange, type RecordToPut } from './change-case.ts';
import { keepShown, shownOn } from './keep-shown.ts';
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
  const { packs, parameters, facts = [] } = start;
  const nothing = { facts: [], written: {}, restsOn: {}, dueIds: {}, proposed: [], shown: [] };
  const empty: JourneyRecord = { packs, parameters, ...nothing };
  const journey = facts.reduce((before, fact) => bringFact(session, before, fact), empty);
  return saveJourney(session, procedures, opened, journey, 'start-journey');
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
  const dueIds = carryDueIds(journey, answered.value.deadlines);
  for (const { id } of answered.value.deadlines) dueIds[id] ??= createId<DueId>(session.randomBytes);
  const due = answered.value.deadlines.flatMap((deadline) =>
    dueOf(deadline, dueIds[deadline.id], procedures.dueTypeOf(deadline), on),
  );
  const own = opened.open.due.filter(({ type }) => type === 'own');
  const content = {
    ...journey,
    dueIds,
    shown: keepShown(journey.shown, shownOn(answered.value, on)),
  };
  const id = recordOf(opened, 'journey')?.id;
  return ok({
    put: { kind: 'journey', content, ...(id ? { id } : {}) },
    open: { ...opened.open, phase: procedures.phaseOf(answered.value), due: sortDue([...own, ...due]) },
  });
}

/** Saves a journey with all that follows from it: open due rows, phase and head, in one batch. */
export async function saveJourney(
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

/** Written now, or on the day it was recorded elsewhere, at an hour that is not known. */
function bringFact(session: SpaceSession, journey: JourneyRecord, fact: NewFact): JourneyRecord {
  const id = fact.id ?? createId<DueId>(session.randomBytes);
  const recorded = fact['recorded'];
  const on = (typeof recorded === 'string' ? parseCivilDate(recorded) : null) ?? today(session);
  return {
    ...journey,
    // The only thing an unnumbered fact lacks is the id that is given here.
    facts: [...journey.facts, { ...fact, id } as RecordedFact],
    written: { ...journey.written, [id]: { by: session.user, on, at: null, why: '' } },
  };
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

function sameOpen(left: OpenCase, right: OpenCase): boolean {
  return left.phase === right.phase && JSON.stringify(left.due) === JSON.stringify(right.due);
}

/** The facts as the engine takes them. */
export function factsOf(opened: OpenedCase): readonly Fact[] {
  // Optional fields of the schema are absent or set, never undefined: parsed JSON knows no undefined.
  return (recordOf(opened, 'journey')?.content.facts ?? []) as readonly Fact[];
}
