import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ok, refuse, type Result } from '#platform/base';
import { hashBytes } from './hash.ts';
import { pad, paddedDocumentLength, unpad } from './padding.ts';
import type { DoesNotOpen } from './sealed-box.ts';

/** A sealed file and what its metadata record must remember to open it. */
export interface SealedDocument {
  readonly ciphertext: Uint8Array<ArrayBuffer>;
  readonly secret: string;
  readonly sha256: string;
}

/** The stored bytes are not those that were sealed. */
export interface HashMismatch {
  readonly type: 'HashMismatch';
}

/** Seals a file with an age identity of its own (age-encryption.org/v1), padded against guessing by size. */
export async function sealDocument(bytes: Uint8Array): Promise<SealedDocument> {
  const secret = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(secret));
  const ciphertext = Uint8Array.from(await encrypter.encrypt(pad(bytes, paddedDocumentLength)));
  return { ciphertext, secret, sha256: await hashBytes(ciphertext) };
}

/** Opens a file. The hash of the stored bytes is checked before anything is decrypted. */
export async function openDocument(
  ciphertext: Uint8Array,
  { secret, sha256 }: Pick<SealedDocument, 'secret' | 'sha256'>,
): Promise<Result<Uint8Array, HashMismatch | DoesNotOpen>> {
  if ((await hashBytes(ciphertext)) !== sha256) return refuse({ type: 'HashMismatch' });
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(secret);
    const plain = unpad(await decrypter.decrypt(Uint8Array.from(ciphertext)));
    return plain === null ? refuse({ type: 'DoesNotOpen' }) : ok(plain);
  } catch {
    return refuse({ type: 'DoesNotOpen' });
  }
}
