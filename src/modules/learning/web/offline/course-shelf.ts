import type { KeptPlaces } from '../../model/open/offline/kept-places.ts';
import { bytesOf, type KeptCourse, type OfflineFile, type OfflineList } from '../../model/open/offline/offline-list.ts';

/** Where this browser keeps a module whole. */
export interface CourseShelf {
  /** The course that is kept whole; null where none is. */
  find(): Promise<KeptCourse | null>;
  /**
   * Fetches all files of a list into the cache that is not in use, each checked against its hash, and takes over what is kept already
   * and is the same. Nothing that is kept changes. Rejects where a file cannot be had or there is no room, and leaves nothing behind.
   */
  fetchWhole(list: OfflineList, tell: (bytes: number) => void): Promise<string>;
  /** From now on this is the kept course: written as one thing, after everything it names. */
  keepAs(list: OfflineList, cache: string, changedFrom: string | null): Promise<KeptCourse>;
  /** Lets the worker answer for the pages below `/learn/`; the browser lets it answer for no other. */
  beginWorker(ownScript: (address: string) => string | URL): Promise<void>;
  /** Takes away what is left of a version that is kept no more. */
  tidy(): Promise<void>;
  /** Keeps that the learner has been told what changed. */
  tellNoMore(): Promise<void>;
}

/** Whether this browser can keep a module at all; some private windows cannot, nor can a page that came over plain HTTP. */
export function canKeepCourses(): boolean {
  return 'serviceWorker' in navigator && 'caches' in globalThis;
}

/** What a course needs now, as the server has it, past everything that is kept; null where it has no such course any more. */
export async function fetchOfflineList(course: string): Promise<OfflineList | null> {
  const answer = await fetch(`/courses/${course}/offline.json`, { cache: 'no-store' });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error('the list could not be fetched');
  // Written by our own build and served from where this page came from.
  return (await answer.json()) as OfflineList;
}

/** The places are given by the page, which has them already: what is loaded late is not to bring along what was loaded first. */
export function createCourseShelf({ scope, worker, shelf, place, courseShelves }: KeptPlaces): CourseShelf {
  const find = async (): Promise<KeptCourse | null> => {
    if (!canKeepCourses()) return null;
    const written = await caches.match(place, { cacheName: shelf });
    // Only `write` writes there, and it writes this shape.
    return written === undefined ? null : ((await written.json()) as KeptCourse);
  };
  const write = async (kept: KeptCourse): Promise<void> => {
    const cache = await caches.open(shelf);
    await cache.put(place, new Response(JSON.stringify(kept), { headers: { 'Content-Type': 'application/json' } }));
  };
  return {
    find,
    fetchWhole: async (list, tell) => {
      const earlier = await find();
      const name = earlier?.cache === courseShelves[0] ? courseShelves[1] : courseShelves[0];
      await fill(name, list, earlier, tell);
      return name;
    },
    keepAs: async ({ files, ...about }, cache, changedFrom) => {
      const kept: KeptCourse = { ...about, cache, bytes: bytesOf({ files }), changedFrom };
      await write(kept);
      return kept;
    },
    beginWorker: async (ownScript) => {
      await navigator.serviceWorker.register(ownScript(worker), { scope, updateViaCache: 'none' });
      await navigator.serviceWorker.ready;
    },
    tidy: async () => {
      const kept = await find();
      for (const name of courseShelves) if (name !== kept?.cache) await caches.delete(name);
    },
    tellNoMore: async () => {
      const kept = await find();
      if (kept !== null) await write({ ...kept, changedFrom: null });
    },
  };
}

async function fill(
  name: string,
  list: OfflineList,
  earlier: KeptCourse | null,
  tell: (bytes: number) => void,
): Promise<void> {
  // What was left of an attempt that broke off cannot be told from what is whole.
  await caches.delete(name);
  try {
    const cache = await caches.open(name);
    let done = 0;
    for (const file of list.files) {
      await cache.put(file.path, await fileOf(file, earlier));
      done += file.bytes;
      tell(done);
    }
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

/** What has its hash in its name need not travel again. */
async function fileOf({ path, integrity }: OfflineFile, earlier: KeptCourse | null): Promise<Response> {
  const named = earlier !== null && /^\/assets\/.*-[A-Za-z0-9_-]{7}\./.test(path);
  const kept = named ? await caches.match(path, { cacheName: earlier.cache }) : undefined;
  if (kept !== undefined) return kept;
  const answer = await fetch(path, { cache: 'no-store', integrity });
  if (!answer.ok) throw new Error('a file is not there');
  return answer;
}
