import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { OpenWork, Work, WorkState } from './work.ts';

const WorkContext = createContext<Work | null>(null);

/** Gives the tab's work to everything below. */
export function WorkProvider({ work, children }: { readonly work: Work; readonly children: ReactNode }) {
  return <WorkContext value={work}>{children}</WorkContext>;
}

/** The tab's work and its present state. */
export function useWork(): { readonly work: Work; readonly state: WorkState } {
  const work = use(WorkContext);
  if (!work) throw new Error('no work around this component');
  const state = useSyncExternalStore(work.subscribe, work.state);
  return { work, state };
}

/** The open work; for screens that are shown only while it is open. */
export function useOpenWork(): OpenWork {
  const { state } = useWork();
  if (state.at !== 'open') throw new Error('this screen is for open work only');
  return state.work;
}
