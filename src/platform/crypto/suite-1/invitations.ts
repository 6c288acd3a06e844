import { base64urlToBytes, bytesToBase64url, canonicalJson, utf8Bytes, type RandomBytes } from '#platform/base';
import type { PublicJwk } from './directory-schema.ts';
import { derivationKey, deriveBytes } from './sealed-box.ts';

/** What the invitee vouches for with the secret of the invitation. */
export interface Enrolment {
  readonly encryption: PublicJwk;
  readonly signing: PublicJwk;
  readonly handle: string;
  readonly fingerprint: string;
}

const noSalt = new Uint8Array(32);

/** 128 random bits that travel outside the platform: on paper, in person, by a messenger already trusted. */
export function createInvitationSecret(randomBytes: RandomBytes): Uint8Array {
  return randomBytes(16);
}

/** The id under which the server knows an invitation; tells nothing of the secret. */
export async function invitationIdOf(secret: Uint8Array): Promise<string> {
  return bytesToBase64url(await deriveBytes(await derivationKey(secret), noSalt, 'id', 16));
}

/** Proof by the inviter that this root belongs to the programme; checked by the invitee before anything else. */
export function proveRoot(secret: Uint8Array, fingerprint: string): Promise<string> {
  return mac(secret, 'root', fingerprint);
}

/** True when the root shown by the server is the one the inviter meant. */
export async function checkRootProof(secret: Uint8Array, fingerprint: string, proof: string): Promise<boolean> {
  return checkMac(secret, 'root', fingerprint, proof);
}

/** Proof by the invitee that these are the keys made on their device. */
export function proveEnrolment(secret: Uint8Array, enrolment: Enrolment): Promise<string> {
  return mac(secret, 'enrol', spell(enrolment));
}

/** True when keys, sign-in name and root are those of the person who holds the secret. */
export async function checkEnrolmentProof(secret: Uint8Array, enrolment: Enrolment, proof: string): Promise<boolean> {
  return checkMac(secret, 'enrol', spell(enrolment), proof);
}

function spell({ encryption, signing, handle, fingerprint }: Enrolment): string {
  return canonicalJson(['cx1/enrol', 1, encryption.x, signing.x, handle, fingerprint]);
}

async function macKey(secret: Uint8Array, purpose: string): Promise<CryptoKey> {
  const raw = await deriveBytes(await derivationKey(secret), noSalt, purpose);
  return crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

async function mac(secret: Uint8Array, purpose: string, text: string): Promise<string> {
  const made = await crypto.subtle.sign('HMAC', await macKey(secret, purpose), utf8Bytes(text));
  return bytesToBase64url(new Uint8Array(made));
}

async function checkMac(secret: Uint8Array, purpose: string, text: string, proof: string): Promise<boolean> {
  const bytes = base64urlToBytes(proof);
  if (bytes === null) return false;
  return crypto.subtle.verify('HMAC', await macKey(secret, purpose), bytes, utf8Bytes(text));
}
