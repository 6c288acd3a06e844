import { hashText, isLedgerPartSigned, peekLedgerPart, type Directory } from '#platform/crypto';
import type { LedgerTools } from '../model/ledger/verify-ledger.ts';

/** Verifies a ledger with the keys that a verified directory vouches for, each until the day on which it ended. */
export function ledgerTools({ signingKeys }: Pick<Directory, 'signingKeys'>): LedgerTools {
  return {
    hash: hashText,
    peek: peekLedgerPart,
    isSignedBy: async (jws, user, on, purpose) => {
      // Who is not in the directory has no key.
      for (const { until, ...key } of (signingKeys.get(user) ?? []).toReversed()) {
        if (until !== null && on > until) continue;
        if (await isLedgerPartSigned(jws, key, purpose)) return true;
      }
      return false;
    },
  };
}
