import { useMemo } from 'react';
import type { JourneyAnswer, Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { mainStage } from '../shared/main-stage.ts';
import type { FactLine } from './fact-lines.ts';
import { trackRails, type TrackRail } from './track-rails.ts';

/** The rails of a case: that of the stay, the others that have begun, and those that stand where they began. */
export interface CaseRails {
  readonly main: TrackRail | null;
  readonly begun: readonly TrackRail[];
  readonly waiting: readonly TrackRail[];
}

/** The rails in the language of the page; others that have begun come with the one that must act first on top. */
export function useRails(
  answer: JourneyAnswer | null,
  packs: readonly Pack[],
  lines: readonly FactLine[],
): CaseRails | null {
  const { language } = useLanguage();
  return useMemo(() => {
    if (!answer) return null;
    const rails = trackRails(answer, packs, lines, language);
    const stage = mainStage(answer, packs);
    const main = rails.find((rail) => rail.stage === stage) ?? null;
    const others = rails.filter((rail) => rail !== main);
    const begun = others.filter((rail) => rail.begun);
    const dueOf = ({ waitsFor }: TrackRail): string => waitsFor?.due ?? '9999';
    return {
      main,
      begun: begun.toSorted((left, right) => (dueOf(left) < dueOf(right) ? -1 : dueOf(left) > dueOf(right) ? 1 : 0)),
      waiting: others.filter((rail) => !rail.begun),
    };
  }, [answer, packs, lines, language]);
}
