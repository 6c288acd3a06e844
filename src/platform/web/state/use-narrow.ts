import { useSyncExternalStore } from 'react';

/** Whether the page has one column only (below 75 rem); what is stateless may then stand in another place. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query().matches);
}

function query(): MediaQueryList {
  return matchMedia('(width < 75rem)');
}

function subscribe(listener: () => void): () => void {
  const watched = query();
  watched.addEventListener('change', listener);
  return () => watched.removeEventListener('change', listener);
}
