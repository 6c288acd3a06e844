import { z } from 'zod';
import { day, line, recordRef, timeOfDay, userRef, words } from './told.ts';

const factId = z.string().regex(/^[A-Za-z0-9._-]{1,80}$/);
const scalar = z.union([line(400), z.boolean()]);

/**
 * A fact exactly as the journey engine takes it: what happened, on which day. Which further fields a
 * fact has is the pack's matter; the engine refuses what the pack does not know.
 */
export const fact = z
  .object({
    fact: z.string().regex(/^[a-z0-9-]{1,60}$/),
    on: day,
    id: factId,
    at: timeOfDay.optional(),
    recorded: day.optional(),
    replaces: factId.optional(),
    void: z.boolean().optional(),
    note: words(2_000).optional(),
  })
  .catchall(scalar);
export type RecordedFact = z.infer<typeof fact>;

/** One line of what the device showed on a day, kept so that "you told me otherwise" can be answered. */
const shownDate = z.strictObject({
  deadline: line(120),
  ref: line(20),
  date: day,
  title: line(300),
  whose: z.enum(['person', 'authority']),
  weight: z.enum(['hard', 'target', 'soft', 'duty']),
  state: z.enum(['running', 'met', 'missed', 'superseded']),
});

/** Longest reason for putting a fact right or taking it out, in characters. */
export const longestReason = 1_000;

/** Who wrote a fact down and when; `why` is the reason where it puts another right or takes it out, else blank. */
const writing = z.strictObject({
  by: userRef,
  on: day,
  /** On the clock of the programme; null where the fact was brought along from elsewhere. */
  at: timeOfDay.nullable(),
  why: words(longestReason),
});
export type FactWriting = z.infer<typeof writing>;

/** The facts of one person's procedures, who wrote them, and which open due row stands for which deadline. */
export const journey2 = z.strictObject({
  packs: z
    .array(z.strictObject({ id: line(80), version: line(40) }))
    .min(1)
    .max(10),
  parameters: z.record(z.string().max(40), scalar),
  facts: z.array(fact).max(2_000),
  /** Fact id to who wrote it; nothing for facts of before this was kept. */
  written: z.record(factId, writing),
  /** Fact id to the paper it rests on. */
  restsOn: z.record(factId, recordRef),
  /** Deadline id of the journey to the random id of its open due row, taken along when a correction renames the date. */
  dueIds: z.record(z.string().max(120), z.string().max(36)),
  /** Facts that a second has proposed and the lead has not taken yet. */
  proposed: z.array(fact).max(100),
  /**
   * What was shown on earlier days and, where the answer of a day was replaced by one that no longer says the same, earlier
   * on that day; oldest first.
   */
  shown: z.array(z.strictObject({ on: day, stage: line(40), dates: z.array(shownDate).max(60) })).max(60),
});
export type JourneyRecord = z.infer<typeof journey2>;
