import { CompactSign, compactVerify } from 'jose';
import { canonicalJson, ok, refuse, utf8Bytes, utf8Text, type CanonicalValue, type Result } from '#platform/base';
import type { PublicJwk } from './directory-schema.ts';
import { importSigningKey } from './public-keys.ts';

/** Not signed by the key that had to sign it, or changed since. */
export interface BadSignature {
  readonly type: 'BadSignature';
}

/** Signs canonical JSON as a compact JWS (RFC 7515) with Ed25519 (RFC 8037). `purpose` keeps signatures of one kind from passing for another. */
export function signPayload(key: CryptoKey, purpose: string, payload: CanonicalValue): Promise<string> {
  return (
    new CompactSign(utf8Bytes(canonicalJson(payload)))
      .setProtectedHeader({ alg: 'EdDSA', typ: purpose })
      // The library's own key type and the platform's are one object at run time.
      .sign(key as never)
  );
}

/** The signed value, unparsed; only if this key signed it for this purpose, and it is written in the one way there is. */
export async function verifyPayload(
  jws: string,
  key: PublicJwk,
  purpose: string,
): Promise<Result<unknown, BadSignature>> {
  if (!jws.split('.').every(isPlain)) return refuse({ type: 'BadSignature' });
  try {
    // The library's own key type and the platform's are one object at run time.
    const imported = (await importSigningKey(key)) as never;
    const verified = await compactVerify(jws, imported, { algorithms: ['EdDSA'] });
    if (verified.protectedHeader.typ !== purpose) return refuse({ type: 'BadSignature' });
    return ok(JSON.parse(utf8Text(verified.payload)));
  } catch {
    return refuse({ type: 'BadSignature' });
  }
}

/**
 * base64url as RFC 7515 writes it: no padding, no space, no bit beyond the last byte. Decoders forgive all three, and then
 * one signature would fit several texts, each with a hash of its own.
 */
function isPlain(part: string): boolean {
  return /^(?:[\w-]{4})*(?:[\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])?$/.test(part);
}

/** Reads a JWS without believing it, to find out which key would have to have signed it. */
export function peekPayload(jws: string): unknown {
  const [, payload] = jws.split('.');
  if (!payload) return null;
  try {
    return JSON.parse(
      utf8Text(
        Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0)),
      ),
    );
  } catch {
    return null;
  }
}
