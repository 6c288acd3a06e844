import { daysBetween, ok, refuse, type CivilDate, type Result, type UserId } from '#platform/base';
import { actBetween, caseTransitions, type CaseActName } from './case-acts.ts';
import { longestDays, type CaseState } from './case-state.ts';
import type { Attestation } from './attestation.ts';
import type { CaseMember, OpenCase } from './open-case.ts';
import { isResting, type RestingState } from './resting.ts';

export type ChangeRefusal =
  | { readonly type: 'StateForbids'; readonly reason: StateReason }
  | { readonly type: 'AttestationMissing'; readonly reason: Attestation }
  | { readonly type: 'SecondPersonNeeded' };

export type StateReason =
  | 'no-such-act'
  | 'code-name'
  | 'dates'
  | 'future'
  | 'lead-not-member'
  | 'watcher-not-member'
  | 'branch'
  /** The work rests: nothing may be changed, or only what aftercare allows. */
  | RestingState;

/** What happened to the case as a whole; `null` when its state stayed as it was. */
export interface JudgedChange {
  readonly act: CaseActName | null;
}

/** Who changes, on which day, and who can read the case afterwards. */
export interface ChangeContext {
  readonly by: UserId;
  readonly today: CivilDate;
  readonly members: readonly CaseMember[];
  /** Codes signed in the operations of this change. */
  readonly attestations: readonly Attestation[];
}

/**
 * Whether open values may follow other open values. Both sides ask it: the client before it signs,
 * the server before it writes. Who may do the act is asked of the policy.
 */
export function judgeChange(
  before: OpenCase | null,
  after: OpenCase,
  context: ChangeContext,
): Result<JudgedChange, ChangeRefusal> {
  if (before !== null && before.codeName !== after.codeName) return forbid('code-name');
  if (before !== null && before.branch !== after.branch) return forbid('branch');
  const peopleKnown = judgePeople(after.state, context.members);
  if (!peopleKnown.ok) return peopleKnown;
  if (before !== null && sameState(before.state, after.state)) {
    const { name } = before.state;
    return isResting(name) && !sameDates(before, after) ? forbid(name) : ok({ act: null });
  }
  const act = actBetween(before?.state.name ?? 'none', after.state.name);
  if (act === null) return forbid('no-such-act');
  const missing = caseTransitions[act].requires.find((code) => !context.attestations.includes(code));
  if (missing !== undefined) return refuse({ type: 'AttestationMissing', reason: missing });
  if (before?.state.name === 'closing' && act === 'close' && before.state.askedBy === context.by) {
    return refuse({ type: 'SecondPersonNeeded' });
  }
  if (after.state.name === 'closing' && after.state.askedBy !== context.by) return forbid('dates');
  const dated = judgeDates(before, after, context.today);
  return dated.ok ? ok({ act }) : dated;
}

function judgePeople(state: CaseState, members: readonly CaseMember[]): Result<void, ChangeRefusal> {
  const relationOf = (user: UserId) => members.find((member) => member.user === user)?.relation;
  if (state.name === 'active' && state.lead !== null && relationOf(state.lead) !== 'lead')
    return forbid('lead-not-member');
  if (state.name === 'active' && state.lead === null && members.some(({ relation }) => relation === 'lead')) {
    return forbid('lead-not-member');
  }
  const watcher = state.name === 'paused' ? relationOf(state.watcher) : 'lead';
  return watcher === 'lead' || watcher === 'second' || watcher === 'coordinator'
    ? ok(undefined)
    : forbid('watcher-not-member');
}

/** A day of grace for devices on the other side of midnight; the past is free, since work is written up later. */
function judgeDates(before: OpenCase | null, after: OpenCase, today: CivilDate): Result<void, ChangeRefusal> {
  const { state } = after;
  if (daysBetween(today, state.on) > 1) return forbid('future');
  if (before !== null && state.on < before.state.on) return forbid('dates');
  if (after.keepUntil < state.on) return forbid('dates');
  return spanFits(state) ? ok(undefined) : forbid('dates');
}

function spanFits(state: CaseState): boolean {
  switch (state.name) {
    case 'referred':
      return state.answerBy >= state.on;
    case 'intake':
      return state.safetyBy >= state.on;
    case 'waiting':
      return isWithin(state.on, state.reviewOn, longestDays.waiting);
    case 'paused':
      return isWithin(state.on, state.resumeOn, longestDays.paused);
    case 'aftercare':
      return isWithin(state.on, state.until, longestDays.aftercare);
    case 'declined':
    case 'accepted':
    case 'active':
    case 'closing':
    case 'closed':
      return true;
  }
}

function isWithin(from: CivilDate, to: CivilDate, days: number): boolean {
  const span = daysBetween(from, to);
  return span >= 0 && span <= days;
}

/** Dates and phase are facts of the work; how long the file is kept is not. */
function sameDates(before: OpenCase, after: OpenCase): boolean {
  return before.phase === after.phase && JSON.stringify(before.due) === JSON.stringify(after.due);
}

function sameState(left: CaseState, right: CaseState): boolean {
  const leftEntries = Object.entries(left);
  const rightByName = new Map(Object.entries(right));
  return (
    leftEntries.length === rightByName.size && leftEntries.every(([name, value]) => rightByName.get(name) === value)
  );
}

function forbid(reason: StateReason): { readonly ok: false; readonly refusal: ChangeRefusal } {
  return refuse({ type: 'StateForbids', reason });
}
