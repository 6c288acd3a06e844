import { z } from 'zod';
import { day, line, partDate, recordRef, told, userRef, words } from './told.ts';

/** How the case came to us, and what was decided on it. */
export const intake1 = z.strictObject({
  by: z.union([z.literal('self'), recordRef, line(200)]),
  on: day,
  channel: z.enum(['phone', 'mail', 'partner', 'awareness-session', 'own-shelter', 'other']),
  knowsAndWants: words(),
  urgent: words(4_000),
  answer: z
    .strictObject({
      on: day,
      reason: z
        .enum(['capacity', 'other-region', 'not-our-work', 'other-help', 'person-said-no', 'not-reached'])
        .nullable(),
      toldHow: words(2_000),
      otherHelp: words(2_000),
    })
    .nullable(),
});

/** The closing list, with who handed over what to whom (casework design, 2.3). */
export const closing1 = z.strictObject({
  items: z.array(z.strictObject({ item: line(80), done: z.boolean(), words: words(1_000) })).max(40),
  outcomes: z
    .array(
      z.strictObject({
        track: line(40),
        reason: z.enum(['goal-reached', 'moved', 'other-help', 'person-stopped', 'lost-contact', 'died', 'refused']),
      }),
    )
    .max(10),
  retention: z.enum(['declined', 'short', 'standard', 'claim', 'minor']),
});

export const handover1 = z.strictObject({
  from: userRef.nullable(),
  to: userRef,
  share: z.enum(['nothing', 'agreed-summary', 'all']),
  personsAnswer: told(words(1_000)),
  words: words(),
});

export const partyRoles = [
  'lawyer',
  'shelter',
  'police',
  'prosecutor',
  'doctor',
  'interpreter',
  'organisation',
  'friend',
  'family',
  'other',
] as const;

/** Somebody around the person, or around the case. */
export const party1 = z.strictObject({
  role: z.enum(partyRoles),
  name: line(200),
  organisation: line(200).nullable(),
  contacts: z.array(z.strictObject({ kind: z.enum(['phone', 'mail', 'address', 'other']), reach: line(200) })).max(10),
  safe: told(z.boolean()),
  knowsOfUs: z.boolean(),
  mayHear: words(1_000),
});

export type Party = z.infer<typeof party1>;

/** The plan is the person's: goals in their words, smallest next step, who does it. */
export const plan1 = z.strictObject({
  goals: z
    .array(
      z.strictObject({
        words: words(1_000),
        steps: z
          .array(z.strictObject({ words: words(1_000), whose: line(120), by: day.nullable(), done: z.boolean() }))
          .max(40),
      }),
    )
    .max(20),
  strengths: words(4_000),
  circle: z.array(z.strictObject({ party: recordRef, forWhat: line(200), safe: z.boolean() })).max(30),
});

/**
 * What was being typed: only the fields that differ from what the form began with. Sealed two seconds
 * after typing stops, replaced in place, gone on save or after 14 days. Longer texts than a record may
 * have are kept too, so that what must be shortened is not lost meanwhile.
 */
export const draft1 = z.strictObject({
  form: line(120),
  /** The record that the form edits; null for a new one. */
  of: recordRef.nullable(),
  /** The version of that record which the person saw; 0 for a new one. */
  baseVersion: z.int().min(0),
  /** The id that a new record will get, so that saving twice makes one. */
  id: recordRef,
  values: z.record(z.string().max(80), z.union([words(100_000), z.boolean(), z.int()])),
  caret: z.strictObject({ field: z.string().max(80), at: z.int().min(0) }).nullable(),
  madeOn: day,
});

const yesNo = told(z.boolean());

/** A safety check: no score, every question may be left (casework design, 2.2). */
export const safety1 = z.strictObject({
  on: day,
  safeToTalk: yesNo,
  alone: yesNo,
  inThisLanguage: yesNo,
  threats: told(words(4_000)),
  held: told(words(2_000)),
  sleepTonight: yesNo,
  healthNow: told(words(2_000)),
  selfHarm: told(words(2_000)),
  mayKnow: told(words(2_000)),
  homeAuthoritiesMayKnow: yesNo,
  minor: yesNo,
  dateExpires: told(day),
  fears: told(words(2_000)),
  helps: told(words(2_000)),
  result: z.enum(['now', 'soon', 'steady']),
});

/** What the person told, version by version; a statement is never edited once agreed, only added to. */
export const account1 = z.strictObject({
  words: words(),
  statement: z
    .strictObject({
      language: line(35),
      interpreter: line(200).nullable(),
      readBackOn: day,
      agreedOn: day,
      added: words(),
    })
    .nullable(),
});

export const health1 = z.strictObject({
  words: told(words()),
  practitioners: z.array(recordRef).max(20),
  care: z.enum(['none-needed', 'wanted', 'arranged', 'running', 'not-asked']),
});

export const family1 = z.strictObject({
  people: z
    .array(
      z.strictObject({
        name: line(200),
        tie: line(80),
        where: line(200).nullable(),
        birth: partDate.nullable(),
        knows: yesNo,
        safe: yesNo,
      }),
    )
    .max(60),
});

export const eventParts = ['recruitment', 'transit', 'exploitation', 'escape', 'other'] as const;

/** A piece of what happened. */
export const event1 = z.strictObject({
  part: z.enum(eventParts),
  from: partDate.nullable(),
  to: partDate.nullable(),
  place: line(300).nullable(),
  means: words(4_000),
  words: words(),
});

export const threat1 = z.strictObject({
  who: line(200),
  role: line(120).nullable(),
  where: line(200).nullable(),
  reach: words(2_000),
  words: words(),
});
