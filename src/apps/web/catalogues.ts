import type { Language } from '#kernel/languages';
import { en as accounts } from '#kernel/accounts/messages';
import { en as documents } from '#kernel/documents/messages';
import { en as notices } from '#kernel/notices/messages';
import { en as casework } from '#modules/casework/messages';
import { en as shell } from './messages/en.ts';

type Texts = Readonly<Record<string, string>>;

/** Texts of every screen by language. English comes along; Dutch is fetched when chosen. */
export const catalogues: Readonly<Record<Language, () => Promise<readonly Texts[]>>> = {
  en: () => Promise.resolve([shell, accounts, documents, notices, casework]),
  nl: async () => {
    const { dutch } = await import('./dutch.ts');
    return dutch;
  },
};
