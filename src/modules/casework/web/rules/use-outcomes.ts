import { useState } from 'react';
import type { SpaceId } from '#platform/base';
import type { CaseRefusal } from '#modules/casework/client';
import type { MoveOutcome, RunOutcome } from './many-moves.ts';

/** What became of the cases since they were looked at, and of the last run. */
export interface Outcomes {
  readonly each: ReadonlyMap<SpaceId, MoveOutcome>;
  readonly last: RunOutcome | null;
  /** Null for a case that went well; a case that is not named was not reached. */
  note(what: 'move' | 'back', of: number, became: ReadonlyMap<SpaceId, CaseRefusal | null>): void;
  forget(): void;
}

/** Keeps it while the screen is there. */
export function useOutcomes(): Outcomes {
  const [each, setEach] = useState<Outcomes['each']>(new Map());
  const [last, setLast] = useState<RunOutcome | null>(null);
  return {
    each,
    last,
    note: (what, of, became) => {
      setEach((before) => new Map([...before, ...[...became].map(([id, why]) => [id, outcomeOf(what, why)] as const)]));
      const done = [...became.values()].filter((why) => why === null).length;
      const counts = { done, refused: became.size - done, left: of - became.size };
      setLast((before) => ({ run: (before?.run ?? 0) + 1, what, ...counts }));
    },
    forget: () => {
      setEach(new Map());
      setLast(null);
    },
  };
}

function outcomeOf(what: 'move' | 'back', refusal: CaseRefusal | null): MoveOutcome {
  if (what === 'move') return refusal === null ? { at: 'moved' } : { at: 'not-moved', refusal };
  return refusal === null ? { at: 'moved-back' } : { at: 'not-moved-back', refusal };
}
