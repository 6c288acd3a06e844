/** Text as it is sealed: one way of writing each letter, nothing around it. */
export function cleanText(text: string): string {
  return text.normalize('NFC').trim();
}

/** The same, where nothing typed means that nothing is known. */
export function textOrNull(text: string): string | null {
  return cleanText(text) || null;
}
