/** Languages that the programme's people speak most, by tag (BCP 47); any other known tag of a record is kept. */
export const languagesSpoken = [
  'am',
  'ar',
  'bg',
  'bn',
  'ckb',
  'cs',
  'de',
  'en',
  'es',
  'et',
  'ff',
  'fa',
  'fr',
  'ha',
  'hi',
  'hu',
  'id',
  'ig',
  'it',
  'ka',
  'kmr',
  'lt',
  'lv',
  'ln',
  'mn',
  'my',
  'nl',
  'om',
  'pap',
  'pl',
  'prs',
  'ps',
  'pt',
  'ro',
  'rom',
  'ru',
  'si',
  'sk',
  'so',
  'sq',
  'sr',
  'sw',
  'ta',
  'th',
  'ti',
  'tl',
  'tr',
  'tw',
  'uk',
  'ur',
  'vi',
  'wo',
  'yo',
  'zh',
] as const;

/** What a language is called in the language of the page; the tag itself when no name is known. */
export function nameOfLanguage(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Options for choosing a language, by name; a tag that the record has stays among them. */
export function languageOptions(
  language: string,
  kept: string,
): readonly { readonly value: string; readonly label: string }[] {
  const tags = new Set<string>([...languagesSpoken, ...(kept === '' ? [] : [kept])]);
  return [...tags]
    .map((value) => ({ value, label: nameOfLanguage(value, language) }))
    .toSorted((left, right) => left.label.localeCompare(right.label, language));
}
