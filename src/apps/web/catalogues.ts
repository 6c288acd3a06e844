import type { Language } from '#kernel/languages';
import { en as accounts } from '#kernel/accounts/messages';
import { en as shell } from './messages/en.ts';

type Texts = Readonly<Record<string, string>>;

/** English texts of the door: all that the first page needs, so that it loads no others. */
export const doorTexts: readonly Texts[] = [shell, accounts];

/** Texts of every screen by language, each in a file of its own. */
export const catalogues: Readonly<Record<Language, () => Promise<readonly Texts[]>>> = {
  en: async () => (await import('./english.ts')).english,
  nl: async () => (await import('./dutch.ts')).dutch,
};
