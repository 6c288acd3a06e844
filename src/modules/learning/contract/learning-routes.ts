import { z } from 'zod';
import { defineRoute, isId, parseCivilDate, type CivilDate } from '#platform/base';
import type { AttemptId, OrganisationId } from '../model/open/count/learning-ids.ts';

// Brands are given here, where the text has just been checked.
const organisationId = z.custom<OrganisationId>((value) => typeof value === 'string' && isId(value));
const attemptId = z.custom<AttemptId>((value) => typeof value === 'string' && isId(value));
const deviceId = z.string().refine(isId);
const day = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null);
/** Ids of courses and of what is in them. */
const part = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const language = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/);
const nobodyKnown = { none: 'a learner has no account; nothing of it says who did it' } as const;

/** One step of a run, as a device sends it and gets it back. */
export const learnerStep = z.strictObject({
  device: deviceId,
  seq: z.int().min(1).max(100_000),
  scene: part,
  block: part.nullable(),
  /** Where somebody works stays on the device. */
  kind: z.enum(['opened', 'reached', 'answered', 'shown', 'finished', 'skipped']),
  /** Codes of what was chosen: no place for words of anybody. */
  options: z.array(z.string().regex(/^[a-z0-9][a-z0-9:=-]{0,119}$/)).max(80),
  at: z.iso.datetime(),
});

const slot = z.strictObject({ slot: part, language, words: z.string().min(1).max(300), checkedOn: day });

const learner = z.strictObject({
  /** For whom this browser learns; null while nobody said. */
  organisation: z.string().nullable(),
  /** Whether it is one of our own people, for whom what they finish counts by name. */
  colleague: z.boolean(),
  /** Under which label their organisation knows whoever was invited; null for whoever is counted without one. */
  label: z.string().nullable(),
  /** What that organisation filled in for the course. */
  slots: z.array(slot),
  /** The run that was last sent, and what is held of it: the highest number of each device. */
  attempt: z
    .strictObject({ id: attemptId, held: z.array(z.strictObject({ device: deviceId, seq: z.int() })) })
    .nullable(),
  /** The day on which the course was first done. */
  completedOn: day.nullable(),
});

