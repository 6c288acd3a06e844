import { createId, dayInAmsterdam, expectOk, type RecordId, type UserId } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import {
  addToCase,
  syncAppointmentTasks,
  type Appointment,
  type OpenedCase,
  type RecordToPut,
} from '#modules/casework/client';
import { safeWayWords } from './practice-world/around-words.ts';
import type { PracticeAppointment, PracticeCase, PracticeSafety } from './practice-world/practice-world.ts';

const notAsked = { notTold: 'not-asked' } as const;

/** Safety checks, health and the people around a fictional person, for the batch that accepts the case. */
export function aroundRecords({
  safety,
  parties,
  health,
  acceptedOn,
  referredOn,
}: PracticeCase): readonly RecordToPut[] {
  const on = acceptedOn ?? referredOn;
  const records: RecordToPut[] = safety.map((check) => ({ kind: 'safety', content: safetyContent(check) }));
  for (const { phone, safe, ...party } of parties) {
    records.push({
      kind: 'party',
      content: {
        ...party,
        organisation: null,
        contacts: [{ kind: 'phone', reach: phone }],
        safe: safe === null ? notAsked : { told: safe, source: 'person', on },
      },
    });
  }
  if (health !== null) {
    const words = { told: health, source: 'person' as const, on };
    records.push({ kind: 'health', content: { words, practitioners: [], care: 'wanted' } });
  }
  return records;
}

function safetyContent({ on, result, homeAuthoritiesMayKnow, fears, helps }: PracticeSafety) {
  const told = <Value>(value: Value) => ({ told: value, source: 'person' as const, on });
  return {
    on,
    safeToTalk: told(true),
    alone: told(true),
    inThisLanguage: told(true),
    threats: result === 'now' ? told('A car stood before the shelter twice this week.') : notAsked,
    held: notAsked,
    sleepTonight: told(true),
    healthNow: notAsked,
    selfHarm: { notTold: 'does-not-want-to-say' as const },
    mayKnow: told('The lawyer and the shelter.'),
    homeAuthoritiesMayKnow: homeAuthoritiesMayKnow === null ? notAsked : told(homeAuthoritiesMayKnow),
    minor: notAsked,
    dateExpires: notAsked,
    fears: told(fears),
    helps: told(helps),
    result,
  };
}

/** All appointments of a case in one batch, and the rows that stand for the coming ones. */
export async function seedAppointments(
  session: SpaceSession,
  opened: OpenedCase,
  { appointments, lead, coordinator }: PracticeCase,
  userOf: (handle: string) => UserId,
): Promise<OpenedCase> {
  if (appointments.length === 0) return opened;
  const today = dayInAmsterdam(session.clock.now());
  const puts = appointments.map((one): RecordToPut => {
    const goes = one.goes === null ? [] : [userOf(one.goes)];
    const user = goes[0] ?? userOf(lead ?? coordinator);
    const kind = goes.length === 0 ? 'call' : one.kind === 'other' ? 'meet' : 'go-along';
    const task = { id: createId<RecordId>(session.randomBytes), user, kind, dropped: false } as const;
    return { kind: 'appointment', content: appointmentContent(one, goes, one.on < today ? [] : [task]) };
  });
  const saved = expectOk(await addToCase(session, opened, { puts }));
  expectOk(await syncAppointmentTasks(session, saved));
  return saved;
}

function appointmentContent(
  { on, at, kind, place, meetingPoint, outcome }: PracticeAppointment,
  goes: UserId[],
  tasks: Appointment['tasks'],
): Appointment {
  return {
    on,
    at,
    until: null,
    kind,
    place,
    meetingPoint,
    wantsCompany: { told: goes.length > 0, source: 'person', on },
    goes,
    interpreter: goes.length > 0 ? 'arranged' : 'none',
    safeWay: safeWayWords,
    lawyer: null,
    state: outcome === null ? { name: 'planned' } : { name: 'took-place', on, words: outcome },
    tasks,
  };
}
