import { addDays, type CivilDate, type UserId } from '#platform/base';
import { homeAuthoritiesOf, type HomeAuthorities } from './safety-check.ts';
import type { SealedRecord } from './sealed-kinds.ts';
import { toldValue } from './told.ts';
import type { Appointment } from './work-records.ts';

/** What still has to be settled before the day; order of the form. */
export const appointmentGaps = ['meeting-point', 'company', 'company-not-asked', 'interpreter', 'safe-way'] as const;
export type AppointmentGap = (typeof appointmentGaps)[number];

/** What is open for a planned appointment (casework design, 5.4); nothing once it is over or cancelled. */
export function gapsOf(appointment: Appointment): readonly AppointmentGap[] {
  const { state, goes, meetingPoint, wantsCompany, interpreter, safeWay } = appointment;
  if (state.name !== 'planned') return [];
  const open: Record<AppointmentGap, boolean> = {
    'meeting-point': goes.length > 0 && meetingPoint === null,
    company: goes.length === 0 && toldValue(wantsCompany) === true,
    'company-not-asked': goes.length === 0 && toldValue(wantsCompany) === null,
    interpreter: interpreter === 'needed',
    'safe-way': safeWay.trim() === '',
  };
  return appointmentGaps.filter((gap) => open[gap]);
}

/** Where an appointment stands on a day. `to-ask`: the day has passed and nobody wrote what came of it. */
export type AppointmentTime = 'coming' | 'to-ask' | 'past';

export function timeOf({ on, state }: Appointment, today: CivilDate): AppointmentTime {
  if (state.name !== 'planned') return 'past';
  return on < today ? 'to-ask' : 'coming';
}

/** Days after which a missing outcome is late (casework design, 5.4: within 48 hours). */
export function outcomeIsLate(appointment: Appointment, today: CivilDate): boolean {
  return timeOf(appointment, today) === 'to-ask' && addDays(appointment.on, 2) < today;
}

/** Earliest first, by day and then by time; without a time after those that have one. */
export function compareAppointments(
  left: Pick<Appointment, 'on' | 'at'>,
  right: Pick<Appointment, 'on' | 'at'>,
): number {
  const [one, other] = [`${left.on} ${left.at ?? '99'}`, `${right.on} ${right.at ?? '99'}`];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Why an appointment may not be made; null when it may. */
export function blockOf(
  records: readonly SealedRecord[],
  { kind, lawyer }: Pick<Appointment, 'kind' | 'lawyer'>,
): Exclude<HomeAuthorities, 'may-know'> | null {
  if (kind !== 'embassy') return null;
  const answer = homeAuthoritiesOf(records);
  if (answer === 'may-know') return null;
  return answer !== 'no-check' && lawyer?.answer === 'may-go' ? null : answer;
}

/** A row of the work lists that stands for an appointment's day. */
export type AppointmentTask = Appointment['tasks'][number];

/**
 * Who has something to do on the day, and what: those who go along; where nobody does, `fallback`
 * asks the person how it went. The kind says no more than the server may know of any task.
 */
export function doersOf(
  { kind, goes }: Pick<Appointment, 'kind' | 'goes'>,
  fallback: UserId,
): readonly Pick<AppointmentTask, 'user' | 'kind'>[] {
  if (goes.length === 0) return [{ user: fallback, kind: 'call' }];
  return goes.map((user) => ({ user, kind: kind === 'other' ? 'meet' : 'go-along' }));
}

/** The rows of a changed appointment: kept where person and kind stay, dropped where they do not, new ones with new ids. */
export function tasksAfter(
  before: readonly AppointmentTask[],
  doers: readonly Pick<AppointmentTask, 'user' | 'kind'>[],
  newId: () => AppointmentTask['id'],
): AppointmentTask[] {
  const wanted = (task: AppointmentTask): boolean =>
    doers.some(({ user, kind }) => user === task.user && kind === task.kind);
  const kept = before.map((task) => ({ ...task, dropped: task.dropped || !wanted(task) }));
  const held = kept.filter(({ dropped }) => !dropped);
  const added = doers
    .filter(({ user, kind }) => !held.some((task) => task.user === user && task.kind === kind))
    .map((doer) => ({ ...doer, id: newId(), dropped: false }));
  return [...kept, ...added];
}
