import { createHmac, hash, timingSafeEqual } from 'node:crypto';
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

/** A keyed hash (HMAC with SHA-256), base64url: only a holder of the key can make it. */
export function keyedHash(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Whether two texts are the same, in a time that does not tell where they begin to differ. */
export function isSameText(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The first 128 bits of the SHA-256 of a text in the form of a UUID: a short key for a text of any length. */
export function keyOfText(text: string): string {
  const hex = hash('sha256', text, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** SHA-1 in hexadecimal, as an entity tag in xAPI: it says whether something changed, and protects nothing. */
export function tagOfBytes(bytes: Uint8Array): string {
  return hash('sha1', bytes, 'hex');
}

const sha2ByLength: Readonly<Record<number, string>> = { 56: 'sha224', 64: 'sha256', 96: 'sha384', 128: 'sha512' };

/** Whether bytes have a hash of the SHA-2 family; its length in hexadecimal says which. */
export function hasSha2(bytes: Uint8Array, hex: string): boolean {
  const name = sha2ByLength[hex.length];
  return name !== undefined && hash(name, bytes, 'hex') === hex.toLowerCase();
}
