import { z } from 'zod';
import { isId, type UserId } from '#platform/base';

const thumbprint = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const keyThumbprints = z.strictObject({ encryption: thumbprint, signing: thumbprint });

/** Thumbprints of both keys of one person, as a device saw them while two people compared. */
export type KeyThumbprints = z.infer<typeof keyThumbprints>;

/**
 * What somebody found when they compared a safety number with a colleague (security design, section 6). It
 * names all four thumbprints that the number was made of, so that it says nothing of other keys. Who says it
 * and when stand in the signed operation.
 */
export const comparisonSchema = z.strictObject({
  // An id's brand says only that it has the form of one; the check has just seen that.
  other: z.custom<UserId>((value) => typeof value === 'string' && isId(value)),
  way: z.enum(['in-person', 'by-voice']),
  result: z.enum(['same', 'different']),
  own: keyThumbprints,
  theirs: keyThumbprints,
});

/** Type of the sealed record in the directory space, and the name of its content. */
export const comparisonType = 'comparison';
export const comparisonContent = 'comparison/1';
