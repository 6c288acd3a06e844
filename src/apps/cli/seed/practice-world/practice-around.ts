import { addDays, weekday, type CivilDate } from '#platform/base';
import { appointmentPlaces, fearWords, healthWords, helpWords, outcomeWords } from './around-words.ts';
import type { PracticeAppointment, PracticeParty, PracticeSafety } from './practice-world.ts';

const parties: readonly PracticeParty[] = [
  {
    role: 'lawyer',
    name: 'M. Vermeer, lawyer (invented)',
    phone: '010 000 0001',
    safe: true,
    knowsOfUs: true,
    mayHear: 'Everything about the procedure.',
  },
  {
    role: 'shelter',
    name: 'Shelter Zuiderhof, desk (invented)',
    phone: '010 000 0002',
    safe: true,
    knowsOfUs: true,
    mayHear: 'Days and times, nothing of what happened.',
  },
  {
    role: 'doctor',
    name: 'Practice Lindeplein (invented)',
    phone: '010 000 0003',
    safe: null,
    knowsOfUs: false,
    mayHear: 'Only that an appointment moves.',
  },
  {
    role: 'friend',
    name: 'Friend of the language lesson (invented)',
    phone: '06 0000 0004',
    safe: false,
    knowsOfUs: false,
    mayHear: '',
  },
];

/** Who is around a fictional person: always a lawyer, for most the shelter, for some more. By index, without a draw. */
export function practiceParties(index: number): readonly PracticeParty[] {
  return parties.slice(0, 1 + (index % 4));
}

/** A first check when the case was accepted, for most a later one; one case needs somebody now, some are late for the next. */
export function practiceSafety(index: number, accepted: CivilDate, on: CivilDate): readonly PracticeSafety[] {
  const last = index % 15 === 7 ? addDays(on, -96) : addDays(on, -(3 + ((index * 7) % 60)));
  const days = last > accepted ? [accepted, last] : [accepted];
  return days.map((day, at) => ({
    on: day,
    result: at < days.length - 1 ? 'steady' : resultOf(index),
    homeAuthoritiesMayKnow: index % 3 === 0 ? null : index % 3 === 1,
    fears: pick(fearWords, index),
    helps: pick(helpWords, index),
  }));
}

function resultOf(index: number): PracticeSafety['result'] {
  if (index === 23) return 'now';
  return index % 9 === 4 ? 'soon' : 'steady';
}

/** What every third person told of health, in a few words without details of harm. */
export function practiceHealth(index: number): string | null {
  return index % 3 === 2 ? pick(healthWords, index) : null;
}

/** For most one appointment that comes and one that is over; every eighth has an outcome still to write down. */
export function practiceAppointments(
  index: number,
  accepted: CivilDate,
  on: CivilDate,
  helper: string,
): readonly PracticeAppointment[] {
  const made = (day: CivilDate, turn: number, outcome: string | null): PracticeAppointment => {
    const { kind, place, meetingPoint } = pick(appointmentPlaces, index + turn);
    const goes = (index + turn) % 4 === 3 ? null : helper;
    const at = pick(['09:30', '11:00', '13:15', '15:45'], index + turn);
    return { on: day, at, kind, place, meetingPoint: goes === null ? null : meetingPoint, goes, outcome };
  };
  const past = workingDay(addDays(on, -(2 + ((index * 5) % 30))), -2);
  const outcome = index % 8 === 6 ? null : pick(outcomeWords, index);
  return [
    ...(index % 3 !== 1 && past > accepted ? [made(past, 0, outcome)] : []),
    ...(index % 5 !== 2 ? [made(workingDay(addDays(on, (index * 3) % 19), 2), 1, null)] : []),
  ];
}

/** Offices are closed on Saturday and Sunday; `shift` of two days leads out of a weekend. */
function workingDay(day: CivilDate, shift: 2 | -2): CivilDate {
  return weekday(day) >= 6 ? addDays(day, shift) : day;
}

function pick<Value>(values: readonly Value[], at: number): Value {
  const value = values[at % values.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}
