import { useEffect } from 'react';
import { isRunning } from '#modules/casework';
import { useWork } from '#kernel/spaces/web';
import type { CaseloadEntry, OpenedCase } from '#modules/casework/client';
import { caseloadStoreOf } from '../shared/caseload-store.ts';
import { useOpenCases } from '../shared/use-caseload.ts';

/** More than any volunteer has; a coordinator's whole caseload is not opened for a sum of hours. */
const openedAtMost = 15;

/** Opens my running cases one after the other, in the order of the list, and gives those that are open. */
export function useOwnCases(entries: readonly CaseloadEntry[]): readonly OpenedCase[] {
  const { work } = useWork();
  const open = useOpenCases();
  const ids = entries
    .filter((entry) => entry.open && isRunning(entry.open.state.name))
    .slice(0, openedAtMost)
    .map(({ id }) => id);
  const wanted = ids.join(' ');
  useEffect(() => {
    const store = caseloadStoreOf(work);
    let stopped = false;
    const openAll = async (): Promise<void> => {
      for (const id of ids) {
        if (stopped) return;
        // One that is open already is read again: a colleague may have answered since.
        await store.openCase(id);
      }
    };
    void openAll();
    return () => void (stopped = true);
    // The ids are what `wanted` joins.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [work, wanted]);
  return open.filter(({ id }) => ids.includes(id));
}
