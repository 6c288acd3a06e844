import { z } from 'zod';
import { day, line, words } from './told.ts';

/** Who may sign a pack off: a lawyer, whose word a coordinator writes down, or a coordinator. */
export const signingRoles = ['lawyer', 'coordinator'] as const;
export type SigningRole = (typeof signingRoles)[number];

/** That somebody has read the rules of a pack in one version and stands by them; or that this was withdrawn. */
export const signOff1 = z
  .strictObject({
    pack: line(80),
    version: line(40),
    /** SHA-256 of the frozen pack in base64url: other rules under the same version are not signed off by this. */
    hash: z.string().length(43),
    role: z.enum(signingRoles),
    /** Of the lawyer; empty where the coordinator who writes the record signs. */
    name: z.union([line(200), z.literal('')]),
    on: day,
    remark: words(2_000),
    withdrawn: z
      .strictObject({ on: day, reason: words(2_000).refine((text) => text.trim() !== '', 'no reason') })
      .nullable(),
  })
  .refine(({ role, name }) => (role === 'lawyer') === (name !== ''), {
    path: ['name'],
    message: 'not the name of a lawyer',
  });
export type SignOff = z.infer<typeof signOff1>;
