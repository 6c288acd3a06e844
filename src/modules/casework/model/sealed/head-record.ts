import { z } from 'zod';
import { silenceReasons } from '../open/silence.ts';
import { consentPurposes } from './person-records.ts';
import { day, languageTag, line, recordRef, userRef } from './told.ts';

/** What lists, radar and search need of a case; derived, rewritten with every save. */
export const head4 = z.strictObject({
  line: line(300),
  languages: z.array(languageTag).max(12),
  nextDates: z
    .array(
      z.strictObject({
        date: day,
        title: line(300),
        whose: z.enum(['person', 'authority']),
        weight: z.enum(['hard', 'target', 'soft', 'duty']),
      }),
    )
    .max(6),
  stage: line(40).nullable(),
  /** The versions of packs that the case stands on; null before a journey, and in heads of before this was kept. */
  packs: z
    .array(z.strictObject({ id: line(80), version: line(40) }))
    .max(10)
    .nullable(),
  lastTwoWay: day.nullable(),
  agreedDays: z.int().min(1).max(180).nullable(),
  quietUntil: day.nullable(),
  silenceReasons: z.array(z.enum(silenceReasons)).max(8),
  consentEnds: z.array(z.strictObject({ purpose: z.enum(consentPurposes), until: day })).max(40),
  /** Result of the newest safety check and the day by which the next is made; null before the first. */
  safety: z.strictObject({ on: day, result: z.enum(['now', 'soon', 'steady']), nextBy: day }).nullable(),
  /** Questions that wait for an answer: who asked whom, never their words. */
  asked: z.array(z.strictObject({ id: recordRef, by: userRef, to: userRef, on: day })).max(20),
  /** Names in every script and numbers, for search. */
  find: z.array(line(200)).max(60),
  /** The log position whose records it was derived from; behind the log means: derive anew. */
  ofSeq: z.int().min(0),
});
export type CaseHead = z.infer<typeof head4>;
