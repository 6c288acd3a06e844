import { FlattenedEncrypt, flattenedDecrypt } from 'jose';
import {
  base64urlToBytes,
  bytesToBase64url,
  ok,
  refuse,
  utf8Bytes,
  type RandomBytes,
  type Result,
} from '#platform/base';

/** The ciphertext, its key or its place do not belong together; nothing more can be said. */
export interface DoesNotOpen {
  readonly type: 'DoesNotOpen';
}

/** A key from which one fresh key per sealed text is derived; cannot be exported. */
export type DerivationKey = CryptoKey;

/** Imports 32 bytes as a key to derive from and overwrites nothing: callers clear their own bytes. */
export function derivationKey(raw: Uint8Array): Promise<DerivationKey> {
  return crypto.subtle.importKey('raw', Uint8Array.from(raw), 'HKDF', false, ['deriveKey', 'deriveBits']);
}

/** HKDF-SHA256 (RFC 5869) to raw bytes. */
export async function deriveBytes(
  key: DerivationKey,
  salt: Uint8Array,
  info: string,
  length = 32,
): Promise<Uint8Array<ArrayBuffer>> {
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: Uint8Array.from(salt), info: utf8Bytes(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, length * 8));
}

/**
 * Seals bytes for one context: a fresh 32-byte salt, a key derived from salt and context, then JWE
 * (RFC 7516) with `dir` and `A256GCM`, the context as additional data that is not sent along. `kid`
 * names the key for people who repair things; nothing is decided by it.
 */
export async function sealBytes(
  key: DerivationKey,
  context: string,
  plain: Uint8Array,
  randomBytes: RandomBytes,
  kid?: string,
): Promise<string> {
  const salt = randomBytes(32);
  const once = await onceKey(key, salt, context, 'encrypt');
  const sealed = await new FlattenedEncrypt(plain)
    .setProtectedHeader({
      alg: 'dir',
      enc: 'A256GCM',
      suite: 1,
      salt: bytesToBase64url(salt),
      ...(kid === undefined ? {} : { kid }),
    })
    .setAdditionalAuthenticatedData(utf8Bytes(context))
    // The library's own key type and the platform's are one object at run time.
    .encrypt(once as never);
  return [sealed.protected, '', sealed.iv, sealed.ciphertext, sealed.tag].join('.');
}

/** Opens what `sealBytes` made for exactly this context. Algorithms come from here, never from the text. */
export async function openBytes(
  key: DerivationKey,
  context: string,
  envelope: string,
): Promise<Result<Uint8Array, DoesNotOpen>> {
  const [header, empty, iv, ciphertext, tag, more] = envelope.split('.');
  if (!header || empty !== '' || !iv || ciphertext === undefined || !tag || more !== undefined) return failed();
  const salt = readSalt(header);
  if (salt === null) return failed();
  try {
    const once = await onceKey(key, salt, context, 'decrypt');
    const opened = await flattenedDecrypt(
      { protected: header, iv, ciphertext, tag, aad: bytesToBase64url(utf8Bytes(context)) },
      // The library's own key type and the platform's are one object at run time.
      once as never,
      { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
    );
    return ok(opened.plaintext);
  } catch {
    return failed();
  }
}

function onceKey(
  key: DerivationKey,
  salt: Uint8Array,
  context: string,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: Uint8Array.from(salt), info: utf8Bytes(context) },
    key,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  );
}

function readSalt(header: string): Uint8Array | null {
  const bytes = base64urlToBytes(header);
  if (bytes === null) return null;
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof parsed !== 'object' || parsed === null || Reflect.get(parsed, 'suite') !== 1) return null;
    const salt: unknown = Reflect.get(parsed, 'salt');
    const found = typeof salt === 'string' ? base64urlToBytes(salt) : null;
    return found?.length === 32 ? found : null;
  } catch {
    return null;
  }
}

function failed() {
  return refuse({ type: 'DoesNotOpen' } as const);
}
