/**
 * What a telephone understands of a number as somebody wrote it: digits and a leading plus. Null when it
 * is no number that can be called, so that nothing else ever gets into the address of a link.
 */
export function dialAddress(kind: string, reach: string, text: string): string | null {
  if (kind !== 'call' && kind !== 'text') return null;
  if (!/^\+?[\d\s().\-/]{3,40}$/.test(reach.trim())) return null;
  const digits = reach.replaceAll(/\D/g, '');
  if (digits.length < 3) return null;
  const number = `${reach.trim().startsWith('+') ? '+' : ''}${digits}`;
  return kind === 'call' ? `tel:${number}` : `sms:${number}?body=${encodeURIComponent(text)}`;
}
