import { combine, split } from 'shamir-secret-sharing';
import { base64urlToBytes, bytesToBase64url, concatBytes, ok, refuse, type Result } from '#platform/base';
import type { PublicJwk, TenantDocument } from './directory-schema.ts';
import { hashBytes } from './hash.ts';
import { signPayload } from './signatures.ts';

const documentPurpose = 'baken-tenant';

/** Keys of a programme that exist only while it is founded; afterwards on paper, in shares. */
export interface TenantRoot {
  readonly root: { readonly private: CryptoKey; readonly public: PublicJwk };
  readonly recovery: { readonly public: PublicJwk };
  /** Three printed shares of each key; any two bring it back. */
  readonly rootShares: readonly string[];
  readonly recoveryShares: readonly string[];
}

/** Shares do not belong together, or one was misread. */
export interface SharesDoNotFit {
  readonly type: 'SharesDoNotFit';
}

/** Makes root and recovery key of a programme and splits both two-of-three (Shamir, GF(2^8)). */
export async function createTenantRoot(): Promise<TenantRoot> {
  const root = await generate('Ed25519', ['sign', 'verify']);
  const recovery = await generate('X25519', ['deriveBits']);
  const privateKey = await crypto.subtle.importKey('jwk', { ...root.public, d: root.d }, { name: 'Ed25519' }, false, ['sign']);
  return {
    root: { private: privateKey, public: root.public },
    recovery: { public: recovery.public },
    rootShares: await printShares('R', root.d),
    recoveryShares: await printShares('H', recovery.d),
  };
}

/** Signs the document that names directory signers and recovery key. */
export function signTenantDocument(root: CryptoKey, document: TenantDocument): Promise<string> {
  return signPayload(root, documentPurpose, document);
}

/** Purpose of tenant documents; other signatures of the root never pass for one. */
export const tenantDocumentPurpose = documentPurpose;

/** Brings a private key back from two printed shares; the caller compares its public half. */
export async function combineShares(shares: readonly string[]): Promise<Result<Uint8Array, SharesDoNotFit>> {
  const read: Uint8Array[] = [];
  const kinds = new Set<string>();
  for (const share of shares) {
    const [kind, , body, check] = share.trim().split('-').length === 4 ? share.trim().split('-') : [];
    const bytes = body ? base64urlToBytes(body.replaceAll('~', '-')) : null;
    if (!kind || bytes === null || (await checksum(bytes)) !== check) return refuse({ type: 'SharesDoNotFit' });
    kinds.add(kind);
    read.push(bytes);
  }
  if (read.length < 2 || kinds.size !== 1) return refuse({ type: 'SharesDoNotFit' });
  try {
    return ok(await combine(read));
  } catch {
    return refuse({ type: 'SharesDoNotFit' });
  }
}

/** `R-1-<share>-<checksum>`: kind, number, share with `~` for `-`, four letters that catch a misread. */
async function printShares(kind: 'R' | 'H', d: string): Promise<readonly string[]> {
  const secret = base64urlToBytes(d);
  if (secret === null) throw new Error('a private key was expected');
  const shares = await split(secret, 3, 2);
  const printed: string[] = [];
  for (const [at, share] of shares.entries()) {
    const body = bytesToBase64url(share).replaceAll('-', '~');
    printed.push(`${kind}-${at + 1}-${body}-${await checksum(share)}`);
  }
  return printed;
}

async function checksum(share: Uint8Array): Promise<string> {
  const hashed = await hashBytes(concatBytes(share, new Uint8Array([1])));
  return hashed.replaceAll(/[-_]/g, 'x').slice(0, 4);
}

async function generate(name: 'X25519' | 'Ed25519', usages: readonly KeyUsage[]): Promise<{ d: string; public: PublicJwk }> {
  const pair = await crypto.subtle.generateKey({ name }, true, usages);
  if (!('privateKey' in pair)) throw new Error('a key pair was expected');
  const { d, x } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  if (!d || !x) throw new Error('a private key was expected');
  return { d, public: { kty: 'OKP', crv: name, x } };
}
