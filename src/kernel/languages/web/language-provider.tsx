import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { CivilDate } from '#platform/base';
import {
  createMessages,
  formatDay,
  formatNumber,
  formatShortDay,
  formatTime,
  isLanguage,
  type Language,
  type Messages,
} from '../index.ts';

type Texts = Readonly<Record<string, string>>;

/** What components need of the language. */
export interface LanguageChoice {
  readonly t: Messages;
  readonly language: Language;
  /** Whether the texts of all screens are here, not only those of the door. */
  readonly complete: boolean;
  setLanguage(language: Language): void;
  /** "Monday 28 December 2026" */
  formatDay(day: CivilDate): string;
  /** "Mon 28 Dec" */
  formatShortDay(day: CivilDate, today: CivilDate): string;
  formatTime(instant: Date): string;
  formatNumber(value: number): string;
}

const LanguageContext = createContext<LanguageChoice | null>(null);
const keptUnder = 'baken.language';

/**
 * Provides messages: those of the door at once, in English or the one language of the page, those of all screens when they are fetched. Nothing that needs
 * the rest is shown before `complete`. The choice is kept on this device.
 */
export function LanguageProvider({
  catalogues,
  door,
  fixed,
  children,
}: {
  readonly catalogues: Readonly<Record<Language, () => Promise<readonly Texts[]>>>;
  readonly door: readonly Texts[];
  /** The one language of a page that has no other; nothing is read or kept on the device then. */
  readonly fixed?: Language;
  readonly children: ReactNode;
}) {
  const [language, setLanguage] = useState<Language>(() => fixed ?? firstLanguage());
  const [fetched, setMessages] = useState<Messages | null>(null);
  const first = useMemo(() => createMessages(fixed ?? 'en', door), [fixed, door]);
  const messages = fetched ?? (language === first.language ? first : null);
  useEffect(() => {
    let wanted = true;
    void catalogues[language]().then((texts) => {
      if (!wanted) return;
      document.documentElement.lang = language;
      setMessages(() => createMessages(language, texts));
    });
    return () => {
      wanted = false;
    };
  }, [catalogues, language]);
  const choice = useMemo<LanguageChoice | null>(() => {
    if (!messages) return null;
    return {
      t: messages,
      language: messages.language,
      complete: fetched !== null,
      setLanguage: (next) => {
        localStorage.setItem(keptUnder, next);
        setLanguage(next);
      },
      formatDay: (day) => formatDay(day, messages.language),
      formatShortDay: (day, today) => formatShortDay(day, messages.language, today),
      formatTime: (instant) => formatTime(instant, messages.language),
      formatNumber: (value) => formatNumber(value, messages.language),
    };
  }, [messages, fetched]);
  return choice ? <LanguageContext value={choice}>{children}</LanguageContext> : null;
}

/** Messages and dates in the language of the page. */
export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (!choice) throw new Error('no language around this component');
  return choice;
}

/** The language that was chosen on this device, else the one it speaks. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem(keptUnder) ?? navigator.language.slice(0, 2);
  return isLanguage(kept) ? kept : 'en';
}
