import { z } from 'zod';
import { formMapSchema } from '#kernel/documents';
import { day, languageTag, line, recordRef, words } from './told.ts';

/** The sealed file of a template or form; the secret opens it, the hash says that it is the one that was checked. */
const file = z.strictObject({
  document: recordRef,
  secret: z.string().max(200),
  sha256: z.string().length(43),
  length: z.int().min(1).max(30_000_000),
  name: line(200),
});

const optionalLine = z.union([line(200), z.literal('')]);

/** A Word template of the organisation's own, in one language. */
export const letterTemplate1 = z.strictObject({
  title: line(120),
  language: languageTag,
  file,
  /** What the check at upload found: each field with what it tells the reader of the letter. */
  tags: z.array(z.strictObject({ tag: line(120), reveals: line(20) })).max(600),
  needs: z.array(z.enum(['health', 'account'])).max(2),
  checkedOn: day,
  /** No longer offered; kept, because letters were written with it. */
  retired: z.boolean(),
});
export type LetterTemplate = z.infer<typeof letterTemplate1>;

/** A blank official form that the organisation supplied, and how it is filled. */
export const officialForm1 = z.strictObject({
  file,
  map: formMapSchema,
  /** Requirement ids of the pack that the filled form meets. */
  meets: z.array(line(80)).max(20),
  retired: z.boolean(),
});
export type OfficialForm = z.infer<typeof officialForm1>;

const addressee = z.strictObject({
  name: optionalLine,
  lines: z.array(line(120)).max(8),
  town: optionalLine,
});

/** Who sends the letters and to whom; one for the programme. */
export const letterhead1 = z.strictObject({
  organisation: addressee.extend({ phone: optionalLine, email: optionalLine }),
  recipient: addressee,
  /** Said in every filing, such as the address for registered post. */
  filingNote: words(1_000),
});
export type Letterhead = z.infer<typeof letterhead1>;

/** Kinds of stationery by the name they are written under; all lie under the record type `stationery`. */
export const stationeryKinds = {
  'letter-template': letterTemplate1,
  'official-form': officialForm1,
  letterhead: letterhead1,
} as const;

/** A letterhead with nothing in it yet. */
export const emptyLetterhead: Letterhead = {
  organisation: { name: '', lines: [], town: '', phone: '', email: '' },
  recipient: { name: '', lines: [], town: '' },
  filingNote: '',
};
