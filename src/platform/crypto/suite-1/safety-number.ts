import { base64urlToBytes, concatBytes, ok, refuse, utf8Bytes, type Result } from '#platform/base';

/** A thumbprint that is not one: 32 bytes in base64url. No number is shown for it. */
export interface ThumbprintUnreadable {
  readonly type: 'ThumbprintUnreadable';
}

/**
 * Sixty digits that two people compare by voice or on paper: equal on both devices only when each
 * sees the keys that the other really has. Thirty are of each person, over both thumbprints; the
 * order is that of the digits, so that both read the same. `ThumbprintUnreadable` rather than a number
 * of half the keys.
 */
export async function safetyNumber(
  first: SafetyParty,
  second: SafetyParty,
): Promise<Result<string, ThumbprintUnreadable>> {
  const [one, other] = [keysOf(first), keysOf(second)];
  if (!one || !other) return refuse({ type: 'ThumbprintUnreadable' });
  const halves = [await thirtyDigits(first.user, one), await thirtyDigits(second.user, other)].toSorted();
  return ok(halves.join('').replaceAll(/(\d{5})(?=\d)/g, '$1 '));
}

/** A user id and the thumbprints of both keys. */
export interface SafetyParty {
  readonly user: string;
  readonly encryption: string;
  readonly signing: string;
}

const rounds = 1_024;

function keysOf({ encryption, signing }: SafetyParty): Uint8Array | null {
  const [sealing, signs] = [base64urlToBytes(encryption), base64urlToBytes(signing)];
  return sealing?.length === 32 && signs?.length === 32 ? concatBytes(sealing, signs) : null;
}

async function thirtyDigits(user: string, keys: Uint8Array): Promise<string> {
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
