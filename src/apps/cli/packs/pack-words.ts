import { z } from 'zod';
import type { Condition, DeadlineState, FactPattern, StopRule } from '#kernel/procedures';

const namePattern = /^[a-z][a-z0-9-]*$/;

/** A kind of fact in one line: `judgment-final outcome=conviction`, `extension-granted permit=a|b`. */
export function readPattern(text: string): FactPattern | null {
  const [name = '', ...asked] = text.split(' ');
  if (!namePattern.test(name)) return null;
  const where: Record<string, (string | boolean)[]> = {};
  let permit: string[] | null = null;
  for (const part of asked) {
    const [field = '', values = ''] = part.split('=');
    if (field === '' || values === '') return null;
    if (field === 'permit') permit = values.split('|');
    else where[field] = values.split('|').map((value) => (value === 'true' ? true : value === 'false' ? false : value));
  }
  return { name, ...(Object.keys(where).length === 0 ? {} : { where }), ...(permit === null ? {} : { permit }) };
}

export const patternSchema = z.string().transform((text, context): FactPattern => {
  const pattern = readPattern(text);
  if (pattern !== null) return pattern;
  context.addIssue({ code: 'custom', message: 'not a kind of fact' });
  return z.NEVER;
});

export const patternsSchema = z.array(patternSchema);
export const daySchema = z.string().regex(/^\d{4}-\d\d-\d\d$/);
export const confidenceSchema = z.enum(['A', 'B', 'C', 'GK']);
export const stateSchema = z.enum(['running', 'met', 'missed', 'superseded']) satisfies z.ZodType<DeadlineState>;

const listOrOne = z.union([patternSchema.transform((pattern) => [pattern]), patternsSchema]);

/** The closed language of conditions as it is written in YAML. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema) }),
    z.strictObject({ any: z.array(conditionSchema) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({
      fact: patternsSchema,
      unlessLater: patternsSchema.exactOptional(),
      atLeast: z.int().exactOptional(),
      from: daySchema.exactOptional(),
    }),
    z.strictObject({ trigger: patternsSchema }),
    z.strictObject({ triggerFrom: daySchema }),
    z.strictObject({ askedFrom: daySchema }),
    z.strictObject({ parameter: z.string(), is: z.union([z.string(), z.boolean()]) }),
    z.strictObject({ track: z.string(), stage: z.array(z.string()), outcome: z.array(z.string()).exactOptional() }),
    z.strictObject({ permit: z.array(z.string()) }),
    z.strictObject({ permitIs: z.enum(['before-last-day', 'not-ended', 'ended']) }),
    z.strictObject({ within: z.string() }),
    z.strictObject({
      deadline: z.array(z.string()),
      state: z.array(stateSchema),
      of: patternsSchema.exactOptional(),
      latest: z.boolean().exactOptional(),
    }),
    z.strictObject({ meets: z.array(z.string()) }),
    z.strictObject({ missedBefore: z.array(z.string()) }),
    z.strictObject({ held: z.array(z.string()) }),
    z.strictObject({ routeOpen: z.boolean() }),
    z.strictObject({ guard: z.string() }),
    z.strictObject({ late: listOrOne }),
    z.strictObject({ backdated: z.string() }),
    z.strictObject({ without: patternsSchema, beforeFirst: patternsSchema }),
  ]),
);

export const stopSchema: z.ZodType<StopRule> = z.union([
  z.strictObject({
    at: patternsSchema,
    field: z.array(z.string()).exactOptional(),
    afterRun: z.boolean().exactOptional(),
    notBeforeEnd: z.boolean().exactOptional(),
  }),
  z.strictObject({ nextRun: z.literal(true) }),
  z.strictObject({ lapsed: z.strictObject({ before: patternsSchema, grace: patternsSchema, within: z.string() }) }),
]);
