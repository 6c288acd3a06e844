/** Longest free text of one field, in characters (casework design, 1.3). */
export const longestText = 20_000;

/**
 * Text as it may be saved: one form of each letter (Unicode NFC), line breaks alone of all control
 * characters, and none of the invisible characters that turn the reading direction. What is taken out
 * was never to be seen; it comes along when text is pasted. Spaces are kept as typed.
 */
export function tidyText(text: string): string {
  return text
    .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/(?!\n)\p{Cc}|[\u202A-\u202E]|\p{Cs}/gu, '')
    .normalize('NFC');
}
