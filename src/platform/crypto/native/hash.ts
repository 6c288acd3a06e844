import { hash } from 'node:crypto';
import { canonicalJson, type CanonicalValue } from '#platform/base';

// The same hashes as suite-1/hash.ts, for the server alone: Node computes them at once, where Web Crypto sends each
// through a queue of threads, which for a hundred bytes costs fifty times the hash. Promises, so that both read alike.

/** SHA-256 of bytes, base64url without padding: 43 characters. */
export function hashBytes(bytes: Uint8Array): Promise<string> {
  return Promise.resolve(hash('sha256', bytes, 'base64url'));
}

/** SHA-256 of a text in UTF-8; the hash of an envelope or a session token is that of its text. */
export function hashText(text: string): Promise<string> {
  return Promise.resolve(hash('sha256', text, 'base64url'));
}

/** The link of a log: `prev` of the next operation is the hash of this one's text. */
export function hashOperation(jws: string): Promise<string> {
  return hashText(jws);
}

/** Hash of open values: over canonical JSON, so that sender and reader agree whatever the order of keys. */
export async function hashCoded(coded: CanonicalValue): Promise<string> {
  return hashText(canonicalJson(coded));
}

/** JWK thumbprint (RFC 7638) of an OKP key. */
export function thumbprintOf(key: { readonly crv: string; readonly kty: string; readonly x: string }): Promise<string> {
  return hashText(canonicalJson({ crv: key.crv, kty: key.kty, x: key.x }));
}
