import { createMessages, isLanguage, type Language, type Messages } from '#kernel/languages';

/** Words of casework in a language that need not be the page's: a Dutch letter has Dutch words on every page. */
export async function messagesIn(language: Language): Promise<Messages> {
  const texts =
    language === 'nl' ? (await import('../../messages/nl.ts')).nl : (await import('../../messages/en.ts')).en;
  return createMessages(language, [texts]);
}

/** The language of a letter, as far as Baken has words in it. */
export function languageOfLetter(tag: string): Language {
  return isLanguage(tag) ? tag : 'en';
}
