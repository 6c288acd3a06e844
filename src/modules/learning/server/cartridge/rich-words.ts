/**
 * Words as a text of a course that says exactly them: no sign of theirs becomes a mark of ours. White space is one space, as pages show it; what
 * cannot be seen is left out.
 */
export function richWords(words: string): string {
  return plainWords(words)
    .replaceAll(/[\\`*_[\]<&]/g, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`)
    .replace(/^[#+\->=~]/, String.raw`\$&`);
}

/** Words as they are, in one line. */
export function plainWords(words: string): string {
  // Marks of sources and slots are found in words whatever stands before them, so they are taken apart.
  return words
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .trim()
    .replaceAll('{slot:', '{ slot:')
    .replaceAll('[^', '[ ^');
}
