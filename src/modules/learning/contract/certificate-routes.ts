import { z } from 'zod';
import { defineRoute } from '#platform/base';
import { revocationReasons } from '../model/open/count/revocation.ts';
import { certificateShape as paper, hash, nobodyKnown, revoked } from './certificate-shapes.ts';

/** Ids of courses. */
const part = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);

/** The routes of certificates: made by learners, checked by anybody, revoked by a coordinator. Codes are in bodies alone. */
export const certificateRoutes = {
  issueCertificate: defineRoute({
    name: 'issueCertificate',
    method: 'POST',
    path: '/api/learning/certificates',
    /** The code and the name stay on the paper: the server gets a hash of one and a proof of both. */
    input: z.strictObject({ course: part, code: hash, name: hash }),
    output: paper,
    permission: { none: 'a learner has no account; the cookie that came with the code says whose run it is' },
    audit: nobodyKnown,
    rate: { per: 'address', limit: 600, windowMinutes: 60 },
    refusals: ['NotJoined', 'NotFinished', 'NotFound', 'CertificateBarred', 'TooManyTries'],
  }),
  checkCertificate: defineRoute({
    name: 'checkCertificate',
    method: 'POST',
    path: '/api/learning/check',
    input: z.strictObject({ code: hash, name: hash.nullable() }),
    output: z.strictObject({
      /** Null where no paper of this installation has the code. */
      paper: paper.nullable(),
      /** Whether the name stands on it; null where none was asked for. */
      nameFits: z.boolean().nullable(),
      /** Null while it holds. */
      revoked: revoked.nullable(),
    }),
    permission: { none: 'whoever holds a paper may ask whether it is genuine' },
    audit: nobodyKnown,
    rate: { per: 'address', limit: 20, windowMinutes: 60 },
    small: true,
    refusals: ['TooManyTries'],
  }),
  lookUpCertificate: defineRoute({
    name: 'lookUpCertificate',
    method: 'POST',
    path: '/api/learning/certificates/look-up',
    input: z.strictObject({ code: hash }),
    output: z.strictObject({
      /** What it says, and for which organisation it was learned; null where no paper has the code. */
      found: z.strictObject({ paper, organisation: z.string(), revoked: revoked.nullable() }).nullable(),
    }),
    permission: 'learning.look-up-certificate',
    audit: { none: 'what stands on a paper, told to whoever has its code; nothing of it says whose it is' },
    refusals: [],
  }),
  revokeCertificate: defineRoute({
    name: 'revokeCertificate',
    method: 'POST',
    path: '/api/learning/certificates/revoke',
    input: z.strictObject({ code: hash, reason: z.enum(revocationReasons) }),
    output: 'nothing',
    permission: 'learning.revoke-certificate',
    audit: 'learning.certificate-revoked',
    stepUp: true,
    refusals: ['NotFound', 'AlreadyRevoked'],
  }),
} as const;
