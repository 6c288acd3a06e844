import { keepFor, type RouteOutput } from '#platform/base';
import { keepInTab, type Work } from '#kernel/spaces/web';
import { noticeRoutes } from '../contract/notice-routes.ts';
import type { NoticeId } from '../model/notice.ts';

/** One notice as the server tells it. */
export type ShownNotice = RouteOutput<typeof noticeRoutes.listNotices>['notices'][number];

/** What is known of one's notices. `failed`: the last look did not succeed, what is shown is older. */
export interface NoticesState {
  readonly at: 'loading' | 'here' | 'failed';
  readonly notices: readonly ShownNotice[];
  readonly unseen: number;
}

interface NoticesStore {
  subscribe(listener: () => void): () => void;
  state(): NoticesState;
  /** Looks again, unless it was done within the last half minute; `now` looks in any case. */
  load(now?: boolean): void;
  see(ids: readonly NoticeId[]): Promise<void>;
}

const nothing: NoticesState = { at: 'loading', notices: [], unseen: 0 };
const pauseMilliseconds = 30_000;

/** The one store of a tab, so that the bell and the list agree. Emptied when the tab locks. */
export const noticesStoreOf = keepFor(createStore);

function createStore(work: Work): NoticesStore {
  const kept = keepInTab(work, nothing);
  let looked = 0;
  work.onDrop(() => {
    looked = 0;
  });
  const load = async (): Promise<void> => {
    const held = kept.whileOpen();
    if (!held) return;
    const answer = await work.api.call(noticeRoutes.listNotices, {});
    held.change(answer.ok ? { at: 'here', ...answer.value } : { ...kept.read(), at: 'failed' });
  };
  return {
    subscribe: kept.subscribe,
    state: kept.read,
    load: (now = false) => {
      const at = performance.now();
      if (!now && looked !== 0 && at - looked < pauseMilliseconds) return;
      looked = at;
      void load();
    },
    see: async (ids) => {
      if (ids.length === 0) return;
      const answer = await work.api.call(noticeRoutes.seeNotices, { input: { ids: [...ids] } });
      if (answer.ok) await load();
    },
  };
}
