import { z } from 'zod';
import { day, line, recordRef, timeOfDay, told, userRef, words } from './told.ts';

const moment = { on: day, at: timeOfDay.nullable() };
/** Shared with the person and with readers, or for the team alone. */
const audience = z.enum(['team', 'shareable']);

export const contactKinds = ['call', 'message', 'visit', 'letter', 'meeting', 'accompaniment'] as const;

/** A contact: with whom, how long, whether the person was reached. */
export const contact1 = z.strictObject({
  ...moment,
  minutes: z.int().min(0).max(1_440),
  kind: z.enum(contactKinds),
  with: z.union([z.literal('person'), recordRef]),
  reached: z.boolean(),
  words: words(),
  nextStep: words(1_000),
  audience,
});
export type Contact = z.infer<typeof contact1>;

export const attemptReasons = [
  'no-answer',
  'voicemail',
  'another-answered',
  'not-there',
  'cancelled',
  'other',
] as const;

/** A try that reached nobody. */
export const attempt1 = z.strictObject({
  ...moment,
  kind: z.enum(contactKinds),
  why: z.enum(attemptReasons),
  words: words(2_000),
});

export const note1 = z.strictObject({ ...moment, title: line(200).nullable(), words: words(), audience });

/** A volunteer's question to the coordinator; answered by a reply. */
export const question1 = z.strictObject({ ...moment, to: userRef, words: words() });

/** An answer to an entry; goes to its author. */
export const reply1 = z.strictObject({ ...moment, entry: recordRef, words: words() });

export const incidentKinds = [
  'threat',
  'violence',
  'seen-by-suspect',
  'missing',
  'self-harm',
  'leak',
  'other',
] as const;

/** Something that went wrong, what was done, and whether the coordinator knows. */
export const incident1 = z.strictObject({
  ...moment,
  kind: z.enum(incidentKinds),
  words: words(),
  done: words(),
  coordinatorTold: z.boolean(),
});

/** One attempt at an embassy; counted to no fixed number. */
export const embassy1 = z.strictObject({
  ...moment,
  office: line(200),
  person: line(200).nullable(),
  how: z.enum(['visit', 'letter', 'registered-letter', 'call', 'mail']),
  asked: words(4_000),
  answer: z.enum(['none', 'refused', 'promised', 'issued']),
  letter: recordRef.nullable(),
});

/** The words of a task; its day and assignee are the open row with the same id. */
export const task1 = z.strictObject({
  title: line(200),
  why: z.union([
    z.literal('by-hand'),
    z.strictObject({ deadline: line(120) }),
    z.strictObject({ requirement: line(120) }),
  ]),
  words: words(4_000),
  outcome: words(4_000),
});
export type TaskWords = z.infer<typeof task1>;

export const appointmentKinds = [
  'embassy',
  'municipality',
  'lawyer',
  'police',
  'immigration',
  'court',
  'medical',
  'other',
] as const;

/** Somewhere the person goes, or where somebody meets them; its days are known to the server by tasks only. */
export const appointment1 = z.strictObject({
  ...moment,
  until: timeOfDay.nullable(),
  kind: z.enum(appointmentKinds),
  place: line(300).nullable(),
  meetingPoint: line(300).nullable(),
  wantsCompany: told(z.boolean()),
  goes: z.array(userRef).max(6),
  interpreter: z.enum(['none', 'needed', 'arranged']),
  safeWay: words(2_000),
  /** Asked before anything goes to the authorities of the person's own country (casework design, 5.6). */
  lawyer: z.strictObject({ answer: z.enum(['may-go', 'may-not']), on: day, words: words(2_000) }).nullable(),
  state: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('planned') }),
    z.strictObject({ name: z.literal('took-place'), on: day, words: words(4_000) }),
    z.strictObject({ name: z.literal('did-not-take-place'), on: day, words: words(4_000) }),
    z.strictObject({ name: z.literal('cancelled'), on: day, words: words(4_000) }),
  ]),
  /** The open rows that stand for its day; one that is dropped belongs to somebody who no longer goes. */
  tasks: z
    .array(
      z.strictObject({
        id: recordRef,
        user: userRef,
        kind: z.enum(['go-along', 'meet', 'call']),
        dropped: z.boolean(),
      }),
    )
    .max(60),
});
export type Appointment = z.infer<typeof appointment1>;

/** A record that somebody else holds and was asked for. */
export const request1 = z.strictObject({
  what: line(200),
  from: z.union([recordRef, line(200)]),
  authorisation: recordRef.nullable(),
  asked: day.nullable(),
  remindOn: day.nullable(),
  received: day.nullable(),
  words: words(4_000),
});
