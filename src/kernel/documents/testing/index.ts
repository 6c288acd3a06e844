/** Fonts and words for tests and the seed. */
export { bundleWords } from './bundle-words.ts';
export { readPrintedFonts } from './read-printed-fonts.ts';
