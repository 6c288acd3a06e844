import { z } from 'zod';
import { objectiveId, partId, shareOf } from './part-shapes.ts';

/** Shown for some alone: who works at one of these places, or who came to one of these endings of a decision earlier in the scene. */
const when = z.union([
  z.strictObject({ workplace: z.array(partId).min(1) }),
  z.strictObject({ decided: partId, ending: z.array(partId).min(1) }),
]);

const common = {
  id: partId,
  objectives: z.array(objectiveId).optional(),
  /** The notice, and the way past, that stand before it. */
  heavy: partId.optional(),
  optional: z.boolean().optional(),
  when: when.optional(),
};

const choice = z.strictObject({ id: partId, goto: partId });

const decision = z.strictObject({
  ...common,
  type: z.literal('decision'),
  start: partId,
  nodes: z
    .array(z.strictObject({ id: partId, who: partId.optional(), choices: z.array(choice).min(2).max(4) }))
    .min(1)
    .max(12),
  endings: z.array(z.strictObject({ id: partId, outcome: z.enum(['safe', 'uncertain', 'harmful']) })).min(2),
});

/** A place in a picture, in hundredths of its width and height; wide enough to be hit with a thumb on the smallest screen. */
const spot = z.strictObject({
  id: partId,
  shape: z.strictObject({ x: shareOf(0), y: shareOf(0), w: shareOf(9), h: shareOf(9) }),
  relevant: z.boolean(),
});

const hotspot = z.strictObject({
  ...common,
  type: z.literal('hotspot'),
  media: z.string(),
  spots: z.array(spot).min(2),
});

const checkOption = z.strictObject({
  id: partId,
  /** Of a question with one or several right options. */
  right: z.boolean().optional(),
  /** Where it belongs in an order, from 1. */
  place: z.int().min(1).optional(),
});

const check = z.strictObject({
  ...common,
  type: z.literal('check'),
  /** Of a `match`, every option has a partner, which is a text of its own. */
  kind: z.enum(['single', 'multiple', 'order', 'match']),
  options: z.array(checkOption).min(2),
  /** The bank of items that it belongs to: a round draws one of them for each objective. */
  bank: partId.optional(),
});

const spotting = z.strictObject({
  ...common,
  type: z.literal('spotting'),
  items: z.array(z.strictObject({ id: partId, signal: z.enum(['strong', 'medium', 'weak', 'none']) })).min(4),
});

/**
 * Short stories to judge, in two forms of which a learner sees one before and the other after. Afterwards the same form is named
 * by where its stories stand, and each is explained.
 */
const vignette = z.discriminatedUnion('phase', [
  z.strictObject({
    ...common,
    type: z.literal('vignette'),
    phase: z.literal('before'),
    form: z.enum(['A', 'B']),
    items: z.array(z.strictObject({ id: partId, signal: z.boolean() })).min(2),
  }),
  z.strictObject({
    ...common,
    type: z.literal('vignette'),
    phase: z.literal('after'),
    from: z.strictObject({ scene: partId, block: partId }),
  }),
]);

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
  decision,
  hotspot,
  z.strictObject({
    ...common,
    type: z.literal('sort'),
    groups: z.array(partId).min(2).max(4),
    cards: z.array(z.strictObject({ id: partId, group: partId })).min(3),
  }),
  check,
  spotting,
  vignette,
  z.strictObject({ ...common, type: z.literal('reflection'), hint: z.boolean().optional() }),
  z.strictObject({
    ...common,
    type: z.literal('help'),
    kind: z.enum(['person-now', 'learner', 'advice']),
    slots: z.array(partId),
  }),
  z.strictObject({ ...common, type: z.literal('slot'), slot: partId }),
  z.strictObject({ ...common, type: z.literal('term'), term: partId }),
  z.strictObject({ ...common, type: z.literal('takeaway'), cards: z.array(partId).min(1) }),
]);

export type BlockSource = z.infer<typeof blockSource>;

/** A block of one type as its file says it. */
export type BlockSourceOf<Type extends BlockSource['type']> = Extract<BlockSource, { readonly type: Type }>;
