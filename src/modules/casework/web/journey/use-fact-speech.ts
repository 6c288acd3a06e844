import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { FactSpeech } from './fact-words.ts';

/** The words that facts are said with on this page. */
export function useFactSpeech(): FactSpeech {
  const { t, language, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  return {
    language,
    yes: t('casework.yes'),
    no: t('casework.no'),
    onDay: t('casework.day'),
    atTime: t('casework.fact.at'),
    notKnown: t('casework.fact.notSaid'),
    day: (day) => formatShortDay(day, today),
  };
}
