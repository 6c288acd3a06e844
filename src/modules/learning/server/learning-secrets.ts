import { bytesToBase64url, type RandomBytes } from '#platform/base';

/** Files of an installation that learning needs; never in the database. */
export const learningSecrets = {
  /** Of it the key of every receipt is made. Losing it ends the receipts that were given and not yet redeemed. */
  receiptKey: 'receipt-key',
  /** Hides whose stories are whose. Losing it means that nobody who comes again is known to have come before. */
  effectKey: 'effect-key',
} as const;

/** Draws what a new installation needs. */
export function drawLearningSecrets(randomBytes: RandomBytes): ReadonlyMap<string, string> {
  return new Map(Object.values(learningSecrets).map((name) => [name, bytesToBase64url(randomBytes(32))]));
}
