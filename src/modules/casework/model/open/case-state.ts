import type { CivilDate, UserId } from '#platform/base';

/** First contact was taken; an answer to the referrer is due. */
export interface Referred {
  readonly name: 'referred';
  readonly on: CivilDate;
  readonly answerBy: CivilDate;
}
/** Getting to know each other; the first safety check is due. */
export interface Intake {
  readonly name: 'intake';
  readonly on: CivilDate;
  readonly safetyBy: CivilDate;
}
/** No room yet; looked at again on a day at most 28 days on. */
export interface Waiting {
  readonly name: 'waiting';
  readonly on: CivilDate;
  readonly reviewOn: CivilDate;
}
export interface Declined {
  readonly name: 'declined';
  readonly on: CivilDate;
}
/** Said yes to, without a team. */
export interface Accepted {
  readonly name: 'accepted';
  readonly on: CivilDate;
}
/** Being helped. Without a lead the coordinator watches the dates. */
export interface Active {
  readonly name: 'active';
  readonly on: CivilDate;
  readonly lead: UserId | null;
}
/** Resting by agreement, at most 90 days; somebody named watches the dates. */
export interface Paused {
  readonly name: 'paused';
  readonly on: CivilDate;
  readonly resumeOn: CivilDate;
  readonly watcher: UserId;
}
/** One person asked to close; another one must agree. */
export interface Closing {
  readonly name: 'closing';
  readonly on: CivilDate;
  readonly askedBy: UserId;
}
export interface Aftercare {
  readonly name: 'aftercare';
  readonly on: CivilDate;
  readonly until: CivilDate;
}
export interface Closed {
  readonly name: 'closed';
  readonly on: CivilDate;
}

/** Where the work on a case stands (casework design, 2.1); each state has only its own dates. */
export type CaseState =
  Referred | Intake | Waiting | Declined | Accepted | Active | Paused | Closing | Aftercare | Closed;

export type CaseStateName = CaseState['name'];

export const caseStateNames = [
  'referred',
  'intake',
  'waiting',
  'declined',
  'accepted',
  'active',
  'paused',
  'closing',
  'aftercare',
  'closed',
] as const satisfies readonly CaseStateName[];

/** States in which the person is still being helped or waits for it. */
export const runningStates = [
  'referred',
  'intake',
  'waiting',
  'accepted',
  'active',
  'paused',
  'closing',
  'aftercare',
] as const satisfies readonly CaseStateName[];

/** Whether work on the case goes on. */
export function isRunning(state: CaseStateName): boolean {
  return runningStates.some((name) => name === state);
}

/** Longest spans in days between the dates of a state. Tenant settings may shorten them, never lengthen. */
export const longestDays = { waiting: 28, paused: 90, aftercare: 184 } as const;
