import { z } from 'zod';
import { day, languageTag, line, partDate, recordRef, timeOfDay, told, userRef, words } from './told.ts';

const name = z.strictObject({
  given: line(120).nullable(),
  family: line(120).nullable(),
  /** Script as ISO 15924 names it: Latn, Arab, Ethi. */
  script: z.string().regex(/^[A-Z][a-z]{3}$/),
  use: z.enum(['legal', 'called', 'former']),
});

const address = z.strictObject({
  words: line(300),
  from: partDate.nullable(),
  to: partDate.nullable(),
  secret: z.boolean(),
});

/** Who somebody is. No national identification number and no photograph may be held. */
export const person1 = z.strictObject({
  names: z.array(name).max(12),
  calledName: line(120).nullable(),
  birth: told(z.strictObject({ date: partDate, basis: z.enum(['person', 'paper', 'estimate', 'authority']) })),
  gender: told(z.enum(['woman', 'man', 'other'])),
  nationalities: told(z.array(line(80)).max(6)),
  stateless: told(z.boolean()),
  languages: z
    .array(
      z.strictObject({ language: languageTag, level: z.enum(['little', 'good', 'mother-tongue']), reads: z.boolean() }),
    )
    .max(12),
  interpreterWishes: told(words(2_000)),
  numbers: z
    .array(z.strictObject({ kind: z.enum(['aliens', 'file', 'police', 'prosecutor', 'fund']), number: line(60) }))
    .max(20),
  addresses: z.array(address).max(30),
  guardian: told(line(200)),
  needs: told(words(4_000)),
});
export type Person = z.infer<typeof person1>;

const window = z.strictObject({
  /** Monday is 1, Sunday is 7. */
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  from: timeOfDay,
  until: timeOfDay,
});

const channel = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,20}$/),
  kind: z.enum(['call', 'text', 'message-app', 'mail', 'visit', 'via-person']),
  reach: line(200),
  safe: z.enum(['yes', 'no', 'after-text']),
  voicemail: z.boolean(),
});

/** How to reach somebody without putting them in danger (casework design, 5.2). */
export const reach2 = z.strictObject({
  channels: z.array(channel).max(12),
  /** When calling is safe; empty means: not agreed, so ask first. */
  windows: z.array(window).max(14),
  zone: z.string().regex(/^[A-Za-z]+\/[A-Za-z_]+$/),
  ifAnotherAnswers: words(1_000),
  nameWeUse: line(120).nullable(),
  nameTheyUse: line(120).nullable(),
  safeSign: line(200).nullable(),
  stopSign: line(200).nullable(),
  letters: z.strictObject({ to: line(300), plainEnvelope: z.boolean() }).nullable(),
  never: z.array(line(200)).max(20),
  language: languageTag.nullable(),
  interpreter: z.boolean(),
  ifNotReached: z.strictObject({ days: z.int().min(1).max(180), whom: line(200), what: words(1_000) }).nullable(),
  /** Days between contacts as agreed with the person; null when nothing was agreed. */
  everyDays: z.int().min(1).max(180).nullable(),
  quietUntil: day.nullable(),
  doNotContact: z.boolean(),
  agreedOn: day,
  reviewBy: day,
  /** Who changed the plan last, and who has seen that since; null while the first plan stands. */
  changed: z.strictObject({ by: userRef, seen: z.array(userRef).max(60) }).nullable(),
});
export type Reach = z.infer<typeof reach2>;

/** Purposes of consent, in the order in which they are asked (casework design, 4). */
export const consentPurposes = [
  'support',
  'contact',
  'interpreter',
  'share',
  'records',
  'represent',
  'refer',
  'evidence-story',
  'statistics',
  'research',
  'transfer',
  'aftercare',
  'recording-of-voice',
] as const;

/** One consent: one purpose, one recipient. A no is kept and shown as plainly as a yes. */
export const consent1 = z.strictObject({
  purpose: z.enum(consentPurposes),
  recipient: z.union([
    z.strictObject({ kind: z.literal('us') }),
    z.strictObject({ kind: z.literal('party'), party: recordRef }),
    z.strictObject({ kind: z.literal('named'), name: line(200) }),
  ]),
  scope: words(4_000),
  withheld: words(4_000),
  language: languageTag.nullable(),
  interpreter: z.boolean(),
  form: z.enum(['spoken-with-witness', 'signed-paper', 'drawn-signature']),
  readAloud: z.boolean(),
  inOwnWords: z.boolean(),
  capacity: z.enum(['self', 'with-guardian', 'minors-own-view']),
  basis: words(400),
  state: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('asked'), on: day }),
    z.strictObject({ name: z.literal('given'), on: day, until: day.nullable(), reviewOn: day.nullable() }),
    z.strictObject({ name: z.literal('said-no'), on: day }),
    z.strictObject({ name: z.literal('withdrawn'), given: day, on: day, words: words(2_000) }),
    z.strictObject({ name: z.literal('ended'), given: day, on: day }),
    z.strictObject({ name: z.literal('replaced'), given: day, on: day, by: recordRef }),
  ]),
});
export type Consent = z.infer<typeof consent1>;
