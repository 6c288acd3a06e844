import type { Result } from '#platform/base';
import { useOpenWork, useWork, withNewerKeys } from '#kernel/spaces/web';
import type { SpaceSession } from '#kernel/spaces/client';
import { refreshCase, type CaseRefusal, type OpenedCase } from '#modules/casework/client';
import { caseloadStoreOf } from './caseload-store.ts';
import { useAct, type Act } from './use-act.ts';

/** Doing something to a case. */
export type CaseAct = Act<(session: SpaceSession) => Promise<Result<OpenedCase, CaseRefusal>>>;

/** Runs acts on an opened case and keeps what they give. */
export function useCaseAct(opened: OpenedCase | null): CaseAct {
  const { work } = useWork();
  const { session } = useOpenWork();
  return useAct({
    perform: (act) => withNewerKeys(work, session, act),
    keep: (saved) => caseloadStoreOf(work).keep(saved, session),
    readAnew: () => opened && refreshCase(session, opened),
  });
}
