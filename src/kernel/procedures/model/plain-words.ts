import released from '../../../../packs/plain/released/words.json' with { type: 'json' };

/** One sentence for the person: its words, and the language that they are in. */
export interface PlainText {
  readonly text: string;
  readonly language: string;
}

/** What the person is told in plain words, by keys such as `stage.residence.S1`; `{name}` places are left in. */
export interface PlainWords {
  readonly country: string;
  /** The language asked for, whether or not it is there. */
  readonly language: string;
  /** The sentence in the language asked for, else in English; null where nobody wrote one. */
  find(key: string): PlainText | null;
}

// The script wrote this file from words it had checked; the type inferred from JSON is narrower.
const wordsOf = released as Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** Languages in which there are plain words for a country. */
export function plainLanguages(country: string, words = wordsOf): readonly string[] {
  return Object.keys(words[country] ?? {});
}

/**
 * Plain words for the person. They lie beside the packs and belong to no version: a case may stand on an old version and
 * its person is told in the newest words, and in languages that came later.
 */
export function plainWordsFor(country: string, language: string, words = wordsOf): PlainWords {
  const own = words[country]?.[language] ?? {};
  const english = words[country]?.['en'] ?? {};
  return {
    country,
    language,
    find: (key) => {
      const text = own[key];
      if (text !== undefined) return { text, language };
      const other = english[key];
      return other === undefined ? null : { text: other, language: 'en' };
    },
  };
}
