import { useMemo } from 'react';
import type { JourneyAnswer, Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { createProcedures, packsOf, recordOf, type CaseRefusal, type OpenedCase } from '#modules/casework/client';

/** Where the person stands today, computed on this device from the facts; null before there are any. */
export type JourneyView =
  | { readonly at: 'none' }
  | { readonly at: 'refused'; readonly refusal: CaseRefusal }
  | { readonly at: 'answered'; readonly answer: JourneyAnswer; readonly packs: readonly Pack[] };

/** The journey of an opened case in the language of the page. */
export function useJourney(opened: OpenedCase): JourneyView {
  const { language } = useLanguage();
  const { today } = useOpenWork();
  const journey = recordOf(opened, 'journey');
  return useMemo(() => {
    if (!journey) return { at: 'none' };
    const answer = createProcedures(language).answer(journey.content, today);
    if (!answer.ok) return { at: 'refused', refusal: answer.refusal };
    return { at: 'answered', answer: answer.value, packs: packsOf(journey.content.packs) ?? [] };
  }, [journey, language, today]);
}
