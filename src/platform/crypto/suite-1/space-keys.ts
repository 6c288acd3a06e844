import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import {
  base64urlToBytes,
  bytesToBase64url,
  canonicalJson,
  concatBytes,
  ok,
  refuse,
  utf8Bytes,
  type RandomBytes,
  type Result,
  type SpaceId,
  type TenantId,
} from '#platform/base';
import { importEncryptionKey } from './public-keys.ts';
import type { PublicJwk } from './directory-schema.ts';
import { thumbprintOf } from './hash.ts';
import { derivationKey, deriveBytes, type DoesNotOpen } from './sealed-box.ts';

/** The key of one epoch of a space, held so that its bytes cannot be read again. */
export interface SpaceKey {
  readonly tenant: TenantId;
  readonly space: SpaceId;
  readonly epoch: number;
  readonly commitment: string;
  /** Name of the key, derived from it; tells nothing of it. */
  readonly id: string;
  readonly derivation: CryptoKey;
}

/** To whom a key is wrapped: a member by user id, or `recovery`. */
export interface Recipient {
  readonly recipient: string;
  readonly encryption: PublicJwk;
}

/** A space key wrapped to one recipient, as it is stored. */
export interface SealedWrap {
  readonly recipient: string;
  readonly epoch: number;
  readonly wrap: string;
}

/** Which epoch of which space. */
export interface SpaceEpoch {
  readonly tenant: TenantId;
  readonly space: SpaceId;
  readonly epoch: number;
}

/** Opens, but is not the key that the log commits to. */
export interface CommitmentMismatch {
  readonly type: 'CommitmentMismatch';
}

/** The half of a person's keys that opens wraps. */
export interface EncryptionPair {
  readonly private: CryptoKey;
  readonly public: PublicJwk;
}

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const info = utf8Bytes('cx1/grant');
const noSalt = new Uint8Array(32);

/** Draws the key of a new epoch and wraps it to everybody named. */
export async function createSpaceKey(
  where: SpaceEpoch,
  recipients: readonly Recipient[],
  randomBytes: RandomBytes,
): Promise<{ readonly key: SpaceKey; readonly wraps: readonly SealedWrap[] }> {
  const raw = randomBytes(32);
  const derivation = await derivationKey(raw);
  const commitment = await commitmentOf(derivation);
  const wraps: SealedWrap[] = [];
  for (const recipient of recipients) wraps.push(await wrapTo(where, commitment, raw, recipient));
  raw.fill(0);
  return { key: { ...where, commitment, id: await keyIdOf(derivation), derivation }, wraps };
}

/** Opens one's own wrap. The key must be the one that the verified log commits to. */
export async function openWrap(
  where: SpaceEpoch,
  commitment: string,
  recipient: string,
  wrap: string,
  own: EncryptionPair,
): Promise<Result<SpaceKey, DoesNotOpen | CommitmentMismatch>> {
  const raw = await unwrap(where, commitment, recipient, wrap, own);
  if (!raw.ok) return raw;
  const derivation = await derivationKey(raw.value);
  raw.value.fill(0);
  if ((await commitmentOf(derivation)) !== commitment) return refuse({ type: 'CommitmentMismatch' });
  return ok({ ...where, commitment, id: await keyIdOf(derivation), derivation });
}

/** Wraps a key one holds to more people. Its bytes exist only inside this function. */
export async function rewrap(
  where: SpaceEpoch,
  commitment: string,
  self: string,
  wrap: string,
  own: EncryptionPair,
  recipients: readonly Recipient[],
): Promise<Result<readonly SealedWrap[], DoesNotOpen | CommitmentMismatch>> {
  const raw = await unwrap(where, commitment, self, wrap, own);
  if (!raw.ok) return raw;
  const genuine = (await commitmentOf(await derivationKey(raw.value))) === commitment;
  const wraps: SealedWrap[] = [];
  if (genuine) for (const recipient of recipients) wraps.push(await wrapTo(where, commitment, raw.value, recipient));
  raw.value.fill(0);
  return genuine ? ok(wraps) : refuse({ type: 'CommitmentMismatch' });
}

/** AES-GCM does not commit to a key; this value, signed into the log, does. */
async function commitmentOf(derivation: CryptoKey): Promise<string> {
  return bytesToBase64url(await deriveBytes(derivation, noSalt, 'commit'));
}

async function keyIdOf(derivation: CryptoKey): Promise<string> {
  return bytesToBase64url(await deriveBytes(derivation, noSalt, 'id', 16));
}

async function wrapTo(where: SpaceEpoch, commitment: string, raw: Uint8Array, to: Recipient): Promise<SealedWrap> {
  const recipientPublicKey = await importEncryptionKey(to.encryption);
  const aad = await additionalData(where, to.recipient, to.encryption, commitment);
  // The library's own key type and the platform's are one object at run time.
  const sealed = await suite.seal({ recipientPublicKey: recipientPublicKey as never, info }, Uint8Array.from(raw), aad);
  const bytes = concatBytes(new Uint8Array(sealed.enc), new Uint8Array(sealed.ct));
  return { recipient: to.recipient, epoch: where.epoch, wrap: bytesToBase64url(bytes) };
}

async function unwrap(
  where: SpaceEpoch,
  commitment: string,
  recipient: string,
  wrap: string,
  own: EncryptionPair,
): Promise<Result<Uint8Array, DoesNotOpen>> {
  const bytes = base64urlToBytes(wrap);
  if (bytes === null || bytes.length < 64) return refuse({ type: 'DoesNotOpen' });
  try {
    const pair = { privateKey: own.private, publicKey: await importEncryptionKey(own.public) };
    const aad = await additionalData(where, recipient, own.public, commitment);
    const opened = await suite.open(
      // The library's own key type and the platform's are one object at run time.
      { recipientKey: pair as never, enc: bytes.slice(0, 32), info },
      bytes.slice(32),
      aad,
    );
    return ok(new Uint8Array(opened));
  } catch {
    return refuse({ type: 'DoesNotOpen' });
  }
}

async function additionalData(
  where: SpaceEpoch,
  recipient: string,
  key: PublicJwk,
  commitment: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const thumbprint = await thumbprintOf(key);
  return utf8Bytes(canonicalJson([where.tenant, where.space, where.epoch, recipient, thumbprint, commitment]));
}
