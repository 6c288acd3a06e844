/** Shared door of content: texts of courses and messages as trees. */
export { parseRichText, type TextNotAllowed } from './model/parse-rich-text.ts';
export { marksOf } from './model/marks-of.ts';
export { wordsOf } from './model/words-of.ts';
export type { Inline, RichText, TextPart } from './model/rich-text.ts';
