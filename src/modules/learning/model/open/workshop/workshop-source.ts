import { z } from 'zod';
import { courseFile, type ReviewFile, type SourcesFile } from '../source/course-source.ts';
import { partId } from '../source/part-shapes.ts';

const minutes = z.int().min(1).max(600);
const { id, version, licence, credit, languages } = courseFile.shape;

/** One thing that trainers do: how long, what is on the wall meanwhile, which cards are given out. */
const step = z.strictObject({
  id: partId,
  minutes: z.int().min(1).max(120),
  /** Whether it has sentences to be said as they stand. */
  say: z.boolean().optional(),
  slide: partId.optional(),
  cards: z.array(partId).optional(),
});

/** A part of the day, with its own title and aim. */
const part = z.strictObject({
  id: partId,
  minutes: z.int().min(1).max(180),
  method: z.enum(['round', 'plenary', 'pairs', 'threes', 'small-groups', 'alone', 'break']),
  objectives: z.array(partId).optional(),
  /** Something heavy comes: it begins with a step that says so. */
  heavy: z.boolean().optional(),
  steps: z.array(step).min(1),
});

/** What is given out. A case says how strong its signal is, so that false alarms are there on purpose. */
const card = z.union([
  z.strictObject({ id: partId, kind: z.literal('case'), signal: z.enum(['strong', 'medium', 'weak', 'none']) }),
  z.strictObject({ id: partId, kind: z.enum(['story', 'role', 'task']) }),
]);

/** A page of the pack: what to do when somebody tells, aftercare, what to observe, the licence, another way to work, the sheet. */
const page = z.strictObject({
  id: partId,
  kind: z.enum(['disclosure', 'aftercare', 'observe', 'licence', 'method', 'sheet']),
});

/** `workshop.yaml`: what a workshop is, minute by minute, without a sentence in it (learning design, 5.6). */
export const workshopFile = z.strictObject({
  ...{ id, version, licence, credit, languages },
  /** The course it goes with. */
  course: partId,
  /** For people who did the course, or for those who will teach them. */
  kind: z.enum(['practice', 'trainers']),
  /** Of the whole, breaks included. */
  minutes,
  people: z.strictObject({ least: z.int().min(1), most: z.int().max(60) }),
  objectives: z.array(partId).min(1),
  /** What has to be there, and by when. */
  needs: z.array(z.strictObject({ id: partId, when: z.enum(['month', 'week', 'day']) })),
  parts: z.array(part).min(1),
  slides: z.array(partId),
  cards: z.array(card),
  /** Hard questions that participants ask. */
  questions: z.array(partId),
  pages: z.array(page),
  /** Asked at the end, of everybody and without a name. */
  evaluation: z.array(partId),
  /** Why a text says what it should rather not, by `language/key`. */
  reasons: z.record(z.string(), z.string().min(1)).optional(),
});

export type WorkshopFile = z.infer<typeof workshopFile>;
export type WorkshopPart = WorkshopFile['parts'][number];

/** A workshop as its files say it, each in its shape. */
export interface WorkshopSource {
  readonly workshop: WorkshopFile;
  /** Texts by key, by language. */
  readonly texts: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly sources: SourcesFile;
  readonly review: ReviewFile;
}
