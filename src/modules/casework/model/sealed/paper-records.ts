import { z } from 'zod';
import { day, languageTag, line, partDate, recordRef, userRef, words } from './told.ts';

/** What is known of one paper, and the secret that opens its file. */
export const paper1 = z.strictObject({
  /** Document id of the procedure pack; null for a paper of the programme's own kind. */
  document: line(80).nullable(),
  ownKind: line(120).nullable(),
  title: line(200),
  date: partDate.nullable(),
  validUntil: day.nullable(),
  language: languageTag.nullable(),
  form: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('original-seen') }),
    z.strictObject({ kind: z.literal('copy') }),
    z.strictObject({ kind: z.literal('certified-translation'), of: recordRef }),
  ]),
  pages: z.int().min(0).max(5_000),
  originalHeldBy: line(200).nullable(),
  /** Requirement ids of the pack that it is meant to meet. */
  meets: z.array(line(80)).max(20),
  forWhom: z.enum(['team', 'inner']),
  /** Null while only the paper's existence is known. */
  file: z
    .strictObject({
      document: recordRef,
      secret: z.string().max(200),
      sha256: z.string().length(43),
      length: z.int().min(1).max(30_000_000),
      mediaType: z.string().max(100),
      name: line(200),
    })
    .nullable(),
});
export type Paper = z.infer<typeof paper1>;

/** A row of the checklist when something is sent although it is missing: who owes it, or why, and by when it follows. */
const followsLater = z.strictObject({ requirement: line(80), what: line(200), by: day });

/** Which letter is written, and to be seen by whom before it says anything about health or the account. */
const letterChoice = z.strictObject({
  /** A template of the organisation's own; null is the letter that comes with Baken. */
  template: recordRef.nullable(),
  language: languageTag,
  /** Facts of the journey that the letter tells, by id; null until somebody chose. */
  facts: z.array(line(80)).max(60).nullable(),
});

export const applicationStates = [
  'gathering',
  'in-reading',
  'ready',
  'sent',
  'received',
  'decided',
  'withdrawn',
] as const;

/** One application; frozen from `sent` on (casework design, 6). */
export const application2 = z.strictObject({
  pack: line(80),
  packVersion: line(40),
  /** The fact that filing it will make, and whose requirements it needs: `extension-requested`. */
  step: line(80),
  title: line(200),
  /** Id of the deadline in the journey that it must meet; null when none runs. */
  deadline: line(120).nullable(),
  state: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('gathering'), since: day }),
    z.strictObject({ name: z.literal('in-reading'), since: day, reader: userRef }),
    z.strictObject({ name: z.literal('ready'), since: day }),
    z.strictObject({ name: z.literal('sent'), since: day, filing: recordRef }),
    z.strictObject({ name: z.literal('received'), since: day, filing: recordRef }),
    z.strictObject({ name: z.literal('decided'), since: day, outcome: z.enum(['granted', 'refused', 'other']) }),
    z.strictObject({ name: z.literal('withdrawn'), since: day, why: words(2_000) }),
  ]),
  /** Way of the pack that is taken, where the step has several: `R1`. */
  route: line(20).nullable(),
  /** What is in the bundle, in its order: papers of the case, and the official form by its stationery id. */
  order: z.array(recordRef).max(300),
  /** Parts that are turned, in degrees clockwise. */
  turned: z
    .array(z.strictObject({ part: recordRef, degrees: z.union([z.literal(90), z.literal(180), z.literal(270)]) }))
    .max(300),
  without: z.array(followsLater).max(40),
  letter: letterChoice,
  /** The official form that is filled; null when none is. */
  form: recordRef.nullable(),
  /** Who saw that letter or form asks about health or the account; two different people have to. */
  seenNeeds: z.array(z.strictObject({ need: z.enum(['health', 'account']), by: userRef })).max(20),
  /** What the user wants at the foot of each page; nothing unless chosen. */
  reference: line(60).nullable(),
  /** The bundle that was saved last, by its hash (base64url), so that filing can say which one was sent. */
  bundle: z.strictObject({ sha256: z.string().length(43), pages: z.int().min(1).max(1_000), on: day }).nullable(),
});
export type Application = z.infer<typeof application2>;

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), words: line(300) }),
  z.strictObject({ kind: z.literal('paragraph'), words: words() }),
  z.strictObject({ kind: z.literal('list'), items: z.array(line(2_000)).max(100) }),
  z.strictObject({ kind: z.literal('quote'), words: words() }),
  z.strictObject({ kind: z.literal('footnote'), words: line(2_000) }),
  z.strictObject({ kind: z.literal('fact'), fact: line(80) }),
]);

/** Texts that people write themselves, by the field of the template that they fill: `texts.reasons`. */
export const textPurposes = ['opening', 'reasons', 'request', 'closing', 'statement', 'other'] as const;
export type TextPurpose = (typeof textPurposes)[number];

/** A text of an application, written as blocks. */
export const text2 = z.strictObject({
  application: recordRef,
  purpose: z.enum(textPurposes),
  language: languageTag,
  title: line(200),
  blocks: z.array(block).max(400),
});
export type ApplicationText = z.infer<typeof text2>;
export type TextBlock = ApplicationText['blocks'][number];

/** How something was handed in, and what proves it. Only `received` makes the pack's fact. */
export const filing1 = z.strictObject({
  application: recordRef,
  how: z.enum(['registered-post', 'post', 'desk', 'lawyer', 'portal-of-lawyer']),
  by: z.union([userRef, line(200)]),
  authorisation: recordRef.nullable(),
  on: day,
  tracking: line(120).nullable(),
  proof: recordRef.nullable(),
  /** SHA-256 of the bundle, base64url; null when no bundle was made here. */
  bundle: z.string().length(43).nullable(),
  received: z.strictObject({ on: day, proved: z.boolean() }).nullable(),
});
export type Filing = z.infer<typeof filing1>;

/** A second person's check. */
export const reading1 = z.strictObject({
  application: recordRef,
  reader: userRef,
  on: day,
  checked: z.array(line(120)).max(60),
  comments: z.array(z.strictObject({ text: recordRef, block: z.int().min(0).max(400), words: words(4_000) })).max(200),
  verdict: z.enum(['ready', 'change']),
});
