import { useMemo } from 'react';
import type { JourneyAnswer, Pack } from '#kernel/procedures';
import { useOpenWork } from '#kernel/spaces/web';
import { createProcedures, recordOf, type JourneyRecord, type OpenedCase } from '#modules/casework/client';
import { factLines, type FactLine } from './fact-lines.ts';
import { movedDates, type MovedDates } from './moved-dates.ts';

/** How the dates of a case came to be what they are: the facts as they stand, what corrections did, what was shown. */
export interface DateHistory extends MovedDates {
  readonly lines: readonly FactLine[];
  readonly shown: JourneyRecord['shown'];
  readonly written: JourneyRecord['written'];
  readonly packs: readonly Pack[];
}

/** Worked out on this device; anew only when the journey or the day changes. */
export function useDateHistory(opened: OpenedCase, answer: JourneyAnswer | null, packs: readonly Pack[]): DateHistory {
  const { today } = useOpenWork();
  const journey = recordOf(opened, 'journey');
  return useMemo(() => {
    if (!journey || !answer) return { moves: new Map(), gone: [], lines: [], shown: [], written: {}, packs };
    const { content } = journey;
    const procedures = createProcedures();
    const moved = movedDates(content.facts, (facts) => {
      const answered = procedures.answer({ ...content, facts: [...facts] }, today);
      return answered.ok ? answered.value : null;
    });
    return { ...moved, lines: factLines(content, answer), shown: content.shown, written: content.written, packs };
  }, [journey, answer, packs, today]);
}
