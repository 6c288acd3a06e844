import { useEffect, useState } from 'react';
import type { RouteOutput } from '#platform/base';
import { caseRoutes } from '#modules/casework';
import { useWork } from '#kernel/spaces/web';
import type { CaseRefusal } from '#modules/casework/client';

type Counts = RouteOutput<typeof caseRoutes.readOverview>;

/** Counts from open rows; there before any case is opened. */
export type OverviewState =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly refusal: CaseRefusal; readonly again: () => void }
  | { readonly at: 'loaded'; readonly value: Counts };

/** Reads the counts when a screen is shown, and again when asked. */
export function useOverview(): OverviewState {
  const { work } = useWork();
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<OverviewState>({ at: 'loading' });
  useEffect(() => {
    let wanted = true;
    void work.api.call(caseRoutes.readOverview, { query: {} }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setState({ at: 'loaded', value: answer.value });
      else setState({ at: 'failed', refusal: answer.refusal, again: () => setTries((count) => count + 1) });
    });
    return () => {
      wanted = false;
    };
  }, [work, tries]);
  return state;
}
