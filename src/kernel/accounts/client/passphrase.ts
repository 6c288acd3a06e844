import { ok, refuse, type RandomBytes, type Result } from '#platform/base';
import { passphraseWords } from '#platform/crypto';
import { commonPassphrases } from './common-passphrases.ts';

export type PassphraseRefusal =
  | { readonly type: 'PassphraseTooShort'; readonly characters: number; readonly words: number }
  | { readonly type: 'PassphraseCommon' };

const known = new Set(passphraseWords);
const fewestWords = 5;
const fewestCharacters = 15;

/** Five or more words, drawn evenly from 2,048: 55 bits, behind 64 MiB of Argon2id and a device secret. */
export function suggestPassphrase(randomBytes: RandomBytes, count = 6): string {
  const bytes = randomBytes(count * 2);
  const words: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const index = (((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)) % passphraseWords.length;
    words.push(passphraseWords[index] ?? '');
  }
  return words.join(' ');
}

/** At least 5 different words of the list, or at least 15 characters that are no common or repeated phrase. */
export function checkPassphrase(text: string, handle: string): Result<void, PassphraseRefusal> {
  const folded = text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const words = folded.split(' ');
  const ours = words.every((word) => known.has(word));
  if (ours && new Set(words).size >= fewestWords) return ok(undefined);
  if (Array.from(folded).length < fewestCharacters) {
    return refuse({ type: 'PassphraseTooShort', characters: fewestCharacters, words: fewestWords });
  }
  return isCommon(folded, handle) ? refuse({ type: 'PassphraseCommon' }) : ok(undefined);
}

/** In the list with spaces, digits and marks taken off, one piece said again and again, or few different letters. */
function isCommon(folded: string, handle: string): boolean {
  const bare = folded.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const letters = bare.replaceAll(/\p{N}/gu, '');
  if (commonPassphrases.has(bare) || (letters.length >= 6 && commonPassphrases.has(letters))) return true;
  if (/^(.{1,8}?)\1+.{0,7}$/u.test(bare) || new Set(bare).size < 6) return true;
  return handle.length >= 3 && bare.replaceAll(handle.replaceAll(/[^a-z0-9]/g, ''), '').length < 8;
}
