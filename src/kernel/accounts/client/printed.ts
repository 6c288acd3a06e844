import { base64urlToBytes, bytesToBase64url, ok, refuse, type Result } from '#platform/base';
import { fromWords, toWords, type WordsRefusal } from '#platform/crypto';

/** A printed secret: as words to type and as text for a QR code. */
export interface Printed {
  readonly words: readonly string[];
  readonly qrText: string;
}

/** What somebody typed or scanned: the secret, and the root it came with where it was a QR code. */
export interface ReadSecret {
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly fingerprint: string | null;
  /** Address the QR code was made at; the reader compares it with its own. */
  readonly origin: string | null;
}

const marks = { kit: 'baken-kit', invitation: 'baken-invitation' } as const;

/** Prints a secret with the root it belongs to. The text is for a QR code, never for an address. */
export function printSecret(
  kind: keyof typeof marks,
  secret: Uint8Array,
  fingerprint: string,
  origin: string,
): Printed {
  return {
    words: toWords(secret),
    qrText: [marks[kind], '1', origin, fingerprint, bytesToBase64url(secret)].join('|'),
  };
}

/** Reads words or the text of a QR code. `QrNotOurs` when a scanned text is something else. */
export function readSecret(
  kind: keyof typeof marks,
  text: string,
): Result<ReadSecret, WordsRefusal | { readonly type: 'QrNotOurs' }> {
  const length = kind === 'kit' ? 32 : 16;
  if (!text.includes('|')) {
    const secret = fromWords(text, length);
    return secret.ok ? ok({ secret: secret.value, fingerprint: null, origin: null }) : secret;
  }
  const [mark, version, origin, fingerprint, encoded] = text.trim().split('|');
  const secret = base64urlToBytes(encoded ?? '');
  if (mark !== marks[kind] || version !== '1' || !origin || !fingerprint || secret?.length !== length) {
    return refuse({ type: 'QrNotOurs' });
  }
  return ok({ secret, fingerprint, origin });
}
