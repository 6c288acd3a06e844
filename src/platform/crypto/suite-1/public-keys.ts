import type { PublicJwk } from './directory-schema.ts';

const imported = new Map<string, Promise<CryptoKey>>();
const keep = 2_000;

/** A public X25519 key ready for use; importing once serves every later use of the same key. */
export function importEncryptionKey(jwk: PublicJwk): Promise<CryptoKey> {
  if (jwk.crv !== 'X25519') return Promise.reject(new TypeError('not an encryption key'));
  return importOnce(jwk, { name: 'X25519' }, []);
}

/** A public Ed25519 key ready for use. */
export function importSigningKey(jwk: PublicJwk): Promise<CryptoKey> {
  if (jwk.crv !== 'Ed25519') return Promise.reject(new TypeError('not a signing key'));
  return importOnce(jwk, { name: 'Ed25519' }, ['verify']);
}

function importOnce(
  jwk: PublicJwk,
  algorithm: { readonly name: string },
  usages: readonly KeyUsage[],
): Promise<CryptoKey> {
  const name = `${jwk.crv}:${jwk.x}`;
  let key = imported.get(name);
  if (!key) {
    if (imported.size >= keep) imported.clear();
    key = crypto.subtle.importKey('jwk', { kty: jwk.kty, crv: jwk.crv, x: jwk.x }, algorithm, true, [...usages]);
    imported.set(name, key);
  }
  return key;
}
