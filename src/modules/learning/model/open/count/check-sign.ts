import { plainSigns as signs } from '#platform/base';

/** The sign that checks others: a weighted sum, so that one wrong sign, or two that changed places, are seen in nearly every case. */
export function checkSign(code: string): string {
  const sum = code.split('').reduce((total, sign, at) => total + signs.indexOf(sign) * (2 * at + 3), 0);
  return signs[sum % signs.length] ?? '';
}
