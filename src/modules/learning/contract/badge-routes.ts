import { z } from 'zod';
import { defineRoute } from '#platform/base';
import { certificateShape as paper, day, hash, nobodyKnown, revoked } from './certificate-shapes.ts';
import { longestBadge } from './longest-badge.ts';

/**
 * What came of checking a badge: it holds, it is over, it was revoked, it was signed here but for a certificate that is not here, a key of somebody else
 * signed it, or it is not as it was signed.
 */
const badgeStates = ['valid', 'expired', 'revoked', 'unknown', 'foreign', 'altered'] as const;

/** The routes of badges (Open Badges 3.0): signed for whoever holds the certificate, checked by anybody. What readers of badges ask for is a mount. */
export const badgeRoutes = {
  signBadge: defineRoute({
    name: 'signBadge',
    method: 'POST',
    path: '/api/learning/certificates/badge',
    input: z.strictObject({ code: hash }),
    /** A VC-JWT, and the last day on which it holds. */
    output: z.strictObject({ token: z.string(), until: day }),
    permission: { none: 'a learner has no account; the cookie says whose certificates may be signed' },
    audit: nobodyKnown,
    rate: { per: 'address', limit: 600, windowMinutes: 60 },
    refusals: ['NotJoined', 'NotFound', 'CertificateRevoked', 'OriginUnknown', 'TooManyTries'],
  }),
  checkBadge: defineRoute({
    name: 'checkBadge',
    method: 'POST',
    path: '/api/learning/check/badge',
    input: z.strictObject({ token: z.string().min(1).max(longestBadge) }),
    output: z.strictObject({
      state: z.enum(badgeStates),
      /** What the certificate of it says; null where none of ours was signed. */
      paper: paper.nullable(),
      revoked: revoked.nullable(),
      until: day.nullable(),
    }),
    permission: { none: 'whoever was given a badge may ask whether it is genuine' },
    audit: nobodyKnown,
    rate: { per: 'address', limit: 20, windowMinutes: 60 },
    small: true,
    refusals: ['BadgeUnreadable', 'TooManyTries'],
  }),
} as const;
