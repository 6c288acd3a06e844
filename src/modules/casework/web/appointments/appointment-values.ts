import { parseCivilDate, type CivilDate, type UserId } from '#platform/base';
import { appointmentKinds, type Appointment, type AppointmentPlan } from '#modules/casework/client';
import { fromTypedDate, noDate, toTypedDate, type TypedDate } from '#platform/web/ui';
import { cleanText, textOrNull } from '../shared/typed-text.ts';

/** An appointment as it is typed. */
export interface TypedAppointment {
  readonly kind: Appointment['kind'];
  readonly on: TypedDate;
  readonly at: string;
  readonly until: string;
  readonly place: string;
  readonly meetingPoint: string;
  readonly company: 'yes' | 'no' | 'not-asked';
  readonly goes: readonly string[];
  readonly interpreter: Appointment['interpreter'];
  readonly safeWay: string;
  readonly lawyer: 'may-go' | 'may-not' | 'not-yet';
  readonly lawyerOn: TypedDate;
  readonly lawyerWords: string;
}

export type AppointmentError = 'day' | 'times' | 'lawyer-day';

/** What a form starts with: an appointment, or an empty one. */
export function toTypedAppointment(before: Appointment | null, today: CivilDate): TypedAppointment {
  const company = before?.wantsCompany;
  return {
    kind: before?.kind ?? 'other',
    on: before ? toTypedDate(before.on) : noDate,
    at: before?.at ?? '',
    until: before?.until ?? '',
    place: before?.place ?? '',
    meetingPoint: before?.meetingPoint ?? '',
    company: company && 'told' in company ? (company.told ? 'yes' : 'no') : 'not-asked',
    goes: before?.goes ?? [],
    interpreter: before?.interpreter ?? 'none',
    safeWay: before?.safeWay ?? '',
    lawyer: before?.lawyer?.answer ?? 'not-yet',
    lawyerOn: toTypedDate(before?.lawyer?.on ?? today),
    lawyerWords: before?.lawyer?.words ?? '',
  };
}

/** The appointment that was typed, or what is wrong with it. `members` are those who may go along. */
export function fromTypedAppointment(
  typed: TypedAppointment,
  members: readonly UserId[],
  today: CivilDate,
): { readonly plan: AppointmentPlan } | { readonly errors: readonly AppointmentError[] } {
  const on = parseCivilDate(fromTypedDate(typed.on));
  const lawyer = typed.kind !== 'embassy' || typed.lawyer === 'not-yet' ? null : typed.lawyer;
  const lawyerOn = parseCivilDate(fromTypedDate(typed.lawyerOn));
  const errors: AppointmentError[] = [];
  if (on === null) errors.push('day');
  if (typed.until !== '' && (typed.at === '' || typed.until <= typed.at)) errors.push('times');
  if (lawyer && lawyerOn === null) errors.push('lawyer-day');
  if (on === null || errors.length > 0) return { errors };
  return {
    plan: {
      on,
      at: typed.at || null,
      until: typed.until || null,
      kind: appointmentKinds.find((kind) => kind === typed.kind) ?? 'other',
      place: textOrNull(typed.place),
      meetingPoint: textOrNull(typed.meetingPoint),
      wantsCompany:
        typed.company === 'not-asked'
          ? { notTold: 'not-asked' }
          : { told: typed.company === 'yes', source: 'person', on: today },
      goes: members.filter((user) => typed.goes.includes(user)),
      interpreter: typed.interpreter,
      safeWay: cleanText(typed.safeWay),
      lawyer: lawyer && lawyerOn ? { answer: lawyer, on: lawyerOn, words: cleanText(typed.lawyerWords) } : null,
    },
  };
}
