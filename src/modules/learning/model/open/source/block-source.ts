import { z } from 'zod';
import type { PartId } from './part-id.ts';

/** How ids in the files of a course are written. */
export const idText = z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, figures and hyphens');

// The same at run time; that it was read by this schema is what makes it one.
export const partId = idText as unknown as z.ZodType<PartId>;

/** An objective of a course: `O1`. */
export const objectiveId = z.string().regex(/^O\d+$/, 'O and a number');

const common = {
  id: partId,
  objectives: z.array(objectiveId).optional(),
  optional: z.boolean().optional(),
  /** Shown for these workplaces alone. */
  when: z.strictObject({ workplace: z.array(partId).min(1) }).optional(),
};

/**
 * The blocks a scene is made of, as they stand in its file: ids and behaviour, never a sentence. The sentences of a block have
 * the key `scene.block.field[.part]` in the texts of each language (learning design, 2.1).
 */
export const blockSource = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('text'), level: z.enum(['plain', 'lead', 'quote']).optional() }),
  z.strictObject({
    ...common,
    type: z.literal('figure'),
    /** A file under `media/`. */
    media: z.string(),
    decorative: z.boolean().optional(),
    caption: z.boolean().optional(),
    /** Whether the picture is told in words behind a button. */
    long: z.boolean().optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('dialogue'),
    people: z.array(partId).min(2),
    turns: z.array(z.strictObject({ who: partId, say: partId, tone: partId.optional() })).min(2),
  }),
  z.strictObject({
    ...common,
    type: z.literal('sort'),
    groups: z.array(partId).min(2).max(4),
    cards: z.array(z.strictObject({ id: partId, group: partId })).min(3),
  }),
  z.strictObject({
    ...common,
    type: z.literal('check'),
    kind: z.enum(['single', 'multiple']),
    options: z.array(z.strictObject({ id: partId, right: z.boolean().optional() })).min(2),
    /** The bank of items that it belongs to, for a rule that asks for some right of it. */
    bank: partId.optional(),
  }),
  z.strictObject({ ...common, type: z.literal('reflection'), hint: z.boolean().optional() }),
]);

export type BlockSource = z.infer<typeof blockSource>;
