import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createId, type RandomBytes } from '#platform/base';
import type { AttemptEvent } from '../model/open/attempt/attempt-event.ts';
import { foldAttempt, type AttemptState } from '../model/open/attempt/fold-attempt.ts';
import { mergeEvents } from '../model/open/attempt/merge-events.ts';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import { createIndexedAttemptStore, type KeptAttempt } from './attempt-store.ts';

/** Whether what was done is kept: not yet anything, being kept, kept at a time, or not kept although it should be. */
export type Keeping = { readonly at: 'nothing' | 'keeping' | 'failed' } | { readonly at: 'kept'; readonly when: Date };

/** A step as the page tells it; who, where and when is added. */
export type Step = Pick<AttemptEvent, 'scene' | 'block' | 'kind'> & { readonly options?: readonly string[] };

/** One learner's run of a course on this device. */
export interface Attempt {
  readonly name: string;
  /** Everything that was done, as it is kept. */
  readonly events: readonly AttemptEvent[];
  readonly state: AttemptState;
  readonly keeping: Keeping;
  record(step: Step): void;
  /** Goes on with everything that was done under another name. */
  rename(): void;
  /** Begins anew; what was done before stays on this device. */
  startAgain(): void;
  /** Takes away everything that this device keeps of the course, and begins anew. */
  forget(): void;
}

interface Run {
  readonly name: string;
  readonly events: readonly AttemptEvent[];
}

const store = createIndexedAttemptStore();

/** Takes up what this device knows of a course; null until that was read. */
export function useAttempt(
  course: Pick<ReleasedCourse, 'id' | 'version' | 'digest'>,
  randomBytes: RandomBytes,
): Attempt | null {
  const [run, setRun] = useState<Run | null>(null);
  const [keeping, setKeeping] = useState<Keeping>({ at: 'nothing' });
  const { id, version, digest } = course;
  const begin = useCallback((): void => {
    const name = createId(randomBytes);
    setRun({ name, events: [] });
    setKeeping({ at: 'nothing' });
    store.begin(id, { attempt: name, version, digest }).catch(() => setKeeping({ at: 'failed' }));
  }, [id, version, digest, randomBytes]);
  useTakenUp(id, { begin, setRun, setKeeping, randomBytes });
  const keep = useKeeping(randomBytes, setKeeping);
  const state = useMemo(() => foldAttempt(mergeEvents(run?.events ?? [])), [run]);
  if (run === null) return null;
  const record = (step: Step): void => {
    const event = keep(run.name, step);
    setRun((before) => before && { ...before, events: [...before.events, event] });
  };
  const rename = (): void => {
    const next = { name: createId(randomBytes), events: run.events };
    setRun(renamed(next));
    keepAll(id, { attempt: next.name, version, digest }, renamed(next).events).catch(() =>
      setKeeping({ at: 'failed' }),
    );
  };
  const forget = (): void =>
    void store
      .forget(id)
      .catch(() => undefined)
      .then(begin);
  return { name: run.name, events: run.events, state, keeping, startAgain: begin, forget, record, rename };
}

/** Goes on with what this device keeps of a course, or begins; where nothing can be kept, in this page alone. */
function useTakenUp(
  id: string,
  {
    begin,
    setRun,
    setKeeping,
    randomBytes,
  }: {
    readonly begin: () => void;
    readonly setRun: (run: Run) => void;
    readonly setKeeping: (keeping: Keeping) => void;
    readonly randomBytes: RandomBytes;
  },
): void {
  useEffect(() => {
    let wanted = true;
    const takeUp = async (): Promise<void> => {
      const known = await store.load(id);
      if (!wanted) return;
      if (known === null) begin();
      else setRun({ name: known.kept.attempt, events: known.events });
    };
    takeUp().catch(() => {
      if (!wanted) return;
      setRun({ name: createId(randomBytes), events: [] });
      setKeeping({ at: 'failed' });
    });
    return () => {
      wanted = false;
    };
  }, [id, begin, setRun, setKeeping, randomBytes]);
}

function renamed({ name, events }: Run): Run {
  return { name, events: events.map((event) => ({ ...event, attempt: name })) };
}

/** Keeps a run that goes on under another name. */
async function keepAll(course: string, kept: KeptAttempt, events: readonly AttemptEvent[]): Promise<void> {
  await store.begin(course, kept);
  for (const event of events) await store.add(event);
}

/** Numbers steps, keeps each at once, and tells whether it is kept. */
function useKeeping(
  randomBytes: RandomBytes,
  tell: (keeping: Keeping) => void,
): (attempt: string, step: Step) => AttemptEvent {
  // Every page that is opened counts for itself, so that two tabs never give the same number to two things.
  const [device] = useState(() => createId(randomBytes));
  const seq = useRef(0);
  return (attempt, { options = [], ...step }) => {
    seq.current += 1;
    const now = new Date();
    const event = { ...step, options, attempt, device, seq: seq.current, at: now.toISOString() };
    tell({ at: 'keeping' });
    store
      .add(event)
      .then(() => tell({ at: 'kept', when: now }))
      .catch(() => tell({ at: 'failed' }));
    return event;
  };
}
