import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnyRefusal } from '#platform/base';
import { listProposals, openLedger, type OpenedLedger, type Proposal } from '#kernel/disclosure/client';
import { useOpenWork } from '#kernel/spaces/web';

/** The ledger as this device verified it, and what waits for a second person. */
export type LedgerState =
  | { readonly at: 'loading' }
  | { readonly at: 'refused'; readonly refusal: AnyRefusal }
  | { readonly at: 'open'; readonly ledger: OpenedLedger; readonly proposals: readonly Proposal[] };

/** Reads and verifies the ledger when the screen opens, and whenever `reload` is called; what was shown stays until then. */
export function useLedger(): { readonly state: LedgerState; readonly reload: () => void } {
  const { session } = useOpenWork();
  const [state, setState] = useState<LedgerState>({ at: 'loading' });
  const latest = useRef(0);
  const reload = useCallback((): void => {
    latest.current += 1;
    const own = latest.current;
    const read = async (): Promise<LedgerState> => {
      const ledger = await openLedger(session);
      if (!ledger.ok) return { at: 'refused', refusal: ledger.refusal };
      const proposals = await listProposals(session);
      if (!proposals.ok) return { at: 'refused', refusal: proposals.refusal };
      return { at: 'open', ledger: ledger.value, proposals: proposals.value };
    };
    void read().then((next) => {
      if (latest.current === own) setState(next);
    });
  }, [session]);
  useEffect(() => {
    reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);
  return { state, reload };
}
