import type { CanonicalValue } from '#platform/base';
import type { PublicJwk } from './directory-schema.ts';
import { peekPayload, signPayload, verifyPayload } from './signatures.ts';

/** For what a person signs a part of the ledger of releases: one signature never passes for the other. */
type LedgerPurpose = 'baken-ledger-content' | 'baken-ledger-seal';

/** Signs a part of the ledger with a person's own key: a compact JWS over canonical JSON. */
export function signLedgerPart(key: CryptoKey, purpose: LedgerPurpose, part: object): Promise<string> {
  // A part holds only what JSON can hold, and no fractions; what JSON cannot hold throws.
  return signPayload(key, purpose, JSON.parse(JSON.stringify(part)) as CanonicalValue);
}

/** Whether this key signed exactly this text, for this purpose. */
export async function isLedgerPartSigned(jws: string, key: PublicJwk, purpose: LedgerPurpose): Promise<boolean> {
  return (await verifyPayload(jws, key, purpose)).ok;
}

/** What a part claims to say, before anything is verified; null when it is no JWS. */
export function peekLedgerPart(jws: string): unknown {
  return peekPayload(jws);
}
