import { z } from 'zod';
import {
  conditionSchema,
  confidenceSchema,
  daySchema,
  patternSchema,
  patternsSchema,
  stopSchema,
} from './pack-words.ts';

const citations = z.record(z.string(), z.string());
const names = z.array(z.string());

/** What every rule carries. The day of checking may stand once at the top of its file. */
export const sourced = {
  source: citations,
  checkedOn: daySchema.exactOptional(),
  confidence: confidenceSchema,
  validFrom: daySchema.exactOptional(),
  validUntil: daySchema.exactOptional(),
  note: z.string().exactOptional(),
};

export const packFileSchema = z.strictObject({ id: z.string(), version: z.string(), validFrom: daySchema });
export const factsFileSchema = z.strictObject({ groups: names.default([]), facts: names.default([]) });
export const sourcesFileSchema = z.record(z.string(), z.strictObject({ title: z.string(), address: z.string() }));
export const textsFileSchema = z.record(z.string(), z.string());

const transition = z.strictObject({
  from: z.union([z.literal('any'), names]),
  by: patternsSchema,
  when: conditionSchema.exactOptional(),
  to: z.string().exactOptional(),
  outcome: z.union([z.string(), z.strictObject({ field: z.string() })]).exactOptional(),
  guards: names.exactOptional(),
  warnings: names.exactOptional(),
  ref: z.string().exactOptional(),
  ...sourced,
});
const timer = z.strictObject({
  from: names,
  after: names,
  to: z.string(),
  outcome: z.string().exactOptional(),
  ...sourced,
});
const phase = z.enum(['start', 'reflection', 'awaiting', 'permit', 'extension', 'remedy', 'continued', 'ended']);
const track = z.strictObject({
  id: z.string(),
  initial: z.string(),
  sinceFirstFact: z.boolean().exactOptional(),
  hiddenAtStart: z.boolean().exactOptional(),
  stages: z.array(
    z.strictObject({ id: z.string(), phase: phase.exactOptional(), ending: z.boolean().exactOptional() }),
  ),
  transitions: z.array(transition),
  timers: z.array(timer).default([]),
  quiet: patternsSchema.default([]),
  refusedWith: z.array(z.strictObject({ from: names, by: patternsSchema, warning: z.string() })).default([]),
});
const guardBase = { id: z.string(), name: z.string().exactOptional() };
const guard = z.union([
  z.strictObject({ ...guardBase, met: conditionSchema, onlyIf: conditionSchema.exactOptional() }),
  z.strictObject({ ...guardBase, toShow: z.literal(true), onlyIf: conditionSchema.exactOptional() }),
  z.strictObject({ ...guardBase, dueOn: z.string(), onDayOf: patternsSchema.exactOptional() }),
]);
const next = z.strictObject({
  track: z.string(),
  in: z.union([z.literal('any'), names]),
  when: conditionSchema.exactOptional(),
  by: z.string(),
  to: z.string().nullable(),
  route: z.string().exactOptional(),
  guards: names.default([]),
  ...sourced,
});
export const stagesFileSchema = z.strictObject({
  checkedOn: daySchema.exactOptional(),
  supersedeAll: patternsSchema.default([]),
  permits: z
    .strictObject({
      first: patternSchema,
      kindField: z.string(),
      renewed: patternSchema,
      withdrawn: patternSchema,
      withdrawnOn: names,
      ends: z.string(),
      gapWarning: z.string(),
    })
    .exactOptional(),
  tracks: z.array(track),
  guards: z.array(guard).default([]),
  next: z.array(next).default([]),
});

