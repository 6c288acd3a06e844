import type { RandomBytes } from '#platform/base';
import { drawServerSecret } from '#platform/crypto/server-sealed';

/** Files of an installation that notices need; never in the database. */
export const noticeSecrets = {
  /** Opens mail addresses. Losing it switches everybody's mail off until they ask again. */
  addressKey: 'notice-address-key',
} as const;

/** Draws what a new installation needs. */
export function drawNoticeSecrets(randomBytes: RandomBytes): ReadonlyMap<string, string> {
  return new Map([[noticeSecrets.addressKey, drawServerSecret(randomBytes)]]);
}
