import { z } from 'zod';
import { isId, parseCivilDate, type CivilDate } from '#platform/base';
import type { InvitationId } from '../model/open/people/invitation-id.ts';
import { longestLabel, mostInvited, toLabel } from '../model/open/people/invitation-lines.ts';

// Brands are given here, where the text has just been checked.
const day = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null);
export const invitationId = z.custom<InvitationId>((value) => typeof value === 'string' && isId(value));
/** 16 random bytes, base64url. */
export const linkSecret = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const course = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);

const standing = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('done'), until: day.nullable() }),
  z.strictObject({ state: z.literal('due'), by: day, good: z.boolean() }),
  z.strictObject({ state: z.literal('expired'), since: day }),
]);

/** How many months a course counts (null: for ever), and how many days whoever is invited has. */
export const peopleRule = z.strictObject({
  months: z.int().min(1).max(120).nullable(),
  days: z.int().min(1).max(366),
});

/** People of one organisation who were invited, in no order that means anything. Nothing of answers, marks, tries, or when somebody learned. */
export const peopleList = z.strictObject({
  organisation: z.string(),
  asOf: day,
  rules: z.array(peopleRule.extend({ course })),
  people: z.array(
    z.strictObject({
      id: invitationId,
      label: z.string(),
      course,
      /** Whether the link was opened, can be, or ended unopened. */
      invitation: z.enum(['waiting', 'opened', 'ended']),
      until: day,
      /** Whether a letter is on its way, or why none left; null where none was asked for or it was taken. */
      letter: z.enum(['waiting', 'AddressRefused', 'MailOff']).nullable(),
      standing,
    }),
  ),
  /** Everybody of the organisation, with or without a label: numbers of this year. */
  counted: z.array(z.strictObject({ course, people: z.int(), completions: z.int() })),
  /** Packages from elsewhere that people of it did this year: our own organisation alone plays some. */
  played: z.array(z.strictObject({ title: z.string(), people: z.int(), completions: z.int() })),
  /** After whom the others come; null where there are no others. */
  next: invitationId.nullable(),
});

/** After whom to go on, where not all people went into one answer. */
export const fromWhom = z.strictObject({ after: invitationId.optional() });

const label = z
  .string()
  .max(200)
  .transform(toLabel)
  .refine((text) => text.length >= 1 && text.length <= longestLabel && !/[@\p{Cc}]/u.test(text));

/** Who is to be invited. */
export const toInvite = z.strictObject({
  course,
  language: z.enum(['en', 'nl']),
  people: z
    .array(z.strictObject({ id: invitationId, label, mail: z.email().max(254).nullable() }))
    .min(1)
    .max(mostInvited),
});

/** The secret of each link, told once. */
export const invited = z.strictObject({
  until: day,
  links: z.array(z.strictObject({ id: invitationId, label: z.string(), secret: linkSecret })),
});

export const whichInvitations = z.strictObject({ ids: z.array(invitationId).min(1).max(mostInvited) });
export const newRule = peopleRule.extend({ course });
