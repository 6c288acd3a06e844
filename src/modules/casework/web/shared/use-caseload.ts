import { useEffect, useSyncExternalStore } from 'react';
import type { SpaceId } from '#platform/base';
import { useWork } from '#kernel/spaces/web';
import type { OpenedCase } from '#modules/casework/client';
import { caseloadStoreOf, type CaseloadState, type CaseView } from './caseload-store.ts';

/** All my cases with their opened heads; opening begins when a screen first asks. */
export function useCaseload(): CaseloadState & { reload(): void } {
  const { work } = useWork();
  const store = caseloadStoreOf(work);
  const state = useSyncExternalStore(store.subscribe, store.caseload);
  useEffect(() => {
    store.load();
    // Others work too: what is shown is read again when somebody comes back to the page.
    const back = (): void => {
      if (!document.hidden) store.load();
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [store]);
  return { ...state, reload: () => store.load(true) };
}

/** One case, opened and verified on this device. */
export function useCase(id: SpaceId): CaseView {
  const { work } = useWork();
  const store = caseloadStoreOf(work);
  const view = useSyncExternalStore(store.subscribe, () => store.view(id));
  useEffect(() => void store.openCase(id), [store, id]);
  return view;
}

/** The cases that are open in this tab now. */
export function useOpenCases(): readonly OpenedCase[] {
  const { work } = useWork();
  const store = caseloadStoreOf(work);
  return useSyncExternalStore(store.subscribe, store.openCases);
}
