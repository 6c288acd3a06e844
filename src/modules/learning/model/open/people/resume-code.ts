import { drawPlainSigns, readPlainSigns, type RandomBytes } from '#platform/base';
import { checkSign } from '../count/check-sign.ts';

/** Signs that are drawn (55 bits); one more checks them. */
const drawn = 11;

/** Draws the code with which somebody goes on elsewhere: 12 signs in three groups, as `7KM2-QXA9-4T0C`. */
export function drawResumeCode(randomBytes: RandomBytes): string {
  const found = drawPlainSigns(randomBytes, drawn);
  return writeResumeCode(found + checkSign(found));
}

function writeResumeCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** The code that somebody typed, as it is shown; null where it cannot be one, so that a slip costs no try. */
export function readResumeCode(typed: string): string | null {
  const plain = readPlainSigns(typed, drawn + 1);
  return plain !== null && plain.at(-1) === checkSign(plain.slice(0, drawn)) ? writeResumeCode(plain) : null;
}
