import { useState } from 'react';
import type { Result } from '#platform/base';
import { useOpenWork } from '#kernel/spaces/web';
import type { SpaceSession } from '#kernel/spaces/client';
import { readSignOffs, type CaseRefusal, type SignOffs } from '#modules/casework/client';
import { useSignOffs } from './sign-offs-store.ts';

type Act = (session: SpaceSession, signOffs: SignOffs) => Promise<Result<SignOffs, CaseRefusal>>;

/** Writes a sign-off or its withdrawal; where somebody was first, what stands now is shown. */
export function useSignOffAct(): {
  readonly busy: boolean;
  readonly refusal: CaseRefusal | null;
  run(act: Act): Promise<boolean>;
} {
  const { session } = useOpenWork();
  const { signOffs, keep } = useSignOffs();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CaseRefusal | null>(null);
  return {
    busy,
    refusal,
    run: async (act) => {
      if (!signOffs) return false;
      setBusy(true);
      setRefusal(null);
      const done = await act(session, signOffs);
      if (done.ok) keep(done.value);
      else setRefusal(done.refusal);
      if (!done.ok && done.refusal.type === 'Stale') {
        const newer = await readSignOffs(session);
        if (newer.ok) keep(newer.value);
      }
      setBusy(false);
      return done.ok;
    },
  };
}
