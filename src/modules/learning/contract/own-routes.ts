import { z } from 'zod';
import { defineRoute, isId, parseCivilDate, type CivilDate } from '#platform/base';
import type { AttemptId } from '../model/open/count/learning-ids.ts';
import { revoked } from './certificate-shapes.ts';
import { learnerStep } from './learning-routes.ts';
import { linkSecret } from './people-shapes.ts';

// Brands are given here, where the text has just been checked.
const attempt = z.custom<AttemptId>((value) => typeof value === 'string' && isId(value));
const day = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null);
const course = z.string();
const byCookie = { none: 'a browser asks about its own learning; without its cookie there is nothing' } as const;
const byCode = {
  none: 'whoever holds the code of a learner goes on as that learner, or takes everything back',
} as const;
const nobodyKnown = { none: 'a learner has no account; nothing of it says who did it' } as const;
/** 55 bits cannot be tried out at this pace. */
const rate = { per: 'address', limit: 60, windowMinutes: 60 } as const;
const code = z.strictObject({ code: z.string().max(40) });

const run = z.strictObject({
  attempt,
  course,
  begunOn: day,
  changedOn: day,
  steps: z.array(learnerStep),
});

/** What somebody may do about their own learning, alone: go on elsewhere, read all of it, take it back. */
export const ownRoutes = {
  drawResumeCode: defineRoute({
    name: 'drawResumeCode',
    method: 'POST',
    path: '/api/learning/learner/code',
    output: z.strictObject({ code: z.string(), until: day }),
    permission: byCookie,
    audit: nobodyKnown,
    rate,
    small: true,
    refusals: ['NotJoined', 'TooManyTries'],
  }),
  resumeLearner: defineRoute({
    name: 'resumeLearner',
    method: 'POST',
    path: '/api/learning/resume',
    input: code,
    output: z.strictObject({ organisation: z.string() }),
    permission: byCode,
    audit: nobodyKnown,
    rate,
    small: true,
    refusals: ['ResumeUnreadable', 'ResumeUnknown', 'BrowserTaken', 'TooManyTries'],
  }),
  readSteps: defineRoute({
    name: 'readSteps',
    method: 'GET',
    path: '/api/learning/attempts/:attempt/steps',
    params: z.strictObject({ attempt }),
    output: z.strictObject({ steps: z.array(learnerStep) }),
    permission: byCookie,
    audit: nobodyKnown,
    refusals: ['NotJoined', 'NotFound'],
  }),
  readOwnLearning: defineRoute({
    name: 'readOwnLearning',
    method: 'GET',
    path: '/api/learning/learner/all',
    output: z.strictObject({
      organisation: z.string(),
      /** Under which label the organisation knows whoever was invited. */
      label: z.string().nullable(),
      /** Whether an account of ours is bound to it. */
      colleague: z.boolean(),
      /** How many browsers reach it, this one too. */
      browsers: z.int(),
      codeUntil: day.nullable(),
      /** Whether mail reminds of it, and where; `asked`: the letter that asks has not been answered. */
      reminders: z.strictObject({
        available: z.boolean(),
        state: z.enum(['off', 'asked', 'on']),
        masked: z.string().nullable(),
      }),
      runs: z.array(run),
      completions: z.array(
        z.strictObject({
          course,
          title: z.string().nullable(),
          version: z.string(),
          language: z.string(),
          route: z.string(),
          on: day,
          /** Days on which a certificate was made; what stands on it is known to its holder alone. */
          certificates: z.array(day),
          /** Those of them that were revoked. */
          revoked: z.array(revoked),
        }),
      ),
    }),
    permission: byCookie,
    audit: nobodyKnown,
    refusals: ['NotJoined'],
  }),
  endOtherBrowsers: defineRoute({
    name: 'endOtherBrowsers',
    method: 'POST',
    path: '/api/learning/learner/browsers/end',
    /** How many reached it and do no more. */
    output: z.strictObject({ ended: z.int() }),
    small: true,
    permission: byCookie,
    audit: { none: 'the command writes it down itself, under the id of the learner' },
    rate,
    refusals: ['NotJoined', 'TooManyTries'],
  }),
  askReminders: defineRoute({
    name: 'askReminders',
    method: 'POST',
    path: '/api/learning/learner/reminders',
    input: z.strictObject({ mail: z.email().max(254), language: z.enum(['en', 'nl']) }),
    output: 'nothing',
    permission: byCookie,
    audit: nobodyKnown,
    rate,
    refusals: ['NotJoined', 'MailNotSent', 'TooManyTries'],
  }),
  stopReminders: defineRoute({
    name: 'stopReminders',
    method: 'DELETE',
    path: '/api/learning/learner/reminders',
    output: 'nothing',
    small: true,
    permission: byCookie,
    audit: nobodyKnown,
    refusals: [],
  }),
  answerReminder: defineRoute({
    name: 'answerReminder',
    method: 'POST',
    path: '/api/learning/reminders/answer',
    input: z.strictObject({ secret: linkSecret, answer: z.enum(['remind', 'stop']) }),
    output: 'nothing',
    small: true,
    permission: { none: 'whoever got a letter agrees to more or stops them, by the link in it' },
    audit: nobodyKnown,
    rate,
    refusals: ['ReminderUnknown', 'TooManyTries'],
  }),
  forgetByCode: defineRoute({
    name: 'forgetByCode',
    method: 'POST',
    path: '/api/learning/resume/forget',
    input: code,
    output: 'nothing',
    permission: byCode,
    audit: nobodyKnown,
    rate,
    small: true,
    refusals: ['ResumeUnreadable', 'ResumeUnknown', 'TooManyTries'],
  }),
} as const;
