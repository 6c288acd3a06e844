import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createId, type RandomBytes } from '#platform/base';
import type { AttemptEvent } from '../model/open/attempt/attempt-event.ts';
import { foldAttempt, type AttemptState } from '../model/open/attempt/fold-attempt.ts';
import { mergeEvents } from '../model/open/attempt/merge-events.ts';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import type { AttemptStore } from './attempt-store.ts';
import { createSaveQueue, type Keeping, type SaveQueue } from './save-queue.ts';

/** A step as the page tells it; who, where and when is added. */
export type Step = Pick<AttemptEvent, 'scene' | 'block' | 'kind'> & { readonly options?: readonly string[] };

/** One learner's run of a course on this device. */
export interface Attempt extends Run {
  readonly state: AttemptState;
  readonly keeping: Keeping;
  record(step: Step): void;
  /** Goes on with everything that was done under another name. Forms and orders stay: they hang on the seed. */
  rename(): void;
  /** Joins what other browsers of this learner did of the same run; of another run nothing is taken. */
  takeIn(name: string, steps: readonly Omit<AttemptEvent, 'attempt'>[]): void;
  /** Begins anew; what was done before stays on this device. */
  startAgain(): void;
  /** Takes away everything that this device keeps of the course, and begins anew. */
  forget(): void;
}

interface Run {
  readonly name: string;
  /** Decides which form of stories comes first and in which order things stand; never changes within a run. */
  readonly seed: string;
  /** Everything that was done, as it is kept. */
  readonly events: readonly AttemptEvent[];
}

/** What could not be kept is tried again after so long, and whenever the page comes or goes. */
const againMilliseconds = 20_000;

/** Takes up what a store keeps of a course; null until that was read. */
export function useAttempt(course: RunCourse, store: AttemptStore, randomBytes: RandomBytes): Attempt | null {
  const { run, latest, take, begin, keepRun, keeping, queue } = useRun(course, store, randomBytes);
  const numbered = useNumbered(randomBytes);
  const state = useMemo(() => foldAttempt(mergeEvents(run?.events ?? [])), [run]);
  if (run === null) return null;
  const record = (step: Step): void => {
    const before = latest.current ?? run;
    const event = numbered(before.name, step);
    take({ ...before, events: [...before.events, event] });
    queue.add(() => store.add(event));
  };
  const rename = (): void => {
    const before = latest.current ?? run;
    const name = createId(randomBytes);
    const next = { ...before, name, events: before.events.map((event) => ({ ...event, attempt: name })) };
    take(next);
    keepRun(next);
    for (const event of next.events) queue.add(() => store.add(event));
  };
  const takeIn: Attempt['takeIn'] = (name, steps) => {
    const before = latest.current ?? run;
    const fresh = before.name === name ? freshOf(before, steps) : [];
    take({ ...before, events: [...before.events, ...fresh] });
    for (const event of fresh) queue.add(() => store.add(event));
  };
  const forget = (): void => {
    let begun = false;
    queue.clear();
    queue.add(async () => {
      try {
        await store.forget(course.id);
      } finally {
        // Also where nothing can be taken away now: that is said, and tried again before anything else is kept.
        if (!begun) begin();
        begun = true;
      }
    });
  };
  return { ...run, state, keeping, startAgain: () => begin(), forget, record, rename, takeIn };
}

/** Of steps that others tell of a run, those that are not here. */
function freshOf({ name, events }: Run, steps: readonly Omit<AttemptEvent, 'attempt'>[]): readonly AttemptEvent[] {
  const keyOf = ({ device, seq }: Pick<AttemptEvent, 'device' | 'seq'>): string => `${device}/${String(seq)}`;
  const known = new Set(events.map(keyOf));
  return steps.filter((step) => !known.has(keyOf(step))).map((step) => ({ ...step, attempt: name }));
}

type RunCourse = Pick<ReleasedCourse, 'id' | 'version' | 'digest'>;

/** The run that is gone on with, how it is changed, and how it is kept. */
function useRun({ id, version, digest }: RunCourse, store: AttemptStore, randomBytes: RandomBytes) {
  const [run, setRun] = useState<Run | null>(null);
  // What is asked of a run is asked of the latest one, also by whoever was drawn before its last step.
  const latest = useRef<Run | null>(null);
  const take = useCallback((next: Run): void => {
    latest.current = next;
    setRun(next);
  }, []);
  const [keeping, queue] = useSaveQueue();
  const keepRun = useCallback(
    ({ name, seed }: Run, unread = false): void =>
      queue.add(async () => {
        // What could not be read is not written over: who loads the page again may find it.
        if (unread && (await store.load(id)) !== null) throw new Error('another run is kept');
        await store.begin(id, { attempt: name, seed, version, digest });
      }),
    [queue, store, id, version, digest],
  );
  const begin = useCallback(
    (unread = false): void => {
      const name = createId(randomBytes);
      const next = { name, seed: name, events: [] };
      take(next);
      keepRun(next, unread);
    },
    [take, keepRun, randomBytes],
  );
  useTakenUp(id, store, begin, take);
  return { run, latest, take, begin, keepRun, keeping, queue };
}

/** Goes on with what this device keeps of a course, or begins; where nothing can be read, in this page alone. */
function useTakenUp(
  id: string,
  store: AttemptStore,
  begin: (unread?: boolean) => void,
  take: (run: Run) => void,
): void {
  useEffect(() => {
    let wanted = true;
    const takeUp = async (): Promise<void> => {
      const known = await store.load(id);
      if (!wanted) return;
      if (known === null) begin();
      else take({ name: known.kept.attempt, seed: known.kept.seed, events: known.events });
    };
    takeUp().catch(() => {
      if (wanted) begin(true);
    });
    return () => {
      wanted = false;
    };
  }, [id, store, begin, take]);
}

function useSaveQueue(): readonly [Keeping, SaveQueue] {
  const [keeping, setKeeping] = useState<Keeping>({ at: 'nothing' });
  const [queue] = useState(() => createSaveQueue(setKeeping, () => new Date()));
  useEffect(() => {
    const timer = setInterval(() => queue.tryAgain(), againMilliseconds);
    const seen = (): void => queue.tryAgain();
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [queue]);
  return [keeping, queue];
}

/** Makes events of steps, each with a number of its own. */
function useNumbered(randomBytes: RandomBytes): (attempt: string, step: Step) => AttemptEvent {
  // Every page that is opened counts for itself, so that two tabs never give the same number to two things.
  const [device] = useState(() => createId(randomBytes));
  const seq = useRef(0);
  return (attempt, { options = [], ...step }) => {
    seq.current += 1;
    return { ...step, options, attempt, device, seq: seq.current, at: new Date().toISOString() };
  };
}
