import { bytesToBase64url, type RandomBytes } from '#platform/base';

/** Files of an installation that the record store needs; never in the database. */
export const recordSecrets = {
  /** Proves that an address of a next page was made here. Losing it ends those that are under way. */
  moreKey: 'record-more-key',
  /** Hides who is in statements of sources. Losing it means that nobody who comes again is known to have come before. */
  sourceKey: 'record-source-key',
} as const;

/** Draws what a new installation needs. */
export function drawRecordSecrets(randomBytes: RandomBytes): ReadonlyMap<string, string> {
  return new Map(Object.values(recordSecrets).map((name) => [name, bytesToBase64url(randomBytes(32))]));
}
