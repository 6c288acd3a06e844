import { bytesToBase64url, type RandomBytes } from '#platform/base';
import { drawServerSecret } from '#platform/crypto/server-sealed';

/** Files of an installation that learning needs; never in the database. */
export const learningSecrets = {
  /** Of it the key of every receipt is made. Losing it ends the receipts that were given and not yet redeemed. */
  receiptKey: 'receipt-key',
  /** Hides whose stories are whose. Losing it means that nobody who comes again is known to have come before. */
  effectKey: 'effect-key',
  /** Hashes codes with which learners go on elsewhere. Losing it ends the codes that were given. */
  resumeKey: 'resume-key',
  /** Opens where letters to people who were invited go. Losing it means that they get none. */
  letterKey: 'learning-letter-key',
  /** Opens the keys that sign badges. Losing it means that another key must be drawn; what was signed can still be checked. */
  badgeKey: 'badge-key',
} as const;

/** Draws what a new installation needs. */
export function drawLearningSecrets(randomBytes: RandomBytes): ReadonlyMap<string, string> {
  const { letterKey, badgeKey, ...others } = learningSecrets;
  return new Map([
    ...Object.values(others).map((name) => [name, bytesToBase64url(randomBytes(32))] as const),
    [letterKey, drawServerSecret(randomBytes)],
    [badgeKey, drawServerSecret(randomBytes)],
  ]);
}
