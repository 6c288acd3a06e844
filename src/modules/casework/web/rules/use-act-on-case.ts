import type { Result, SpaceId } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import { useOpenWork, useWork, withNewerKeys } from '#kernel/spaces/web';
import { openCase, type CaseRefusal, type OpenedCase } from '#modules/casework/client';
import { caseloadStoreOf } from '../shared/caseload-store.ts';

type Changed = Promise<Result<OpenedCase, CaseRefusal>>;

/** Changes one case of many: read anew, with the newest keys, and what came of it kept for the lists. */
export function useActOnCase(): (id: SpaceId, act: (session: SpaceSession, opened: OpenedCase) => Changed) => Changed {
  const { work } = useWork();
  const { session } = useOpenWork();
  return (id, act) =>
    withNewerKeys(work, session, async (own) => {
      const opened = await openCase(own, id);
      if (!opened.ok) return opened;
      const changed = await act(own, opened.value);
      if (changed.ok) caseloadStoreOf(work).keep(changed.value, own);
      return changed;
    });
}
