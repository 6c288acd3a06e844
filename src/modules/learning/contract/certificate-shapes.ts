import { z } from 'zod';
import { parseCivilDate, type CivilDate } from '#platform/base';
import { revocationReasons } from '../model/open/count/revocation.ts';

// The brand is given here, where the text has just been checked.
export const day = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null);
export const nobodyKnown = { none: 'a learner has no account; nothing of it says who did it' } as const;

/** SHA-256 or HMAC-SHA-256, base64url. */
export const hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What a certificate says, without the name. */
export const certificateShape = z.strictObject({
  issuer: z.string(),
  title: z.string(),
  version: z.string(),
  language: z.string(),
  minutes: z.number(),
  /** Whether not everybody has signed this version yet: the paper says so. */
  draft: z.boolean(),
  doneOn: day,
  issuedOn: day,
});

/** Since when a paper is good no more, and why; who decided it is not told. */
export const revoked = z.strictObject({ reason: z.enum(revocationReasons), on: day });
