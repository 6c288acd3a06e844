import { base64urlToBytes, concatBytes, utf8Bytes } from '#platform/base';

/**
 * Sixty digits that two people compare by voice or on paper: equal on both devices only when each
 * sees the keys that the other really has.
 */
export async function safetyNumber(first: SafetyParty, second: SafetyParty): Promise<string> {
  const halves = [await thirtyDigits(first), await thirtyDigits(second)].toSorted();
  return halves.join('').replaceAll(/(\d{5})(?=\d)/g, '$1 ');
}

/** A user id and the thumbprints of both keys. */
export interface SafetyParty {
  readonly user: string;
  readonly encryption: string;
  readonly signing: string;
}

const rounds = 1_024;

async function thirtyDigits({ user, encryption, signing }: SafetyParty): Promise<string> {
  const keys = concatBytes(
    base64urlToBytes(encryption) ?? new Uint8Array(),
    base64urlToBytes(signing) ?? new Uint8Array(),
  );
  let digest = concatBytes(utf8Bytes(`cx1/safety:${user}`), keys);
  for (let round = 0; round < rounds; round += 1) {
    digest = new Uint8Array(await crypto.subtle.digest('SHA-512', concatBytes(digest, keys)));
  }
  let digits = '';
  for (let at = 0; at < 30; at += 5) {
    const number = digest.subarray(at, at + 5).reduce((sum, byte) => sum * 256 + byte, 0);
    digits += String(number % 100_000).padStart(5, '0');
  }
  return digits;
}
