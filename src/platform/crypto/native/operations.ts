import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { ok, refuse, utf8Text, type Result } from '#platform/base';
import type { PublicJwk } from '../suite-1/directory-schema.ts';
import { operationSchema, type OperationPayload } from '../suite-1/operation-schema.ts';
import { verifyOperation as verifyAnyOperation, type Malformed } from '../suite-1/operations.ts';
import type { BadSignature } from '../suite-1/signatures.ts';

/** The protected header that every device writes, as it stands before the first point of a compact JWS (RFC 7515). */
const usualHeader = Buffer.from(JSON.stringify({ alg: 'EdDSA', typ: 'baken-op' })).toString('base64url');
const keys = new Map<string, KeyObject>();
const keep = 2_000;

/**
 * The operation, if this key signed it and it has the shape of one: the same answer as `verifyOperation` of suite 1, for
 * the server alone. What devices write is checked on the spot, by the same library (OpenSSL) that answers Web Crypto
 * there, which sends each signature through a queue of threads; whatever is written otherwise goes that way.
 */
export async function verifyOperation(
  jws: string,
  key: PublicJwk,
): Promise<Result<OperationPayload, BadSignature | Malformed>> {
  const [header, payload = '', signature = '', ...more] = jws.split('.');
  if (header !== usualHeader || more.length > 0 || key.crv !== 'Ed25519') return verifyAnyOperation(jws, key);
  const [signed, bytes] = [Buffer.from(payload, 'base64url'), Buffer.from(signature, 'base64url')];
  if (signed.toString('base64url') !== payload || bytes.toString('base64url') !== signature)
    return verifyAnyOperation(jws, key);
  if (!isSigned(Buffer.from(`${header}.${payload}`), bytes, key)) return refuse({ type: 'BadSignature' });
  const value = parse(signed);
  if (value === undefined) return refuse({ type: 'BadSignature' });
  const parsed = operationSchema.safeParse(value);
  return parsed.success ? ok(parsed.data) : refuse({ type: 'Malformed' });
}

/** Ed25519 as in RFC 8032. */
function isSigned(text: Uint8Array, signature: Uint8Array, key: PublicJwk): boolean {
  try {
    return verify(null, text, keyOf(key), signature);
  } catch {
    return false;
  }
}

function keyOf({ kty, crv, x }: PublicJwk): KeyObject {
  const known = keys.get(x);
  if (known) return known;
  if (keys.size >= keep) keys.clear();
  const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
  keys.set(x, key);
  return key;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8Text(bytes));
  } catch {
    return undefined;
  }
}