const deadline = z
  .strictObject({
    ref: z.string(),
    words: z.string().exactOptional(),
    trigger: z.union([
      z.strictObject({ fact: patternsSchema, first: z.boolean().exactOptional(), timed: z.boolean().exactOptional() }),
      z.strictObject({ permit: names }),
      z.strictObject({ run: names }),
    ]),
    when: conditionSchema.exactOptional(),
    from: z
      .union([
        z.strictObject({ field: names }),
        z.strictObject({ permit: z.enum(['from', 'until']) }),
        z.strictObject({ due: z.string(), of: patternsSchema }),
      ])
      .default({ field: ['on'] }),
    term: z.string().exactOptional(),
    terms: z.array(z.strictObject({ when: conditionSchema.exactOptional(), term: z.string() })).exactOptional(),
    rule: z.string().default('plain'),
    count: z.enum(['day-after', 'same-day', 'back']).default('day-after'),
    clip: z.enum(['down', 'up']).exactOptional(),
    printed: z.string().exactOptional(),
    kind: z.enum(['hard', 'target', 'soft', 'duty']).default('hard'),
    sense: z.enum(['by', 'end', 'from']).default('by'),
    addressee: z.enum(['person', 'authority']).default('person'),
    dueType: z.enum(['reflection', 'permit', 'supplement', 'remedy', 'decision', 'claim', 'own']),
    met: patternsSchema.default([]),
    superseded: patternsSchema.default([]),
    confidences: z.array(z.strictObject({ when: conditionSchema, confidence: confidenceSchema })).exactOptional(),
    repeats: z.strictObject({ track: z.string(), stage: z.string(), within: names }).exactOptional(),
    lengthened: z.strictObject({ by: patternSchema, field: z.string(), until: patternsSchema }).exactOptional(),
    standsStill: z
      .strictObject({ by: patternSchema, deadline: z.string(), resumed: patternsSchema, until: patternsSchema })
      .exactOptional(),
    adjourned: z
      .strictObject({
        by: patternSchema,
        field: z.string().exactOptional(),
        add: z.string().exactOptional(),
        until: patternsSchema,
      })
      .exactOptional(),
    onlyIfMissed: z.string().exactOptional(),
    givesWayTo: z.string().exactOptional(),
    afterGap: confidenceSchema.exactOptional(),
    stops: z.array(stopSchema).exactOptional(),
    post: z.strictObject({ field: z.string(), days: z.int() }).exactOptional(),
    ...sourced,
  })
  .refine((rule) => (rule.term === undefined) !== (rule.terms === undefined), { message: 'needs `term` or `terms`' });
export const deadlinesFileSchema = z.strictObject({
  checkedOn: daySchema.exactOptional(),
  deadlines: z.array(deadline).default([]),
});

const requirement = z.strictObject({
  id: z.string(),
  for: z.string(),
  route: z.string().exactOptional(),
  oneOf: z.string().exactOptional(),
  ...sourced,
});
export const documentsFileSchema = z.strictObject({
  checkedOn: daySchema.exactOptional(),
  listedIn: z.record(z.string(), names).default({}),
  alsoHeldBy: z.record(z.string(), patternsSchema).default({}),
  documents: z.array(requirement).default([]),
});

const standing = z.strictObject({
  id: z.string(),
  when: conditionSchema.exactOptional(),
  allowed: z.boolean().exactOptional(),
  basis: z.string().exactOptional(),
  words: z.string().exactOptional(),
  ...sourced,
});
const warningValue = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ field: names }),
  z.strictObject({ permit: z.enum(['last', 'after-last']) }),
  z.strictObject({ dayOf: patternsSchema }),
]);
const warning = z.strictObject({
  ...sourced,
  source: citations.exactOptional(),
  confidence: confidenceSchema.exactOptional(),
  code: z.string(),
  each: patternsSchema.exactOptional(),
  when: conditionSchema.exactOptional(),
  values: z.record(z.string(), warningValue).exactOptional(),
});
export const standingFileSchema = z.strictObject({
  checkedOn: daySchema.exactOptional(),
  rights: z.array(standing).default([]),
  obligations: z.array(standing).default([]),
  warnings: z.array(warning).default([]),
});

export const calendarFileSchema = z.strictObject({
  timeZone: z.string(),
  decreedFrom: z.int(),
  decreedUntil: z.int(),
  undecreedConfidence: confidenceSchema,
  holidays: z.array(
    z.strictObject({
      name: z.string(),
      month: z.int().exactOptional(),
      day: z.int().exactOptional(),
      easter: z.int().exactOptional(),
      days: z.array(daySchema).exactOptional(),
      earlierOn: z.int().exactOptional(),
      unverified: z.boolean().exactOptional(),
      confidence: confidenceSchema,
      source: z.string(),
    }),
  ),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      moves: z.boolean(),
      longest: z.strictObject({ days: z.int(), weeks: z.int(), months: z.int(), years: z.int() }).exactOptional(),
      minimum: z.strictObject({ length: z.int(), open: z.int() }).exactOptional(),
      sources: z.record(z.string(), z.string()).exactOptional(),
    }),
  ),
});

export const vocabularyFileSchema = z.strictObject({
  parameters: z.array(
    z.strictObject({ name: z.string(), choices: names.exactOptional(), default: z.union([z.string(), z.boolean()]) }),
  ),
  documentHeld: z.string().exactOptional(),
  documents: names,
  groups: z.record(
    z.string(),
    z.record(
      z.string(),
      z.strictObject({ fields: z.record(z.string(), z.string()).default({}), repeats: z.boolean().exactOptional() }),
    ),
  ),
});
