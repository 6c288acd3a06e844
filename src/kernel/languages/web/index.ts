/** The language of the page: messages, dates and writing direction for components. */
export { firstLanguage, LanguageProvider, useLanguage, type LanguageChoice } from './language-provider.tsx';
