import type { CivilDate } from '#platform/base';
import { releasedPacks } from '#kernel/procedures';
import type { Language } from '#kernel/languages';
import type { CaseloadEntry } from '#modules/casework/client';

/** The titles of dates in all packs and languages, each with its titles by language. Built once, when first asked. */
let known: ReadonlyMap<string, Readonly<Record<string, string>>> | null = null;

function knownTitles(): ReadonlyMap<string, Readonly<Record<string, string>>> {
  if (known) return known;
  const titles = new Map<string, Record<string, string>>();
  for (const pack of releasedPacks) {
    for (const texts of Object.values(pack.texts)) {
      for (const [key, text] of Object.entries(texts)) {
        if (!key.startsWith('deadline.')) continue;
        const byLanguage: Record<string, string> = {};
        for (const [language, own] of Object.entries(pack.texts)) byLanguage[language] = capital(own[key] ?? text);
        titles.set(capital(text), byLanguage);
      }
    }
  }
  known = titles;
  return known;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A title that a colleague's device wrote in its own language, in the language of this page; as it is where no pack knows it. */
export function titleInLanguage(title: string, language: Language): string {
  return knownTitles().get(title)?.[language] ?? title;
}

/** What a date of a case is about, from its opened head; undefined where the head does not name it. */
export function titleOfDate(
  entry: CaseloadEntry | undefined,
  on: { readonly date: CivilDate | null; readonly whose?: 'person' | 'authority' },
  language: Language,
): string | undefined {
  const found = entry?.head?.nextDates.find(
    ({ date, whose }) => date === on.date && (on.whose === undefined || whose === on.whose),
  );
  return found && titleInLanguage(found.title, language);
}
