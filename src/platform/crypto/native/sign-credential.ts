import { createPrivateKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, CompactSign, compactVerify, decodeProtectedHeader, exportJWK, importJWK } from 'jose';
import { base64urlToBytes, bytesToBase64url, ok, refuse, utf8Bytes, utf8Text, type Result } from '#platform/base';

/** What anybody may know of a key that signs credentials: RFC 7517, never with a private part. */
export interface CredentialKey {
  readonly kty: 'RSA';
  readonly n: string;
  readonly e: string;
  readonly alg: 'RS256';
  readonly use: 'sig';
  /** What the headers of credentials call it; the thumbprint (RFC 7638) of a key that was just drawn. */
  readonly kid: string;
}

/** Why a credential is not read: it is no JWS as we write them, or its signature is not of the key. */
export interface CredentialRefusal {
  readonly type: 'CredentialMalformed' | 'AlgorithmRefused' | 'SignatureWrong';
}

/** The one algorithm that every reader of Open Badges 3.0 knows (8.2.3): another one would be readable for few. */
const algorithm = 'RS256';
const generate = promisify(generateKeyPair);

/** Draws a key for signing credentials. The private half is PKCS #8 in base64url: whoever calls seals it. */
export async function createCredentialKey(): Promise<{ readonly key: CredentialKey; readonly privateHalf: string }> {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: 2048 });
  const { n = '', e = '' } = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint({ kty: 'RSA', n, e });
  const privateHalf = bytesToBase64url(privateKey.export({ format: 'der', type: 'pkcs8' }));
  return { key: { kty: 'RSA', n, e, alg: algorithm, use: 'sig', kid }, privateHalf };
}

/** Signs a credential as a compact JWS (RFC 7515); `kid` is the address at which the public key is found. */
export function signCredential(privateHalf: string, kid: string, payload: object): Promise<string> {
  const key = Buffer.from(privateHalf, 'base64url');
  return new CompactSign(utf8Bytes(JSON.stringify(payload)))
    .setProtectedHeader({ alg: algorithm, kid, typ: 'JWT' })
    .sign(createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
}

/**
 * Under which address the key of a credential is said to be found, unproven; null where it names none. Refuses whatever is not a
 * compact JWS in the one way it is written (no padding, no spare bit).
 */
export function peekCredential(token: string): Result<{ readonly kid: string | null }, CredentialRefusal> {
  const header = headerOf(token);
  if (header === null) return refuse({ type: 'CredentialMalformed' });
  return ok({ kid: typeof header.kid === 'string' ? header.kid : null });
}

/**
 * What a credential says, unparsed: only if exactly this key signed exactly this text, by our one algorithm and under a header
 * that Open Badges 3.0 knows.
 */
export async function readCredential(token: string, key: CredentialKey): Promise<Result<unknown, CredentialRefusal>> {
  const header = headerOf(token);
  if (header === null) return refuse({ type: 'CredentialMalformed' });
  if (header.alg !== algorithm) return refuse({ type: 'AlgorithmRefused' });
  if (!Object.keys(header).every((name) => ['alg', 'kid', 'typ'].includes(name)))
    return refuse({ type: 'CredentialMalformed' });
  try {
    const { payload } = await compactVerify(token, await importJWK({ ...key }, algorithm), { algorithms: [algorithm] });
    return ok(JSON.parse(utf8Text(payload)));
  } catch {
    return refuse({ type: 'SignatureWrong' });
  }
}

function headerOf(token: string): ReturnType<typeof decodeProtectedHeader> | null {
  const parts = token.split('.');
  if (parts.length !== 3 || !parts.every(isPlain)) return null;
  try {
    return decodeProtectedHeader(token);
  } catch {
    return null;
  }
}

/** base64url in the one way there is: decoders forgive spare bits, and then one signature would fit several texts. */
function isPlain(part: string): boolean {
  const bytes = /^[\w-]+$/.test(part) ? base64urlToBytes(part) : null;
  return bytes !== null && bytesToBase64url(bytes) === part;
}
