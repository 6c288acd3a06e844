import { parseRichText } from '#kernel/content';

type Words = Readonly<Record<string, string>>;
type Parsed = ReturnType<typeof parseRichText>;

const known = new WeakMap<Words, ReadonlyMap<string, Parsed>>();

/** Every text of one language, read once however many checks look at it. */
export function parsedTexts(words: Words): ReadonlyMap<string, Parsed> {
  const before = known.get(words);
  if (before !== undefined) return before;
  const parsed = new Map(Object.entries(words).map(([key, text]) => [key, parseRichText(text)]));
  known.set(words, parsed);
  return parsed;
}
