import type { CivilDate } from '#platform/base';
import type { SilenceReason } from '../open/silence.ts';
import { toldValue } from './told.ts';
import type { CaseHead } from './head-record.ts';
import type { Person } from './person-records.ts';
import { lastSafetyCheck, nextSafetyCheck } from './safety-check.ts';
import type { SealedRecord } from './sealed-kinds.ts';
import { unansweredQuestions, type AuthoredRecord } from './unanswered-questions.ts';

/** Questions that a head holds at most, the oldest. */
const mostAsked = 20;

/**
 * The head of a case from its readable records. Depends on nothing but these and the day, so any two
 * members derive the same and a conflict on it is settled by deriving once more.
 */
export function deriveHead(records: readonly AuthoredRecord[], ofSeq: number, on: CivilDate): CaseHead {
  const person = last(records, 'person');
  const reach = last(records, 'reach');
  const journey = last(records, 'journey');
  const shown = journey?.shown.at(-1);
  const lastTwoWay = lastTwoWayContact(records);
  return {
    line: person ? lineOf(person) : '–',
    languages: person?.languages.map(({ language }) => language) ?? [],
    nextDates: (shown?.dates ?? [])
      .filter(({ state }) => state === 'running' || state === 'missed')
      .slice(0, 6)
      .map(({ date, title, whose, weight }) => ({ date, title, whose, weight })),
    stage: shown?.stage ?? null,
    packs: journey?.packs ?? null,
    lastTwoWay,
    agreedDays: reach?.everyDays ?? null,
    quietUntil: reach?.quietUntil ?? null,
    silenceReasons: reasonsOf(records, lastTwoWay, on),
    consentEnds: consentEnds(records),
    safety: safetyOf(records, on),
    asked: unansweredQuestions(records).slice(0, mostAsked),
    find: person ? findWords(person) : [],
    ofSeq,
  };
}

type ContentOf<Kind extends SealedRecord['kind']> = Extract<SealedRecord, { kind: Kind }>['content'];

function all<Kind extends SealedRecord['kind']>(
  records: readonly SealedRecord[],
  kind: Kind,
): readonly ContentOf<Kind>[] {
  // The filter has just compared the kind, which the union ties to its content.
  return records.filter((record) => record.kind === kind).map(({ content }) => content as ContentOf<Kind>);
}

function last<Kind extends SealedRecord['kind']>(records: readonly SealedRecord[], kind: Kind): ContentOf<Kind> | null {
  return all(records, kind).at(-1) ?? null;
}

function lineOf(person: Person): string {
  const name = displayName(person);
  const born = toldValue(person.birth)?.date.slice(0, 4);
  return [name, born]
    .filter((part) => part !== undefined)
    .join(', ')
    .slice(0, 300);
}

/** The name a colleague would say: called name, else the legal one, else what there is. */
export function displayName(person: Person): string {
  if (person.calledName !== null) return person.calledName;
  const name = person.names.find(({ use }) => use === 'legal') ?? person.names[0];
  const parts = [name?.given, name?.family].filter((part) => part !== null && part !== undefined);
  return parts.length > 0 ? parts.join(' ') : '–';
}

function findWords(person: Person): string[] {
  const names = person.names.map(({ given, family }) => [given, family].filter((part) => part !== null).join(' '));
  const found = [
    ...(person.calledName === null ? [] : [person.calledName]),
    ...names,
    ...person.numbers.map(({ number }) => number),
  ];
  return [...new Set(found.filter((word) => word !== ''))].map((word) => word.slice(0, 200)).slice(0, 60);
}

function lastTwoWayContact(records: readonly SealedRecord[]): CivilDate | null {
  const days = all(records, 'contact')
    .filter((contact) => contact.reached && contact.with === 'person')
    .map(({ on }) => on);
  return days.toSorted().at(-1) ?? null;
}

function reasonsOf(records: readonly SealedRecord[], since: CivilDate | null, on: CivilDate): SilenceReason[] {
  const after = (day: CivilDate) => since === null || day > since;
  const reasons: SilenceReason[] = [];
  const attempts = all(records, 'attempt').filter((attempt) => after(attempt.on));
  if (attempts.some(({ why }) => why === 'no-answer' || why === 'voicemail')) reasons.push('attempts-without-answer');
  if (attempts.some(({ kind }) => kind === 'visit')) reasons.push('visits-that-did-not-happen');
  if (all(records, 'contact').some((contact) => contact.with !== 'person' && after(contact.on)))
    reasons.push('only-others-spoken-to');
  const safety = lastSafetyCheck(records);
  if (safety && safety.result !== 'steady') reasons.push('last-check-not-steady');
  const reach = last(records, 'reach');
  if (reach && reach.reviewBy < on) reasons.push('plan-to-be-renewed');
  return reasons;
}

function safetyOf(records: readonly SealedRecord[], on: CivilDate): CaseHead['safety'] {
  const check = lastSafetyCheck(records);
  return check && { on: check.on, result: check.result, nextBy: nextSafetyCheck(records, check, on) };
}

function consentEnds(records: readonly SealedRecord[]): CaseHead['consentEnds'] {
  return all(records, 'consent')
    .flatMap(({ purpose, state }) =>
      state.name === 'given' && state.until !== null ? [{ purpose, until: state.until }] : [],
    )
    .toSorted((left, right) => (left.until === right.until ? 0 : left.until < right.until ? -1 : 1))
    .slice(0, 40);
}
