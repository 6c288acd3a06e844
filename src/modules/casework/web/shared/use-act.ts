import { useState } from 'react';
import type { Result } from '#platform/base';
import { isAnswerLost } from '#platform/client';
import { attempt } from './attempt.ts';
import type { CaseRefusal } from '#modules/casework/client';

/** Doing something that is saved: busy, refused, or done. What was typed stays with the caller. */
export interface Act<Input> {
  readonly busy: boolean;
  readonly refusal: CaseRefusal | null;
  /** True when it was saved. After `Stale` what others saved is kept, so that trying again works on it. */
  run(input: Input): Promise<boolean>;
  clear(): void;
}

/** Does it, keeps what it gives, and reads anew what stands where somebody else was first or an answer was lost. */
export function useAct<Input, Value>({
  perform,
  keep,
  readAnew,
}: {
  perform(input: Input): Promise<Result<Value, CaseRefusal>>;
  keep(value: Value): void;
  /** Null where there is nothing to read anew. */
  readAnew(): Promise<Result<Value, CaseRefusal>> | null;
}): Act<Input> {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CaseRefusal | null>(null);
  return {
    busy,
    refusal,
    clear: () => setRefusal(null),
    run: async (input) => {
      setBusy(true);
      setRefusal(null);
      const isDone = await attempt(async () => {
        const done = await perform(input);
        if (done.ok) keep(done.value);
        else {
          setRefusal(done.refusal);
          // After a lost answer too: it may have been saved all the same.
          const newer = done.refusal.type === 'Stale' || isAnswerLost(done.refusal) ? await readAnew() : null;
          if (newer?.ok) keep(newer.value);
        }
        return done.ok;
      });
      setBusy(false);
      if (isDone !== 'failed') return isDone;
      setRefusal({ type: 'Failed' });
      return false;
    },
  };
}
