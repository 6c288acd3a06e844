import {
  base64urlToBytes,
  bytesToBase64url,
  ok,
  refuse,
  utf8Bytes,
  utf8Text,
  type RandomBytes,
  type Result,
} from '#platform/base';

const format = 'srv1';
const separation = 'baken/server-sealed/1/';
/** Plain texts are filled up to a multiple of this many bytes, so that the length of an address does not show. */
const padded = 320;
/** The longest that is sealed, in bytes: addresses, and the private half of a key. */
const longest = 2_400;

/** Draws a secret for a file of the server: 32 random bytes, base64url. */
export function drawServerSecret(randomBytes: RandomBytes): string {
  return bytesToBase64url(randomBytes(32));
}

/**
 * Seals a short text for the server itself: AES-256-GCM under a key that HKDF-SHA256 derives from the
 * secret, a fresh salt and the context. `context` says what it is and whose, and is not sent along.
 */
export async function sealForServer(
  secret: string,
  context: string,
  text: string,
  randomBytes: RandomBytes,
): Promise<string> {
  const plain = utf8Bytes(text);
  if (plain.length > longest) throw new RangeError('too long to be sealed for the server');
  const filled = new Uint8Array(Math.ceil((plain.length + 1) / padded) * padded);
  filled.set(plain);
  filled[plain.length] = 0x80;
  const salt = randomBytes(32);
  const iv = Uint8Array.from(randomBytes(12));
  const key = await keyFor(secret, salt, context, 'encrypt');
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8Bytes(context) }, key, filled);
  return [format, bytesToBase64url(salt), bytesToBase64url(iv), bytesToBase64url(new Uint8Array(sealed))].join('.');
}

/** Opens what `sealForServer` made under this secret for exactly this context, and nothing else. */
export async function openForServer(
  secret: string,
  context: string,
  sealed: string,
): Promise<Result<string, { readonly type: 'DoesNotOpen' }>> {
  const [name, ...parts] = sealed.split('.');
  const [salt, iv, bytes] = parts.map((part) => base64urlToBytes(part));
  if (name !== format || parts.length !== 3 || !salt || !iv || !bytes) return refuse({ type: 'DoesNotOpen' });
  try {
    const key = await keyFor(secret, salt, context, 'decrypt');
    const filled = new Uint8Array(
      await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: Uint8Array.from(iv), additionalData: utf8Bytes(context) },
        key,
        Uint8Array.from(bytes),
      ),
    );
    return ok(utf8Text(filled.subarray(0, filled.lastIndexOf(0x80))));
  } catch {
    return refuse({ type: 'DoesNotOpen' });
  }
}

async function keyFor(
  secret: string,
  salt: Uint8Array,
  context: string,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const raw = base64urlToBytes(secret);
  if (raw?.length !== 32) throw new Error('a secret of the server has 32 bytes');
  const root = await crypto.subtle.importKey('raw', Uint8Array.from(raw), 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: Uint8Array.from(salt), info: utf8Bytes(separation + context) },
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  );
}
