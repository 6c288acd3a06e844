import type { AttemptEvent } from '../model/open/attempt/attempt-event.ts';
import { attempts, events, learningDatabase } from './learning-database.ts';

/** Which run of a course this device goes on with. */
export interface KeptAttempt {
  readonly attempt: string;
  /** What decides forms and orders of this run; stays when the run goes on under another name. */
  readonly seed: string;
  readonly version: string;
  readonly digest: string;
}

/** What this device keeps of courses: ids and codes, no word of a learner. */
export interface AttemptStore {
  load(course: string): Promise<{ readonly kept: KeptAttempt; readonly events: readonly AttemptEvent[] } | null>;
  /** Goes on with this run from now on; what was kept of others stays. */
  begin(course: string, kept: KeptAttempt): Promise<void>;
  /** Takes away everything that is kept of a course, earlier runs of it too. */
  forget(course: string): Promise<void>;
  /** Settles once the browser says that it is kept. */
  add(event: AttemptEvent): Promise<void>;
  /** Whether this browser gave the code of an organisation; only then is the server asked for anything but files. */
  isCounted(): Promise<boolean>;
  setCounted(on: boolean): Promise<void>;
}

/** With the names of all runs of the course on this device, so that all can be forgotten. */
interface KeptRuns extends KeptAttempt {
  readonly runs: readonly string[];
}

/** Beside the courses, none of which can have this name. */
const countedKey = '~counted';

/** Keeps attempts in IndexedDB; each call rejects where the browser keeps nothing, as some private windows do. */
export function createIndexedAttemptStore(): AttemptStore {
  const within = learningDatabase();
  return {
    load: async (course) => {
      const kept = keptIn(await within('readonly', attempts, (store) => store.get(course)));
      if (kept === null) return null;
      const all = IDBKeyRange.bound([kept.attempt], [kept.attempt, []]);
      // Only `add` writes here, and it writes this shape.
      const found = (await within('readonly', events, (store) => store.getAll(all))) as AttemptEvent[];
      return { kept, events: found };
    },
    begin: async (course, kept) => {
      // Read and written in one transaction: a page that goes meanwhile leaves the run before or this one, nothing between.
      await within('readwrite', attempts, (store) => {
        const request = store.get(course);
        request.addEventListener('success', () => {
          const before = keptIn(request.result)?.runs ?? [];
          store.put({ ...kept, runs: [...before, kept.attempt] } satisfies KeptRuns, course);
        });
        return request;
      });
    },
    forget: async (course) => {
      const kept = keptIn(await within('readonly', attempts, (store) => store.get(course)));
      for (const run of kept?.runs ?? [])
        await within('readwrite', events, (store) => store.delete(IDBKeyRange.bound([run], [run, []])));
      await within('readwrite', attempts, (store) => store.delete(course));
    },
    isCounted: async () => (await within('readonly', attempts, (store) => store.get(countedKey))) === true,
    setCounted: async (on) => void (await within('readwrite', attempts, (store) => store.put(on, countedKey))),
    add: async (event) => void (await within('readwrite', events, (store) => store.put(event))),
  };
}

function keptIn(found: unknown): KeptRuns | null {
  // Only `begin` writes what lies under the name of a course, and it writes this shape; before seeds were kept, a run had its name.
  const kept = found as (Omit<KeptRuns, 'seed'> & { readonly seed?: string }) | undefined;
  return kept === undefined ? null : { ...kept, seed: kept.seed ?? kept.attempt };
}
