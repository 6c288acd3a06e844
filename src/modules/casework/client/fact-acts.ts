import { createId, ok, refuse, type RecordId, type Result } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import { longestReason, type JourneyRecord, type RecordedFact } from '../model/sealed/journey-record.ts';
import { clockTime } from './clock-time.ts';
import { saveJourney, type CaseProcedures, type NewFact } from './journey-acts.ts';
import { recordOf, today, type CaseRefusal, type OpenedCase } from './opened-case.ts';

/**
 * Adds a dated fact. Journey record, open due rows, phase and head change in ONE batch, so nobody ever
 * sees dates that do not follow from the facts.
 */
export function recordFact(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  fact: NewFact,
  { restsOn = null }: { readonly restsOn?: RecordId | null } = {},
): Promise<Result<OpenedCase, CaseRefusal>> {
  const journey = recordOf(opened, 'journey')?.content;
  if (!journey) return Promise.resolve(refuse({ type: 'JourneyMissing' }));
  // Saved already, and only the answer was lost.
  if (journey.facts.some(({ id }) => id === fact.id)) return Promise.resolve(ok(opened));
  return saveJourney(session, procedures, opened, withFact(session, journey, fact, { restsOn }), 'record-fact');
}

/**
 * Puts a fact right, with the reason: the old one stays readable, and the new one rests on the same paper and keeps its note,
 * unless it brings one. `ReasonMissing` for a blank reason; `FactPutRight` when somebody put it right or took it out
 * before: two that replace one would both count.
 */
export function correctFact(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  { id, fact, why }: { readonly id: string; readonly fact: NewFact; readonly why: string },
): Promise<Result<OpenedCase, CaseRefusal>> {
  const journey = recordOf(opened, 'journey')?.content;
  if (journey?.facts.some((known) => known.id === fact.id)) return Promise.resolve(ok(opened));
  const old = mayReplace(journey, id, why);
  if (!old.ok) return Promise.resolve(old);
  const { note } = old.value;
  const added = { ...(note === undefined ? {} : { note }), ...fact, replaces: id };
  return saveReplaced(session, procedures, opened, { fact: added, why, restsOn: journey?.restsOn[id] ?? null });
}

/**
 * Takes a fact out, with the reason: it stays readable and counts no longer. Done once however often it is asked with the
 * same id, so a second try after a lost answer adds nothing. `ReasonMissing`; `FactPutRight` when somebody put it right or
 * took it out before, since their reason is not this one.
 */
export function takeOutFact(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  { id, why, as }: { readonly id: string; readonly why: string; readonly as?: string },
): Promise<Result<OpenedCase, CaseRefusal>> {
  const journey = recordOf(opened, 'journey')?.content;
  const isOut = journey?.facts.some((fact) => fact.replaces === id && fact.void === true && fact.id === as) === true;
  if (isOut) return Promise.resolve(ok(opened));
  const old = mayReplace(journey, id, why);
  if (!old.ok) return Promise.resolve(old);
  const { fact, on } = old.value;
  const removing = { fact, on, replaces: id, void: true, ...(as === undefined ? {} : { id: as }) };
  return saveReplaced(session, procedures, opened, { fact: removing, why, restsOn: null });
}

/** Says on which paper a fact rests; null takes that back. Dates do not change by it. */
export function restFactOn(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  { id, paper }: { readonly id: string; readonly paper: RecordId | null },
): Promise<Result<OpenedCase, CaseRefusal>> {
  const journey = recordOf(opened, 'journey')?.content;
  if (!journey?.facts.some((fact) => fact.id === id)) return Promise.resolve(refuse({ type: 'FactUnknown' }));
  if ((journey.restsOn[id] ?? null) === paper) return Promise.resolve(ok(opened));
  const { [id]: _before, ...others } = journey.restsOn;
  const restsOn = paper === null ? others : { ...others, [id]: paper };
  return saveJourney(session, procedures, opened, { ...journey, restsOn }, 'record-fact');
}

/** A journey with one more fact, and who wrote it when and why. */
export function withFact(
  session: Pick<SpaceSession, 'user' | 'clock' | 'randomBytes'>,
  journey: JourneyRecord,
  fact: NewFact,
  { restsOn = null, why = '' }: { readonly restsOn?: RecordId | null; readonly why?: string } = {},
): JourneyRecord {
  const on = today(session);
  // The only thing an unnumbered fact lacks is the id that is given here.
  const added = { recorded: on, ...fact, id: fact.id ?? createId<RecordId>(session.randomBytes) } as RecordedFact;
  const writing = { by: session.user, on, at: clockTime(session.clock.now()), why: why.trim().slice(0, longestReason) };
  return {
    ...journey,
    facts: [...journey.facts, added],
    written: { ...journey.written, [added.id]: writing },
    restsOn: restsOn === null ? journey.restsOn : { ...journey.restsOn, [added.id]: restsOn },
  };
}

function saveReplaced(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  { fact, why, restsOn }: { readonly fact: NewFact; readonly why: string; readonly restsOn: RecordId | null },
): Promise<Result<OpenedCase, CaseRefusal>> {
  const journey = recordOf(opened, 'journey')?.content;
  if (!journey) return Promise.resolve(refuse({ type: 'JourneyMissing' }));
  return saveJourney(session, procedures, opened, withFact(session, journey, fact, { restsOn, why }), 'record-fact');
}

/** The fact that may be put right or taken out. */
function mayReplace(journey: JourneyRecord | undefined, id: string, why: string): Result<RecordedFact, CaseRefusal> {
  const old = journey?.facts.find((known) => known.id === id);
  if (!journey || !old) return refuse({ type: 'FactUnknown' });
  if (why.trim() === '') return refuse({ type: 'ReasonMissing' });
  return journey.facts.some(({ replaces }) => replaces === id) ? refuse({ type: 'FactPutRight' }) : ok(old);
}
