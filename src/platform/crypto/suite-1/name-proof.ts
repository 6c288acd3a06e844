import { drawPlainSigns, readPlainSigns, type RandomBytes } from '#platform/base';
import { keyedText } from './keyed-text.ts';

const drawn = 26;

/** Draws the secret of a paper: 130 bits as 26 signs, in groups that can be read out. It stands on the paper and nowhere else. */
export function drawPaperCode(randomBytes: RandomBytes): string {
  return groupsOf(drawPlainSigns(randomBytes, drawn));
}

/** A code that was typed or scanned, as it is printed; null where it cannot be one. */
export function readPaperCode(typed: string): string | null {
  const plain = readPlainSigns(typed, drawn);
  return plain === null ? null : groupsOf(plain);
}

function groupsOf(code: string): string {
  return code.match(/.{1,5}/g)?.join('-') ?? '';
}

/**
 * What shows that a name stands on the paper with this code, without saying the name: HMAC-SHA-256 (RFC 2104) of the name, keyed by
 * the code; base64url. Capitals, blanks and ways to write an accent make no difference.
 */
export function proveName(code: string, name: string): Promise<string> {
  return keyedText(code, name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim());
}
