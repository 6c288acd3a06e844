import { useCallback, useEffect, useState } from 'react';
import { ownScript, useOnline } from '#platform/web/state';
import type { KeptCourse, OfflineList } from '../../model/open/offline/offline-list.ts';
import type { Keeping } from '../save-queue.ts';
import { fetchOfflineList, type CourseShelf } from './course-shelf.ts';

/** How a module stands on this device. */
export interface Offline {
  /** False until this browser was asked. */
  readonly isRead: boolean;
  /** What is kept of this course; null where nothing is. */
  readonly kept: KeptCourse | null;
  /** What the server has now; null until it said so. */
  readonly offered: OfflineList | null;
  /** Bytes that are here, while it is fetched. */
  readonly fetched: number | null;
  readonly failed: 'unreachable' | 'noRoom' | null;
  /** A newer version is here whole, and is taken with the next scene. */
  readonly renews: boolean;
  take(): Promise<boolean>;
  remove(): Promise<void>;
}

/** After a question that nothing came of. */
const againMilliseconds = 20_000;

/** A newer version that was fetched whole, and in which scene that was. */
interface Staged {
  readonly list: OfflineList;
  readonly cache: string;
  readonly scene: string | null;
}

/** Keeps a course on this device when asked to, and up to date while there is a connection. */
export function useOffline(
  {
    course,
    scene,
    keeping,
  }: { readonly course: string; readonly scene: string | null; readonly keeping: Keeping['at'] },
  shelf: CourseShelf,
  removeKept: () => Promise<void>,
): Offline {
  const { isRead, kept, setKept } = useKept(course, shelf);
  const [fetched, setFetched] = useState<number | null>(null);
  const [failed, setFailed] = useState<Offline['failed']>(null);
  const remove = useCallback(async (): Promise<void> => {
    await removeKept();
    setKept(null);
  }, [removeKept, setKept]);
  const offered = useOffered(course, remove);
  const renews = useNewer({ shelf, kept, offered, scene, keeping });
  const take = useCallback(async (): Promise<boolean> => {
    setFailed(null);
    setFetched(0);
    const outcome = await takeNow(course, shelf, setFetched);
    setFetched(null);
    if (typeof outcome === 'string') setFailed(outcome);
    else setKept(outcome);
    return typeof outcome !== 'string';
  }, [course, shelf, setKept]);
  return { isRead, kept, offered, fetched, failed, renews, take, remove };
}

/** What is kept of a course, once this browser was asked. */
function useKept(course: string, shelf: CourseShelf) {
  const [isRead, setRead] = useState(false);
  const [kept, setKept] = useState<KeptCourse | null>(null);
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      const found = await shelf.find().catch(() => null);
      if (!wanted) return;
      setKept(found?.course === course ? found : null);
      setRead(true);
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [course, shelf]);
  return { isRead, kept, setKept };
}

/** What the server has of a course, asked again when there is a connection again; null until it said so, and without one. */
function useOffered(course: string, onGone: () => Promise<void>): OfflineList | null {
  const online = useOnline();
  const [offered, setOffered] = useState<OfflineList | null>(null);
  useEffect(() => {
    if (!online) return;
    let wanted = true;
    const ask = async (): Promise<void> => {
      const list = await fetchOfflineList(course);
      clearInterval(again);
      if (!wanted) return;
      setOffered(list);
      // What is not taught any more is not kept either; the page that is open stays.
      if (list === null) await onGone();
    };
    // A browser that believes to have a connection may have none, and does not tell when there is one.
    const again = setInterval(() => void ask().catch(() => undefined), againMilliseconds);
    ask().catch(() => undefined);
    return () => {
      wanted = false;
      clearInterval(again);
    };
  }, [course, online, onGone]);
  return offered;
}

/** Fetches everything, begins the worker, and only then says that it is kept. */
async function takeNow(
  course: string,
  shelf: CourseShelf,
  tell: (bytes: number) => void,
): Promise<KeptCourse | NonNullable<Offline['failed']>> {
  try {
    const list = await fetchOfflineList(course);
    if (list === null) return 'unreachable';
    const cache = await shelf.fetchWhole(list, tell);
    await shelf.beginWorker(ownScript);
    const kept = await shelf.keepAs(list, cache, null);
    // A browser that is short of room throws away last what it was asked to keep. It may say no.
    void navigator.storage.persist().catch(() => undefined);
    return kept;
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'noRoom' : 'unreachable';
  }
}

/**
 * Fetches a newer version beside the one that is kept, and takes it when the learner goes to another scene and everything is saved:
 * nothing changes under somebody's hands. Tells whether one waits.
 */
function useNewer({
  shelf,
  kept,
  offered,
  scene,
  keeping,
}: {
  readonly shelf: CourseShelf;
  readonly kept: KeptCourse | null;
  readonly offered: OfflineList | null;
  readonly scene: string | null;
  readonly keeping: Keeping['at'];
}): boolean {
  const [staged, setStaged] = useState<Staged | null>(null);
  const isNewer = kept !== null && offered !== null && kept.build !== offered.build;
  useEffect(() => {
    if (!isNewer) return;
    let wanted = true;
    shelf
      .fetchWhole(offered, () => undefined)
      .then((cache) => wanted && setStaged({ list: offered, cache, scene }))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
    // In which scene it came is noted once; going on must not fetch it again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isNewer, offered]);
  const takes = staged !== null && staged.scene !== scene && (keeping === 'kept' || keeping === 'nothing');
  useEffect(() => {
    if (!takes || kept === null) return;
    const { list, cache } = staged;
    const changedFrom = list.digest === kept.digest ? kept.changedFrom : kept.version;
    void shelf.keepAs(list, cache, changedFrom).then(() => location.reload());
  }, [takes, staged, kept, shelf]);
  const isNewest = kept !== null && offered !== null && !isNewer;
  useEffect(() => {
    // Only now: while a newer one is fetched, the other cache is the one that is being filled.
    if (isNewest) void shelf.tidy().catch(() => undefined);
  }, [isNewest, shelf]);
  return staged !== null && kept !== null && staged.list.digest !== kept.digest;
}
