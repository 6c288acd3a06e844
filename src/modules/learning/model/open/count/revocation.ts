import type { CivilDate } from '#platform/base';

/**
 * Why a certificate is good no more. That somebody else learned is said of the run: it ends every paper about it, those made
 * later too, and no further one is made of that course for that learner. The other reasons are about the one paper.
 */
export const revocationReasons = [
  'issued-in-error',
  'rule-not-met',
  'somebody-else-learned',
  'asked-by-holder',
] as const;
export type RevocationReason = (typeof revocationReasons)[number];

/** That a paper was revoked, as whoever checks it is told. */
export interface Revocation {
  readonly reason: RevocationReason;
  readonly on: CivilDate;
}
