import type { RandomBytes } from '#platform/base';
import { drawServerSecret } from '#platform/crypto/server-sealed';

/** Files of an installation that gatherings need; never in the database. */
export const gatheringSecrets = {
  /** Opens mail addresses of whoever signed up. Losing it means that they are told nothing more. */
  addressKey: 'gathering-address-key',
} as const;

/** Draws what a new installation needs. */
export function drawGatheringSecrets(randomBytes: RandomBytes): ReadonlyMap<string, string> {
  return new Map([[gatheringSecrets.addressKey, drawServerSecret(randomBytes)]]);
}
