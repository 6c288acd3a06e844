import { z } from 'zod';
import type { FigureUnit } from '#kernel/procedures';
import { daySchema, patternsSchema } from './pack-words.ts';
import { sourced } from './pack-schema.ts';

const amount = z.int().min(0);
/** What a value of each unit looks like. */
const valueOf = {
  money: amount,
  'money-per-day': amount,
  count: amount,
  period: z.string().regex(/^P\d+[DWMY]$/),
  day: daySchema,
  code: z.string(),
  choice: z.string().regex(/^[a-z0-9-]+$/),
} satisfies Record<FigureUnit, z.ZodType>;

const known = z.strictObject({ value: z.union([z.string(), z.int()]), ...sourced });
const unknown = z.strictObject({
  unknown: z.literal(true),
  checkedOn: daySchema.exactOptional(),
  validFrom: daySchema.exactOptional(),
  validUntil: daySchema.exactOptional(),
  note: z.string().exactOptional(),
});
// Object.keys forgets which keys an object literal has.
const units = Object.keys(valueOf) as FigureUnit[];
const figure = z
  .strictObject({
    id: z.string(),
    unit: z.enum(units),
    asOf: patternsSchema.exactOptional(),
    values: z.array(z.union([known, unknown])).min(1),
  })
  .superRefine(({ unit, values }, context) => {
    values.forEach((row, place) => {
      if ('value' in row && !valueOf[unit].safeParse(row.value).success)
        context.addIssue({ code: 'custom', message: `no ${unit}`, path: ['values', place, 'value'] });
    });
  });

/** `figures.yaml`: dated values of the law. */
export const figuresFileSchema = z.strictObject({
  checkedOn: daySchema.exactOptional(),
  figures: z.array(figure).default([]),
});

const charge = z.strictObject({
  id: z.string(),
  who: z.string(),
  track: z.string(),
  in: z.union([z.literal('any'), z.array(z.string())]),
  onlyIf: z.strictObject({ parameter: z.string(), is: z.union([z.string(), z.boolean()]) }).exactOptional(),
  ...sourced,
});

/** `people.yaml`: who is in charge of what. */
export const peopleFileSchema = z.strictObject({
  checkedOn: daySchema.exactOptional(),
  people: z.array(charge).default([]),
});
