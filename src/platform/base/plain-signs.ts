import type { RandomBytes } from './ids.ts';

/** Signs of codes that people read out and type: none looks like another one (Crockford's base 32), five bits each. */
export const plainSigns = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Draws so many signs. */
export function drawPlainSigns(randomBytes: RandomBytes, length: number): string {
  return [...randomBytes(length)].map((byte) => plainSigns[byte % plainSigns.length] ?? '').join('');
}

/** What somebody typed as so many signs, blanks, hyphens and letters that look like figures set right; null where it cannot be. */
export function readPlainSigns(typed: string, length: number): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return plain.length === length && plain.split('').every((sign) => plainSigns.includes(sign)) ? plain : null;
}
