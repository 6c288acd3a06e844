import { z } from 'zod';
import { defineRoute } from '#platform/base';
import { evaluationQuestions } from '#kernel/gatherings';

const nobodyKnown = { none: 'whoever signs up has no account; nothing of it says who did it' } as const;
const byCode = { none: 'whoever was given the link of a session may look at it and sign up' } as const;
const bySecret = { none: 'whoever signed up holds the secret of their own page' } as const;
const code = z.string().max(40);
/** 16 random bytes, base64url. */
const secret = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const instant = z.iso.datetime();
/** A whole building may share an address. */
const rate = { per: 'address', limit: 300, windowMinutes: 60 } as const;

const what = z.strictObject({
  title: z.string(),
  startsAt: instant,
  endsAt: instant,
  place: z.string(),
  accessNote: z.string(),
});
const seat = what.extend({
  state: z.enum(['confirmed', 'offered', 'waiting', 'left']),
  /** Until when an offered place is kept. */
  until: instant.nullable(),
  cancelled: z.boolean(),
  /** From a day before, for whoever has a place. */
  link: z.string().nullable(),
  mark: z.enum(['present', 'absent']).nullable(),
  evaluated: z.boolean(),
});

/** As it was typed; what cannot be one is told as a wrong one. */
export const roomCode = z.string().max(40);
/** An answer to each question, from 1 (not at all) to 5 (fully), and a few words. */
export const evaluation = z.strictObject({
  answers: z.array(z.int().min(1).max(5)).length(evaluationQuestions),
  words: z.string().trim().min(1).max(400).nullable(),
});

/** How people without an account sign up for a session, and how they leave. Codes and secrets travel in bodies alone. */
export const attendRoutes = {
  lookAtSession: defineRoute({
    name: 'lookAtSession',
    method: 'POST',
    path: '/api/learning/attend/look',
    input: z.strictObject({ code }),
    output: what.extend({
      organisation: z.string().nullable(),
      signUpUntil: instant,
      /** Whether somebody may sign up now; `full`: they would wait. */
      open: z.boolean(),
      full: z.boolean(),
    }),
    permission: byCode,
    audit: nobodyKnown,
    rate,
    small: true,
    refusals: ['CodeUnknown', 'TooManyTries'],
  }),
  signUpWithCode: defineRoute({
    name: 'signUpWithCode',
    method: 'POST',
    path: '/api/learning/attend',
    input: z.strictObject({
      code,
      label: z.string().trim().min(1).max(60),
      mail: z.email().max(254).nullable(),
      language: z.enum(['en', 'nl']),
    }),
    output: z.strictObject({ secret }),
    permission: byCode,
    audit: nobodyKnown,
    rate: { ...rate, limit: 60 },
    refusals: ['CodeUnknown', 'SignUpOver', 'GatheringCancelled', 'GatheringBegun', 'TooManyTries'],
  }),
  readSeat: defineRoute({
    name: 'readSeat',
    method: 'POST',
    path: '/api/learning/attend/seat',
    input: z.strictObject({ secret }),
    output: seat,
    permission: bySecret,
    audit: nobodyKnown,
    rate,
    small: true,
    refusals: ['SeatUnknown', 'TooManyTries'],
  }),
  acceptSeat: defineRoute({
    name: 'acceptSeat',
    method: 'POST',
    path: '/api/learning/attend/accept',
    input: z.strictObject({ secret }),
    output: 'nothing',
    permission: bySecret,
    audit: nobodyKnown,
    rate,
    refusals: ['SeatUnknown', 'OfferOver', 'GatheringCancelled', 'GatheringBegun', 'TooManyTries'],
  }),
  leaveSeat: defineRoute({
    name: 'leaveSeat',
    method: 'POST',
    path: '/api/learning/attend/leave',
    input: z.strictObject({ secret }),
    output: 'nothing',
    permission: bySecret,
    audit: nobodyKnown,
    rate,
    small: true,
    refusals: ['SeatUnknown', 'GatheringCancelled', 'GatheringBegun', 'TooManyTries'],
  }),
  comeWithSeat: defineRoute({
    name: 'comeWithSeat',
    method: 'POST',
    path: '/api/learning/attend/presence',
    input: z.strictObject({ secret, code: roomCode }),
    output: 'nothing',
    permission: bySecret,
    audit: nobodyKnown,
    rate,
    small: true,
    refusals: ['SeatUnknown', 'TooEarly', 'RoomOver', 'RoomCodeWrong', 'GatheringCancelled', 'TooManyTries'],
  }),
  evaluateWithSeat: defineRoute({
    name: 'evaluateWithSeat',
    method: 'POST',
    path: '/api/learning/attend/evaluation',
    input: evaluation.extend({ secret }),
    output: 'nothing',
    permission: bySecret,
    audit: nobodyKnown,
    rate: { ...rate, limit: 60 },
    refusals: [
      'SeatUnknown',
      'EvaluationEarly',
      'EvaluationOver',
      'EvaluatedAlready',
      'GatheringCancelled',
      'TooManyTries',
    ],
  }),
} as const;
