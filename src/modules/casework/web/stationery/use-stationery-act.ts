import { useState } from 'react';
import type { Result } from '#platform/base';
import { useOpenWork } from '#kernel/spaces/web';
import type { SpaceSession } from '#kernel/spaces/client';
import type { CaseRefusal, Stationery } from '#modules/casework/client';
import { useStationery } from './stationery-store.ts';

/** Doing something to the stationery: busy, refused, or done. */
export interface StationeryAct {
  readonly busy: boolean;
  readonly refusal: CaseRefusal | null;
  run(act: (session: SpaceSession) => Promise<Result<Stationery, CaseRefusal>>): Promise<boolean>;
}

/** Runs acts on the stationery and keeps what they give. */
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
      setBusy(false);
      return done.ok;
    },
  };
}
