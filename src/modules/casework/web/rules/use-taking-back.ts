import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { createProcedures, moveEach, takeBackMove } from '#modules/casework/client';
import { isStillToTakeBack, type MovedCase } from './many-moves.ts';
import { useActOnCase } from './use-act-on-case.ts';
import type { Outcomes } from './use-outcomes.ts';
import type { Run } from './use-run.ts';

export interface TakingBack {
  /** Cases of the last run that moved any, as far as they were not moved back. */
  readonly moved: readonly MovedCase[];
  offer(moved: readonly MovedCase[]): void;
  takeBack(): Promise<void>;
}

/** Offers to take back the last run of moves, and does it in one go. */
export function useTakingBack(run: Run, outcomes: Outcomes): TakingBack {
  const { t, language } = useLanguage();
  const actOn = useActOnCase();
  const [moved, setMoved] = useState<readonly MovedCase[]>([]);
  return {
    moved,
    offer: setMoved,
    takeBack: async () => {
      const reason = t('casework.manyRules.backReason');
      const one = ({ id, move, back }: MovedCase) =>
        actOn(id, (own, opened) => takeBackMove(own, createProcedures(language), opened, { id: back, move, reason }));
      const done = await run.within('back', moved.length, (options) => moveEach(moved, one, options));
      if (!done.ok) return;
      outcomes.note('back', moved.length, done.value);
      setMoved(moved.filter(({ id }) => isStillToTakeBack(done.value.get(id))));
    },
  };
}
