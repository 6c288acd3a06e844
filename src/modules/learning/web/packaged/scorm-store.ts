import type { AttemptEvent } from '../../model/open/attempt/attempt-event.ts';
import { explainCompletion } from '../../model/open/attempt/explain-completion.ts';
import { foldAttempt } from '../../model/open/attempt/fold-attempt.ts';
import { mergeEvents } from '../../model/open/attempt/merge-events.ts';
import { packAttempt, unpackAttempt } from '../../model/open/packed/packed-attempt.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import type { AttemptStore } from '../attempt-store.ts';
import type { ScormSystem } from './open-scorm-system.ts';
import { keptElements, scormElements, scormTime } from './scorm-elements.ts';

/** A store that a learning system keeps for the learner. */
export interface ScormStore extends AttemptStore {
  /** Something was kept that this version of the course cannot read: it begins anew. */
  readonly unreadable: boolean;
  /** Says goodbye to the system, once; nothing is kept afterwards. */
  finish(): void;
}

/**
 * Keeps a run with a learning system: state, place, status, score and time, sent at each step (learning design, 7.1). A step that the
 * system does not take rejects, so that the page says that it is not kept.
 */
export function createScormStore(system: ScormSystem, course: ReleasedCourse, now: () => Date): ScormStore {
  const kept = system.get(keptElements[system.dialect].packed);
  const known = unpackAttempt(course, kept);
  const write = createWriter(system, course, now);
  let seed = known?.seed ?? '';
  let events: readonly AttemptEvent[] = (known?.events ?? []).map((one) => ({ ...one, attempt: seed, device: 'kept' }));
  const { version, digest } = course;
  return {
    unreadable: known === null && kept !== '',
    load: () => Promise.resolve(known && { kept: { attempt: seed, seed, version, digest }, events }),
    begin: async (_course, run) => {
      seed = run.seed;
      events = [];
      await Promise.resolve();
      write.all(seed, events);
    },
    add: async (event) => {
      // What could not be kept comes again.
      if (!events.includes(event)) events = [...events, event];
      await Promise.resolve();
      write.all(seed, events);
    },
    forget: async () => {
      events = [];
      await Promise.resolve();
    },
    // Nobody but the system counts here.
    isCounted: () => Promise.resolve(false),
    setCounted: () => Promise.resolve(),
    finish: () => write.goodbye(),
  };
}

const done = ['passed', 'completed'];

/** Tells a system a whole run. */
function createWriter(system: ScormSystem, course: ReleasedCourse, now: () => Date) {
  const { dialect } = system;
  const began = now().getTime();
  // Once done it stays done with the system, also when somebody begins anew.
  let wasDone = done.includes(system.get(keptElements[dialect].status));
  let finished = false;
  const spent = (): number => now().getTime() - began;
  return {
    all: (seed: string, events: readonly AttemptEvent[]): void => {
      if (finished) throw new Error('system-left');
      const state = foldAttempt(mergeEvents(events));
      const { complete, clauses } = explainCompletion(course, state);
      wasDone ||= complete;
      const packed = packAttempt(course, seed, events);
      const told = { packed, scene: state.place?.scene ?? '', done: wasDone, clauses, milliseconds: spent() };
      for (const [element, value] of scormElements(dialect, course, told))
        if (!system.set(element, value)) throw new Error('system-refused-value');
      if (!system.commit()) throw new Error('system-refused-commit');
    },
    goodbye: (): void => {
      if (finished) return;
      system.set(...scormTime(dialect, spent()));
      system.commit();
      system.finish();
      finished = true;
    },
  };
}
