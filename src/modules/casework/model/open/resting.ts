import type { CaseStateName } from './case-state.ts';
import { caseStateNames } from './case-state.ts';

/** States in which the work rests: little may be written, or nothing (casework design, 2.1). */
export const restingStates = ['aftercare', 'closed'] as const satisfies readonly CaseStateName[];
export type RestingState = (typeof restingStates)[number];

/** Whether only some of a case, or nothing of it, may be written in this state. */
export function isResting(state: CaseStateName): state is RestingState {
  return restingStates.some((resting) => resting === state);
}

/**
 * Written in every state: the head only sums up what is there, and unfinished text belongs to who types it, so that
 * somebody under whose hands a case is closed loses nothing.
 */
const always: readonly string[] = ['head', 'draft'];

/**
 * Types of records that may be written while the work rests. The person can withdraw a consent at any time, also when
 * all else is over. Which kinds of these types are meant only a device can tell, see `mayWriteRecord`.
 */
const resting: Readonly<Record<RestingState, readonly string[]>> = {
  aftercare: [...always, 'entry', 'plan', 'referral', 'consent'],
  closed: [...always, 'consent'],
};

/** What an operation does to a record, as far as the server sees it. */
export interface RecordWrite {
  readonly type: string;
  /** Whether the record is taken away. */
  readonly deleted: boolean;
}

/** Whether a record of this type may be written, or taken away, in this state. */
export function mayWriteType(state: CaseStateName, { type, deleted }: RecordWrite): boolean {
  if (!isResting(state)) return true;
  return deleted ? type === 'draft' : resting[state].includes(type);
}

/** The states in which all of this may be written. */
export function statesAllowing(writes: readonly RecordWrite[]): readonly CaseStateName[] {
  return caseStateNames.filter((state) => writes.every((write) => mayWriteType(state, write)));
}
