import { z } from 'zod';
import { isId, parseCivilDate, type CivilDate, type RecordId, type UserId } from '#platform/base';

/** Largest plaintext of one record in bytes (casework design, 1.3). */
export const largestRecord = 256 * 1024;

/**
 * Text as people type it: Unicode NFC, no control characters but the line break, and none of the
 * invisible characters that turn the reading direction and so can make a text lie.
 */
function isClean(text: string, lineBreaks: boolean): boolean {
  const allowed = lineBreaks ? text.replaceAll('\n', '') : text;
  return text.normalize('NFC') === text && !/[\p{Cc}\p{Cs}\u202A-\u202E]/u.test(allowed);
}

/** One line of at most `max` characters; not blank. */
export function line(max = 200) {
  return z
    .string()
    .max(max)
    .refine((text) => isClean(text, false) && text.trim() !== '', 'not a clean line');
}

/** Free text of at most 20,000 characters; may be empty, may have line breaks. */
export function words(max = 20_000) {
  return z
    .string()
    .max(max)
    .refine((text) => isClean(text, true), 'not clean text');
}

// The brands are given here, where the text has just been checked.
export const day = z.custom<CivilDate>(
  (value) => typeof value === 'string' && parseCivilDate(value) !== null,
  'not a day',
);
export const recordRef = z.custom<RecordId>((value) => typeof value === 'string' && isId(value), 'not an id');
export const userRef = z.custom<UserId>((value) => typeof value === 'string' && isId(value), 'not an id');

/** A local time `HH:MM`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, since often only part of a date is known. */
export const partDate = z
  .string()
  .refine(
    (text) => parseCivilDate(`${text}-01-01`.slice(0, 10)) !== null && /^\d{4}(-\d\d){0,2}$/.test(text),
    'not a date',
  );

/** A language by its tag (BCP 47), as the programme's own list names them. */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/);

/** Why there is no answer. A blank is impossible: it could mean any of these. */
export const notTold = ['not-asked', 'does-not-want-to-say', 'unknown'] as const;

/** Where an answer comes from. */
export const toldSources = ['person', 'paper', 'other'] as const;

/** An answer with its source and day, or why there is none. */
export function told<Value extends z.ZodType>(value: Value) {
  return z.union([
    z.strictObject({ told: value, source: z.enum(toldSources), on: day }),
    z.strictObject({ notTold: z.enum(notTold) }),
  ]);
}

/** An answer as code handles it, whatever the value. */
export type Told<Value> =
  | { readonly told: Value; readonly source: (typeof toldSources)[number]; readonly on: CivilDate }
  | { readonly notTold: (typeof notTold)[number] };

/** The value that was told; null when none was. */
export function toldValue<Value>(answer: Told<Value>): Value | null {
  return 'told' in answer ? answer.told : null;
}
