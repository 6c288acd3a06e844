import type { PublicJwk } from './directory-schema.ts';

/** A fresh key pair as text, on its way to being sealed or split; dropped right after. */
export interface JwkPair {
  readonly d: string;
  readonly public: PublicJwk;
}

/** Draws a key pair. The platform's own generator is used: Web Crypto takes no source of randomness. */
export async function generatePair(name: PublicJwk['crv'], usages: readonly KeyUsage[]): Promise<JwkPair> {
  const made: Promise<CryptoKey | CryptoKeyPair> = crypto.subtle.generateKey({ name }, true, [...usages]);
  const pair = await made;
  if (!('privateKey' in pair)) throw new Error('a key pair was expected');
  const { d, x } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  if (!d || !x) throw new Error('a private key was expected');
  return { d, public: { kty: 'OKP', crv: name, x } };
}
