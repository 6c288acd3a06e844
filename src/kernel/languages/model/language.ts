/** Languages of the workspace for staff. Texts for people at risk come in many more, from other areas. */
export const languages = ['en', 'nl'] as const;
export type Language = (typeof languages)[number];

/** What a language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', nl: 'Nederlands' };

/** True for a language that the workspace speaks. */
export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text);
}

const rightToLeft = new Set(['ar', 'fa', 'ckb', 'ur', 'ps', 'he']);

/** Writing direction of any language tag. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(tag.split('-')[0] ?? tag) ? 'rtl' : 'ltr';
}
