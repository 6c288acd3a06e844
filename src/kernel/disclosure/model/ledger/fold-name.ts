/** Letters that do not come apart into a letter and an accent, though people leave the accent out. */
const plain: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
};

/**
 * The form in which two names are one: without regard to capitals, forms of letters, accents, spaces and marks between words. Small differences
 * of writing must not keep figures from meeting. Signs that make another group (such as `<`, `≥`, `+`, `½`) stay.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/gu, '')
    .toLowerCase()
    .replaceAll(/[łøđßıæœþð]/gu, (letter) => plain[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}\p{M}\p{Sm}%]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** Letters that look like those of another alphabet within one word: nobody writes so who means well. */
export function hasMixedWord(name: string): boolean {
  return (name.match(/[\p{L}\p{M}]+/gu) ?? []).some(
    (word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word),
  );
}
