import { z } from 'zod';
import { launchModes } from '../model/open/launch/course-structure.ts';

const uuid = z.uuid().transform((text) => text.toLowerCase());
const webAddress = z.url({ protocol: /^https?$/ }).max(2000);

/** What the launch of a part is asked with (learning design, 7.4). The actor is given on as it came. */
export const launchRequest = z.strictObject({
  /** Index of the part, from 0. */
  activity: z.int().min(0).max(100_000),
  actor: z.looseObject({
    objectType: z.literal('Agent').optional(),
    account: z.strictObject({ homePage: webAddress, name: z.string().min(1).max(500) }),
  }),
  registration: uuid.optional(),
  launchMode: z.enum(launchModes).default('Normal'),
  returnUrl: webAddress.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i)
    .max(60)
    .optional(),
});

/** Why a part need not be done. */
export const waiveRequest = z.strictObject({
  activity: z.int().min(0).max(100_000),
  reason: z.string().trim().min(1).max(200),
});

/** Nothing needs to be said. */
export const abandonRequest = z.strictObject({});
