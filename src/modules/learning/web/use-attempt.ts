import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createId, type RandomBytes } from '#platform/base';
import type { AttemptEvent } from '../model/open/attempt/attempt-event.ts';
import { foldAttempt, type AttemptState } from '../model/open/attempt/fold-attempt.ts';
import { mergeEvents } from '../model/open/attempt/merge-events.ts';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import { createIndexedAttemptStore } from './attempt-store.ts';

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
  }, [id, begin, randomBytes]);
  const keep = useKeeping(randomBytes, setKeeping);
  const state = useMemo(() => foldAttempt(mergeEvents(run?.events ?? [])), [run]);
  if (run === null) return null;
  const record = (step: Step): void => {
    const event = keep(run.name, step);
    setRun((before) => before && { ...before, events: [...before.events, event] });
  };
  const forget = (): void => void store.forget(id).then(begin, () => setKeeping({ at: 'failed' }));
  return { name: run.name, events: run.events, state, keeping, startAgain: begin, forget, record };
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
