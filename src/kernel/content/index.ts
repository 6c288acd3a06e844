/** Shared door of content: texts of courses and messages as trees, and the files in which they lie. */
export { parseRichText, type TextNotAllowed } from './model/parse-rich-text.ts';
export { marksOf } from './model/marks-of.ts';
export { wordsOf } from './model/words-of.ts';
export type { Inline, RichText, TextPart } from './model/rich-text.ts';
export { parseYaml } from './model/parse-yaml.ts';
export { readSourceText, type FileFault } from './model/read-source-text.ts';
