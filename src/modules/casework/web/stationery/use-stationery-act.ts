import { useState } from 'react';
import type { Result } from '#platform/base';
import { useOpenWork } from '#kernel/spaces/web';
import type { SpaceSession } from '#kernel/spaces/client';
import { readStationery, type CaseRefusal, type Stationery } from '#modules/casework/client';
import { useStationery } from './stationery-store.ts';

/** Doing something to the stationery: busy, refused, or done. */
export interface StationeryAct {
  readonly busy: boolean;
  readonly refusal: CaseRefusal | null;
  run(act: (session: SpaceSession) => Promise<Result<Stationery, CaseRefusal>>): Promise<boolean>;
}

/** Runs acts on the stationery and keeps what they give, or what others saved where that stands in the way. */
export function useStationeryAct(): StationeryAct {
  const { session } = useOpenWork();
  const { keep } = useStationery();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CaseRefusal | null>(null);
  return {
    busy,
    refusal,
    run: async (act) => {
      setBusy(true);
      setRefusal(null);
      const done = await act(session);
      if (done.ok) keep(done.value);
      else setRefusal(done.refusal);
      if (!done.ok && done.refusal.type === 'Stale') {
        // What somebody else saved is shown beside what was to be saved here.
        const newer = await readStationery(session);
        if (newer.ok) keep(newer.value);
      }
      setBusy(false);
      return done.ok;
    },
  };
}
