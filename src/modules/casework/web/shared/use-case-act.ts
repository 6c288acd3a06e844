import { useState } from 'react';
import type { Result } from '#platform/base';
import { isAnswerLost } from '#platform/client';
import { useOpenWork, useWork, withNewerKeys } from '#kernel/spaces/web';
import type { SpaceSession } from '#kernel/spaces/client';
import { refreshCase, type CaseRefusal, type OpenedCase } from '#modules/casework/client';
import { caseloadStoreOf } from './caseload-store.ts';

/** Doing something to a case: busy, refused, or done. What was typed stays with the caller. */
export interface CaseAct {
  readonly busy: boolean;
  readonly refusal: CaseRefusal | null;
  /** True when it was saved. After `Stale` the newest state is loaded, so that trying again works on it. */
  run(act: (session: SpaceSession) => Promise<Result<OpenedCase, CaseRefusal>>): Promise<boolean>;
  clear(): void;
}

/** Runs acts on an opened case and keeps what they give. */
export function useCaseAct(opened: OpenedCase | null): CaseAct {
  const { work } = useWork();
  const { session } = useOpenWork();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CaseRefusal | null>(null);
  return {
    busy,
    refusal,
    clear: () => setRefusal(null),
    run: async (act) => {
      setBusy(true);
      setRefusal(null);
      const done = await withNewerKeys(work, session, act);
      const store = caseloadStoreOf(work);
      if (done.ok) store.keep(done.value, session);
      else {
        setRefusal(done.refusal);
        if ((done.refusal.type === 'Stale' || isAnswerLost(done.refusal)) && opened) {
          // After a lost answer too: it may have been saved all the same.
          const newer = await refreshCase(session, opened);
          if (newer.ok) store.keep(newer.value, session);
        }
      }
      setBusy(false);
      return done.ok;
    },
  };
}
