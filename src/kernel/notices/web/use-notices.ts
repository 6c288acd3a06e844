import { useEffect, useSyncExternalStore } from 'react';
import { useWork } from '#kernel/spaces/web';
import type { NoticeId } from '../model/notice.ts';
import { noticesStoreOf, type NoticesState } from './notices-store.ts';

/**
 * One's notices. They are looked for when the tab opens, when somebody comes back to it, and when
 * `place` changes (the page one is on): never by a timer, which would keep a forgotten session alive.
 */
export function useNotices(place: string): NoticesState & {
  readonly reload: () => void;
  readonly see: (ids: readonly NoticeId[]) => Promise<void>;
} {
  const { work } = useWork();
  const store = noticesStoreOf(work);
  const state = useSyncExternalStore(store.subscribe, store.state);
  useEffect(() => store.load(), [store, place]);
  useEffect(() => {
    const back = (): void => {
      if (!document.hidden) store.load();
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [store]);
  return { ...state, reload: () => store.load(true), see: store.see };
}
