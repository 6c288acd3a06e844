import { z } from 'zod';
import { blockSource } from './block-source.ts';
import { idText, objectiveId, partId } from './part-shapes.ts';
import type { PartId } from './part-id.ts';

/** A language tag as courses write it. */
const language = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'a language tag: en, nl, ar, sr-Latn');
const licence = z.string().regex(/^[A-Za-z0-9.+-]+$/, 'an SPDX identifier: CC-BY-SA-4.0');
const credit = z.array(z.string().min(1)).min(1);
const version = z
  .string()
  .regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/, 'three numbers without leading zeros: 1.0.0');

/** What must be done for the course to be done; every clause must be met. */
const clause = z.union([
  z.strictObject({ seen: partId }),
  z.strictObject({ decided: partId, in: partId }),
  z.strictObject({ right: z.int().min(1), of: partId }),
]);

/** From which course this one was derived; credit and licence of the original stay. */
const lineage = z.strictObject({
  original: partId,
  version,
  digest: z.string().min(1),
  address: z.url().optional(),
  forkedOn: z.iso.date(),
  by: z.string().min(1),
  licence,
  credit,
});

/** `course.yaml`: what a course is, without a sentence in it. */
export const courseFile = z.strictObject({
  id: partId,
  /** Major, minor, patch (semver 2.0.0, without what may follow). */
  version,
  /** Under which terms it may be passed on (SPDX identifier). */
  licence,
  credit,
  lineage: lineage.optional(),
  languages: z.strictObject({ source: language, others: z.array(language) }),
  /** Minutes of the whole as stated to who begins it. */
  budget: z.number().positive().max(600),
  /** Workplaces to choose from; blocks may ask for one. */
  audience: z.array(partId),
  objectives: z.array(objectiveId),
  /** Scenes in their order. */
  outline: z.array(partId).min(1),
  rule: z.array(clause).min(1),
  /** Why a text says what it should rather not, by `language/key`. */
  reasons: z.record(z.string(), z.string().min(1)).optional(),
});

/** `scenes/NN-ID.yaml`: one to six minutes that can be left and taken up again. */
export const sceneFile = z.strictObject({
  minutes: z.number().positive().max(15),
  objectives: z.array(objectiveId),
  required: z.boolean(),
  /** The notice, and the way past, that stand before it. */
  heavy: partId.optional(),
  blocks: z.array(blockSource).min(1),
});

/** `text/LANGUAGE.yaml`: every sentence of one language by its key. */
export const textFile = z.record(z.string(), z.string().min(1));

/** `sources.yaml`: where statements come from. */
export const sourcesFile = z.record(
  idText,
  z.strictObject({
    title: z.string().min(1),
    publisher: z.string().min(1),
    address: z.url({ protocol: /^https$/ }),
    /** The day on which somebody last read it there. */
    accessed: z.iso.date(),
    /** What rests on it, in a few words. */
    supports: z.string().min(1),
  }),
);

/** `media/media.yaml`: whose each file is, and what it shows. */
export const mediaFile = z.record(
  z.string(),
  z.strictObject({
    licence,
    credit,
    /** Whether somebody who lives can be seen in it; then they agreed, and it is known where that is written. */
    people: z.enum(['nobody', 'drawn', 'real']),
    consent: z.string().min(1).optional(),
    /** What can be seen in it, each in a word. */
    depicts: z.array(idText).min(1),
  }),
);

/** `glossary.yaml`: words that are explained where they stand. A locked one is not translated freely. */
export const glossaryFile = z.record(idText, z.strictObject({ locked: z.boolean() }));

/** `slots.yaml`: places that each organisation fills, and after how many months it looks again whether what it filled still holds. */
export const slotsFile = z.record(
  idText,
  z.strictObject({
    kind: z.enum(['emergency', 'person', 'advice', 'children', 'support', 'law']),
    review: z.int().min(1).max(24),
  }),
);

/** Who reads a course before people are taught with it. */
export const signOffRoles = ['language', 'law', 'survivors', 'accessibility'] as const;

/** `review.yaml`: who signed off which version in which language, by role and never by name. */
export const reviewFile = z.strictObject({
  signed: z
    .array(
      z.strictObject({
        version,
        language,
        role: z.enum(signOffRoles),
        date: z.iso.date(),
        remark: z.string().min(1),
        /** True where it was not read, and the remark says why not yet; only survivors' groups may be waited for. */
        waiting: z.boolean().optional(),
      }),
    )
    .default([]),
  /** What changed, by version. */
  changes: z.record(version, z.string().min(1)).default({}),
  /** Whether people must do it again because of this major version, and from when. */
  retake: z.record(version, z.union([z.literal('no'), z.iso.date()])).default({}),
});

/**
 * `retired.yaml`: names of parts that were taken away (`desk`, `desk.question`, `desk.question.options.b`, `terms.consent`). None is
 * used again: what translators, learners and adaptations keep by a name must never come to mean something else.
 */
export const retiredFile = z
  .union([z.array(z.string().min(1)), z.strictObject({})])
  .transform((names) => (Array.isArray(names) ? names : []));

export type CourseFile = z.infer<typeof courseFile>;
export type SceneFile = z.infer<typeof sceneFile>;
export type SourcesFile = z.infer<typeof sourcesFile>;
export type MediaFile = z.infer<typeof mediaFile>;
export type GlossaryFile = z.infer<typeof glossaryFile>;
export type SlotsFile = z.infer<typeof slotsFile>;
export type ReviewFile = z.infer<typeof reviewFile>;

/** What is known of a file under `media/` without showing it. */
export interface MediumThere {
  readonly bytes: number;
  /** Addresses elsewhere that a drawing names, so that showing it would ask others for something. */
  readonly addresses: readonly string[];
}

/** A course as its files say it, each in its shape. */
export interface CourseSource {
  readonly course: CourseFile;
  /** By id, each with the name of its file. */
  readonly scenes: ReadonlyMap<PartId, SceneFile & { readonly file: string }>;
  /** Texts by key, by language. */
  readonly texts: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly sources: SourcesFile;
  readonly media: MediaFile;
  readonly glossary: GlossaryFile;
  readonly slots: SlotsFile;
  readonly review: ReviewFile;
  /** Names of parts that were taken away. */
  readonly retired: readonly string[];
  /** Files that lie under `media/`, by name. */
  readonly mediaThere: ReadonlyMap<string, MediumThere>;
}
