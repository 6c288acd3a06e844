import { bytesToBase64url, canonicalJson, utf8Bytes, type CanonicalValue } from '#platform/base';

/** SHA-256 of bytes, base64url without padding: 43 characters. */
export async function hashBytes(bytes: Uint8Array): Promise<string> {
  return bytesToBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))));
}

/** SHA-256 of a text in UTF-8; the hash of an envelope, an operation or a directory entry is that of its text. */
export function hashText(text: string): Promise<string> {
  return hashBytes(utf8Bytes(text));
}

/** Hash of a sealed envelope, as operations name it. */
export function hashEnvelope(envelope: string): Promise<string> {
  return hashText(envelope);
}

/** Hash of open values: over canonical JSON, so that sender and reader agree whatever the order of keys. */
export function hashCoded(coded: CanonicalValue): Promise<string> {
  return hashText(canonicalJson(coded));
}

/** JWK thumbprint (RFC 7638) of an OKP key. */
export function thumbprintOf(key: { readonly crv: string; readonly kty: string; readonly x: string }): Promise<string> {
  return hashText(canonicalJson({ crv: key.crv, kty: key.kty, x: key.x }));
}
