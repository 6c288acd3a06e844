import { drawPlainSigns, readPlainSigns, type RandomBytes } from '#platform/base';
import { checkSign } from './check-sign.ts';

/** Signs that are drawn; one more checks them. */
const drawn = 9;

/**
 * Draws the code of an organisation: nine signs (45 bits) and one that checks them, in three groups, to be read out, typed or
 * scanned. Whoever has it can let themselves be counted for the organisation, and nothing else.
 */
export function drawJoinCode(randomBytes: RandomBytes): string {
  const found = drawPlainSigns(randomBytes, drawn);
  return writeJoinCode(found + checkSign(found));
}

/** A code as it is shown: `ABC-DEFG-HJK`. */
function writeJoinCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3, 7)}-${code.slice(7)}`;
}

/** The code that somebody typed, as it is shown; null where it cannot be one, so that a slip is told at once. */
export function readJoinCode(typed: string): string | null {
  const plain = readPlainSigns(typed, drawn + 1);
  return plain !== null && plain.at(-1) === checkSign(plain.slice(0, drawn)) ? writeJoinCode(plain) : null;
}