/** The routes of learning. What a learner does reaches the server only after they gave the code of an organisation. */
export const learningRoutes = {
  joinOrganisation: defineRoute({
    name: 'joinOrganisation',
    method: 'POST',
    path: '/api/learning/join',
    input: z.strictObject({ code: z.string().max(40) }),
    output: z.strictObject({ organisation: z.string() }),
    permission: { none: 'a learner has no account; the code of an organisation is asked' },
    audit: nobodyKnown,
    // A whole building may share an address; 45 bits cannot be tried out at this pace.
    rate: { per: 'address', limit: 600, windowMinutes: 60 },
    refusals: ['CodeUnknown', 'JoinedElsewhere', 'TooManyTries'],
  }),
  readLearner: defineRoute({
    name: 'readLearner',
    method: 'GET',
    path: '/api/learning/learner',
    query: z.strictObject({ course: part }),
    output: learner,
    permission: { none: 'a browser asks what it has sent itself; without its cookie there is nothing' },
    audit: nobodyKnown,
    refusals: [],
  }),
  saveSteps: defineRoute({
    name: 'saveSteps',
    method: 'POST',
    path: '/api/learning/attempts/:attempt/steps',
    params: z.strictObject({ attempt: attemptId }),
    input: z.strictObject({ course: part, language, steps: z.array(learnerStep).min(1).max(200) }),
    output: learner,
    permission: { none: 'a learner has no account; the cookie that came with the code says whose run it is' },
    audit: nobodyKnown,
    refusals: ['NotJoined', 'NotFound', 'RunTaken', 'RunFull', 'TooManyTries'],
  }),
  giveReceipt: defineRoute({
    name: 'giveReceipt',
    method: 'POST',
    path: '/api/learning/attempts/:attempt/receipt',
    params: z.strictObject({ attempt: attemptId }),
    input: z.strictObject({ course: part, language }),
    /** Good for one receipt alone. */
    output: z.strictObject({ number: z.string(), key: z.string(), version: z.string(), givenOn: day }),
    permission: { none: 'a learner has no account; the cookie that came with the code says whose run it is' },
    audit: nobodyKnown,
    refusals: ['NotJoined', 'NotFound', 'RunTaken', 'TooManyTries'],
  }),
  redeemReceipt: defineRoute({
    name: 'redeemReceipt',
    method: 'POST',
    path: '/api/learning/receipts/redeem',
    input: z.strictObject({
      receipt: z.string().max(60),
      /** Of a receipt of a package: why nobody who has one is counted by another route too; null where there is no other. */
      beside: z.string().trim().min(10).max(300).nullable(),
    }),
    output: z.strictObject({
      title: z.string(),
      version: z.string(),
      organisation: z.string(),
      /** As the device said. */
      doneOn: day,
      /** Whether its steps had come already: then nothing was added. */
      isKnown: z.boolean(),
      /** The course of a receipt that a package made; null for one whose number was given here. */
      packagedCourse: part.nullable(),
    }),
    permission: 'learning.redeem-receipt',
    audit: 'learning.receipt-redeemed',
    // 45 bits of a hash cannot be tried out at this pace.
    rate: { per: 'user', limit: 240, windowMinutes: 60 },
    refusals: [
      'ReceiptUnreadable',
      'ReceiptUnknown',
      'ReceiptAltered',
      'ReceiptInFuture',
      'ReceiptRedeemed',
      'ExportRevoked',
      'RouteTaken',
      'TooManyTries',
    ],
  }),
  forgetLearner: defineRoute({
    name: 'forgetLearner',
    method: 'DELETE',
    path: '/api/learning/learner',
    output: 'nothing',
    small: true,
    permission: { none: 'a browser takes back what it has sent itself; without its cookie there is nothing' },
    audit: nobodyKnown,
    refusals: [],
  }),
  listOrganisations: defineRoute({
    name: 'listOrganisations',
    method: 'GET',
    path: '/api/learning/organisations',
    output: z.strictObject({
      organisations: z.array(
        z.strictObject({
          id: organisationId,
          name: z.string(),
          own: z.boolean(),
          codeDrawnOn: day.nullable(),
          slots: z.array(slot.extend({ course: part })),
        }),
      ),
    }),
    permission: 'learning.organise',
    audit: { none: 'names of organisations and the numbers they publish' },
    refusals: [],
  }),
  addOrganisation: defineRoute({
    name: 'addOrganisation',
    method: 'POST',
    path: '/api/learning/organisations',
    input: z.strictObject({ id: organisationId, name: z.string().trim().min(2).max(80), own: z.boolean() }),
    output: 'nothing',
    permission: 'learning.organise',
    audit: 'learning.organisation-added',
    refusals: ['OrganisationTaken'],
  }),
  drawCode: defineRoute({
    name: 'drawCode',
    method: 'POST',
    path: '/api/learning/organisations/:organisation/code',
    params: z.strictObject({ organisation: organisationId }),
    output: z.strictObject({ code: z.string() }),
    permission: 'learning.organise',
    audit: 'learning.code-drawn',
    refusals: ['NotFound'],
  }),
  fillSlot: defineRoute({
    name: 'fillSlot',
    method: 'PUT',
    path: '/api/learning/organisations/:organisation/slots',
    params: z.strictObject({ organisation: organisationId }),
    input: slot.extend({ course: part, words: z.string().trim().max(300) }),
    output: 'nothing',
    permission: 'learning.organise',
    audit: 'learning.slot-filled',
    refusals: ['NotFound', 'SlotUnknown', 'DayInFuture'],
  }),
} as const;
