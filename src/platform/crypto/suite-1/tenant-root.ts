import { combine, split } from 'shamir-secret-sharing';
import { base64urlToBytes, bytesToBase64url, concatBytes, ok, refuse, type Result } from '#platform/base';
import type { PublicJwk, TenantDocument } from './directory-schema.ts';
import { generatePair } from './generate-pair.ts';
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
  const root = await generatePair('Ed25519', ['sign', 'verify']);
  const recovery = await generatePair('X25519', ['deriveBits']);
  const privateKey = await crypto.subtle.importKey('jwk', { ...root.public, d: root.d }, { name: 'Ed25519' }, false, [
    'sign',
  ]);
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

/**
 * Brings a private key back from two or three printed shares, for use once. The share library does
 * not notice a wrong share, so the key must have the public half that the tenant document names.
 */
export async function combineShares(
  shares: readonly string[],
  expected: PublicJwk,
): Promise<Result<CryptoKey, SharesDoNotFit>> {
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
    const secret = await combine(read);
    const { crv, kty, x } = expected;
    const fits = (await publicHalf(secret, crv)) === x;
    const d = bytesToBase64url(secret);
    secret.fill(0);
    if (!fits) return refuse({ type: 'SharesDoNotFit' });
    return ok(await crypto.subtle.importKey('jwk', { crv, kty, x, d }, { name: crv }, false, [...usagesOf(crv)]));
  } catch {
    return refuse({ type: 'SharesDoNotFit' });
  }
}

/** The public half of raw private bytes: wrapped as PKCS #8 (RFC 8410), which asks for no public half. */
async function publicHalf(secret: Uint8Array, crv: PublicJwk['crv']): Promise<string> {
  const head = crv === 'Ed25519' ? 0x70 : 0x6e;
  const pkcs8 = concatBytes(
    new Uint8Array([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, head, 4, 0x22, 4, 0x20]),
    secret,
  );
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: crv }, true, [...usagesOf(crv)]);
  pkcs8.fill(0);
  return (await crypto.subtle.exportKey('jwk', key)).x ?? '';
}

function usagesOf(crv: PublicJwk['crv']): readonly KeyUsage[] {
  return crv === 'Ed25519' ? ['sign'] : ['deriveBits'];
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
