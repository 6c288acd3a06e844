import type { AttemptEvent } from '../../model/open/attempt/attempt-event.ts';
import { explainCompletion } from '../../model/open/attempt/explain-completion.ts';
import { foldAttempt } from '../../model/open/attempt/fold-attempt.ts';
import { mergeEvents } from '../../model/open/attempt/merge-events.ts';
import { questionScore } from '../../model/open/attempt/question-score.ts';
import { packAttempt, unpackAttempt } from '../../model/open/packed/packed-attempt.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import type { AttemptStore } from '../attempt-store.ts';
import type { Cmi5System } from './open-cmi5-system.ts';

/** A store that a learning system keeps for the learner, by cmi5. */
interface Cmi5Store extends AttemptStore {
  /** Something was kept that this version of the course cannot read: it begins anew. */
  readonly unreadable: boolean;
  /** Says goodbye to the system, once; nothing is kept afterwards. */
  finish(): Promise<void>;
}

/**
 * Keeps a run with a learning system at each step, and says once that it is passed and completed. A step that the system does not take
 * rejects, so that the page says that it is not kept and tries again; what counts is said again then too.
 */
export function createCmi5Store(system: Cmi5System, course: ReleasedCourse): Cmi5Store {
  const kept = readKept(system.kept);
  const known = kept === null ? null : unpackAttempt(course, kept.run);
  const write = createWriter(system, course, kept?.done ?? false);
  let seed = known?.seed ?? '';
  let events: readonly AttemptEvent[] = (known?.events ?? []).map((one) => ({ ...one, attempt: seed, device: 'kept' }));
  const { version, digest } = course;
  return {
    unreadable: known === null && system.kept !== '',
    load: () => Promise.resolve(known && { kept: { attempt: seed, seed, version, digest }, events }),
    begin: (_course, run) => {
      seed = run.seed;
      events = [];
      return write.all(seed, events);
    },
    add: (event) => {
      // What could not be kept comes again.
      if (!events.includes(event)) events = [...events, event];
      return write.all(seed, events);
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

/** Tells a system a whole run, and once that it is done. */
function createWriter(system: Cmi5System, course: ReleasedCourse, wasDone: boolean) {
  let told = wasDone;
  let finished = false;
  return {
    all: async (seed: string, events: readonly AttemptEvent[]): Promise<void> => {
      if (finished) throw new Error('system-left');
      const run = packAttempt(course, seed, events);
      await system.keep(JSON.stringify({ run, done: told }));
      const { complete, clauses } = explainCompletion(course, foldAttempt(mergeEvents(events)));
      if (!complete || told || !system.counts) return;
      const score = questionScore(course, clauses);
      if (score !== null) await system.pass(score);
      await system.complete();
      told = true;
      await system.keep(JSON.stringify({ run, done: told }));
    },
    goodbye: async (): Promise<void> => {
      if (finished) return;
      finished = true;
      // Where this is not heard, the system says itself that the session was left.
      await system.terminate().catch(() => undefined);
    },
  };
}

/** What an earlier session kept; null where there is none, or where it is none of ours. */
function readKept(text: string): { readonly run: string; readonly done: boolean } | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const run: unknown = Reflect.get(value, 'run');
    const done: unknown = Reflect.get(value, 'done');
    return typeof run === 'string' ? { run, done: done === true } : null;
  } catch {
    return null;
  }
}
