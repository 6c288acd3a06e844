import { useEffect, useRef } from 'react';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { dropOldDrafts, type OpenedCase } from '#modules/casework/client';
import { caseloadStoreOf } from './caseload-store.ts';

/** Takes away one's own texts of a case that nobody came back to for 14 days, once when the case is opened. */
export function useOldDrafts(opened: OpenedCase): void {
  const { work } = useWork();
  const { session } = useOpenWork();
  const looked = useRef<string | null>(null);
  useEffect(() => {
    if (looked.current === opened.id) return;
    looked.current = opened.id;
    void dropOldDrafts(session, opened).then((done) => {
      if (done.ok && done.value !== opened) caseloadStoreOf(work).keep(done.value, session);
    });
  }, [work, session, opened]);
}
