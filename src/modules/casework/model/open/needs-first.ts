import { compareText, daysBetween, type CivilDate, type SpaceId } from '#platform/base';
import { isRunning, type CaseState } from './case-state.ts';
import type { Due } from './due.ts';

/** The bands of casework design 10.1, most pressing first. */
export const needBands = {
  trust: 0,
  safety: 1,
  hardLate: 2,
  hardSoon: 3,
  waitsForMe: 4,
  noLead: 5,
  consentEnds: 6,
  silence: 7,
  late: 8,
  load: 9,
  review: 10,
} as const;
export type NeedBand = (typeof needBands)[keyof typeof needBands];

/** Stable codes of why something needs the coordinator; the texts are in the catalogue. */
export type NeedReason =
  | 'record-does-not-fit'
  | 'attestation-not-borne-out'
  | 'too-few-members'
  | 'safety-now'
  | 'safety-check-overdue'
  | 'referral-overdue'
  | 'hard-date-late'
  | 'hard-date-soon'
  | 'question-waits'
  | 'approval-waits'
  | 'no-lead'
  | 'lead-away'
  | 'consent-ends'
  | 'silence'
  | 'authority-late'
  | 'own-date-late'
  | 'overload'
  | 'role-ends'
  | 'review-due';

/** One thing about one case or person that needs somebody. */
export interface Need {
  readonly subject: string;
  readonly band: NeedBand;
  readonly reason: NeedReason;
  /** The day that makes it pressing; null sorts last within the band. */
  readonly date: CivilDate | null;
  readonly acceptedOn: CivilDate | null;
}

/** A line of the list: the most pressing need of a subject, and how many more it has. */
export interface RankedNeed extends Need {
  readonly more: number;
}

/** One line per subject in its lowest band; within a band by date, longest since accepted, id. */
export function rankNeeds(needs: readonly Need[]): readonly RankedNeed[] {
  const bySubject = Map.groupBy(needs, ({ subject }) => subject);
  return [...bySubject.values()]
    .flatMap((own) => {
      const [first, ...rest] = own.toSorted(compareNeeds);
      return first ? [{ ...first, more: rest.length }] : [];
    })
    .toSorted(compareNeeds);
}

function compareNeeds(left: Need, right: Need): number {
  return (
    left.band - right.band ||
    compareText(left.date ?? '9999', right.date ?? '9999') ||
    compareText(left.acceptedOn ?? '9999', right.acceptedOn ?? '9999') ||
    compareText(left.subject, right.subject) ||
    compareText(left.reason, right.reason)
  );
}

/** What open rows alone can tell of a case: bands 1 (referral), 2, 3, 5 and 8. Others need the device. */
export function needsOfOpenCase(
  openCase: {
    readonly id: SpaceId;
    readonly state: CaseState;
    readonly due: readonly Due[];
    readonly acceptedOn: CivilDate | null;
  },
  on: CivilDate,
): readonly Need[] {
  const { id: subject, state, due, acceptedOn } = openCase;
  if (!isRunning(state.name)) return [];
  const need = (band: NeedBand, reason: NeedReason, date: CivilDate | null): Need => ({
    subject,
    band,
    reason,
    date,
    acceptedOn,
  });
  const needs: Need[] = due.flatMap((row) => needOfDue(row, on, need));
  if (state.name === 'referred' && state.answerBy < on)
    needs.push(need(needBands.safety, 'referral-overdue', state.answerBy));
  if (state.name === 'intake' && state.safetyBy < on)
    needs.push(need(needBands.safety, 'safety-check-overdue', state.safetyBy));
  if (state.name === 'accepted' && daysBetween(state.on, on) > 3)
    needs.push(need(needBands.noLead, 'no-lead', state.on));
  if (state.name === 'active' && state.lead === null) needs.push(need(needBands.noLead, 'no-lead', state.on));
  if (state.name === 'waiting' && state.reviewOn <= on)
    needs.push(need(needBands.review, 'review-due', state.reviewOn));
  return needs;
}

function needOfDue(
  { date, metOn, weight, whose }: Due,
  on: CivilDate,
  need: (band: NeedBand, reason: NeedReason, date: CivilDate) => Need,
): readonly Need[] {
  if (metOn !== null) return [];
  const late = date < on;
  if (whose === 'authority') return late ? [need(needBands.late, 'authority-late', date)] : [];
  if (weight === 'hard') {
    if (late) return [need(needBands.hardLate, 'hard-date-late', date)];
    return daysBetween(on, date) <= 7 ? [need(needBands.hardSoon, 'hard-date-soon', date)] : [];
  }
  return late ? [need(needBands.late, 'own-date-late', date)] : [];
}
