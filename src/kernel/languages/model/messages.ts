import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './language.ts';

/** Texts by key in the ICU message format. Every language has exactly the keys of English. */
export type Catalogue<English extends Readonly<Record<string, string>>> = { readonly [Key in keyof English]: string };

/** What a message may be given: text and numbers, never markup. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Texts of one language. */
export interface Messages {
  readonly language: Language;
  /** The message of a key with its values put in. A key that does not exist is a defect and throws. */
  (key: string, values?: MessageValues): string;
  /** Whether there is a message of that key, for keys that are made of codes. */
  has(key: string): boolean;
}

/** Joins catalogues of one language. Each message is compiled when it is first shown. */
export function createMessages(language: Language, catalogues: readonly Readonly<Record<string, string>>[]): Messages {
  const texts = new Map(catalogues.flatMap((catalogue) => Object.entries(catalogue)));
  const compiled = new Map<string, IntlMessageFormat>();
  const format = (key: string, values?: MessageValues): string => {
    const text = texts.get(key);
    if (text === undefined) throw new Error(`no message ${key} in ${language}`);
    if (values === undefined && !text.includes('{')) return text.replaceAll("''", "'");
    let message = compiled.get(key);
    if (!message) {
      message = new IntlMessageFormat(text, language === 'en' ? 'en-GB' : language, undefined, { ignoreTag: true });
      compiled.set(key, message);
    }
    return String(message.format({ ...values }));
  };
  return Object.assign(format, { language, has: (key: string) => texts.has(key) });
}
