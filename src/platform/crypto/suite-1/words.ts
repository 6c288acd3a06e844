import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { ok, refuse, type Result } from '#platform/base';

/** Words as typed do not hold a secret. `at` counts from 1. */
export type WordsRefusal =
  | { readonly type: 'WordUnknown'; readonly at: number; readonly word: string }
  | { readonly type: 'WordCount'; readonly expected: number; readonly found: number }
  | { readonly type: 'WordsDoNotFit' };

const known = new Set(wordlist);

/** Writes a secret as words with a checksum (BIP 39 list): 16 bytes give 12 words, 32 bytes give 24. */
export function toWords(secret: Uint8Array): readonly string[] {
  return entropyToMnemonic(secret, wordlist).split(' ');
}

/** Reads words as people type them: any case, spaces, numbers before words, commas. */
export function fromWords(typed: string, length: 16 | 32): Result<Uint8Array<ArrayBuffer>, WordsRefusal> {
  const words = typed
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const expected = length === 16 ? 12 : 24;
  const at = words.findIndex((word) => !known.has(word));
  if (at >= 0) return refuse({ type: 'WordUnknown', at: at + 1, word: words[at] ?? '' });
  if (words.length !== expected) return refuse({ type: 'WordCount', expected, found: words.length });
  try {
    return ok(Uint8Array.from(mnemonicToEntropy(words.join(' '), wordlist)));
  } catch {
    return refuse({ type: 'WordsDoNotFit' });
  }
}

/** The word list, for suggesting a passphrase and for finishing words as they are typed. */
export { wordlist as passphraseWords };
