/** Fonts, words, fictional templates and forms for tests and the seed. */
export { buildFictionalForm } from './build-fictional-form.ts';
export { buildLetterTemplate } from './build-letter-template.ts';
export { bundleWords } from './bundle-words.ts';
export { readPrintedFonts } from './read-printed-fonts.ts';
