import { daysBetween, type CivilDate, type SpaceId, type UserId } from '#platform/base';
import type { CaseState } from './case-state.ts';
import type { Due } from './due.ts';
import type { CaseMember } from './open-case.ts';

/** What open rows can tell of; each stands until it is no longer so. */
export const reminderKinds = ['due-soon', 'due-late', 'authority-late', 'safety-check-late', 'answer-late'] as const;

/** Somebody to tell, of what. `step` is the number of days before the date at which it is told anew. */
export interface Reminder {
  readonly user: UserId;
  readonly kind: (typeof reminderKinds)[number];
  readonly subject: string;
  readonly date: CivilDate;
  readonly step: number | null;
  readonly urgent: boolean;
}

/** Days before a date at which it is told, by how much hangs on it (casework design, 5.1). */
export const reminderSteps = { hard: [1, 7, 14, 30], target: [14], soft: [14], duty: [3] } as const;

/** The widest of all steps: what lies further off is nobody's reminder yet. */
export const furthestStep = 30;

/**
 * What the open rows of one case say to whom on a day. A date of ours goes to the lead (to whoever
 * watches a resting case, to the coordinators where there is no lead); once it has passed to the
 * coordinators too, at once when it is hard. An authority that is late is told to the lead. The first
 * check and the answer to a referrer go to the coordinators.
 */
export function remindersOfCase(
  openCase: {
    readonly id: SpaceId;
    readonly state: CaseState;
    readonly due: readonly Due[];
    readonly members: readonly CaseMember[];
  },
  on: CivilDate,
): readonly Reminder[] {
  const { id, state, due, members } = openCase;
  const coordinators = members.filter(({ relation }) => relation === 'coordinator').map(({ user }) => user);
  const leads = members.filter(({ relation }) => relation === 'lead').map(({ user }) => user);
  const watchers = state.name === 'paused' ? [state.watcher] : leads;
  const carrying = watchers.length > 0 ? watchers : coordinators;
  const late = [...new Set([...carrying, ...coordinators])];
  return [
    ...due.flatMap((row) => remindersOfDue(row, on, { carrying, late })),
    ...remindersOfState(id, state, on, coordinators),
  ];
}

function remindersOfDue(
  { id, date, whose, weight, metOn }: Due,
  on: CivilDate,
  { carrying, late }: { readonly carrying: readonly UserId[]; readonly late: readonly UserId[] },
): readonly Reminder[] {
  if (metOn !== null) return [];
  const left = daysBetween(on, date);
  const about = { subject: id, date, step: null, urgent: false } as const;
  if (whose === 'authority')
    return left < 0 ? carrying.map((user) => ({ ...about, user, kind: 'authority-late' })) : [];
  if (left < 0) return late.map((user) => ({ ...about, user, kind: 'due-late', urgent: weight === 'hard' }));
  const step = reminderSteps[weight].find((days) => left <= days);
  return step === undefined ? [] : carrying.map((user) => ({ ...about, user, kind: 'due-soon', step }));
}

function remindersOfState(
  subject: string,
  state: CaseState,
  on: CivilDate,
  coordinators: readonly UserId[],
): readonly Reminder[] {
  if (state.name === 'intake' && state.safetyBy < on) {
    const about = { subject, date: state.safetyBy, step: null, urgent: true } as const;
    return coordinators.map((user) => ({ ...about, user, kind: 'safety-check-late' }));
  }
  if (state.name === 'referred' && state.answerBy < on) {
    const about = { subject, date: state.answerBy, step: null, urgent: false } as const;
    return coordinators.map((user) => ({ ...about, user, kind: 'answer-late' }));
  }
  return [];
}
