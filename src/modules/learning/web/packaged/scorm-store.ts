import type { AttemptEvent } from '../../model/open/attempt/attempt-event.ts';
import { explainCompletion } from '../../model/open/attempt/explain-completion.ts';
import { foldAttempt } from '../../model/open/attempt/fold-attempt.ts';
import { mergeEvents } from '../../model/open/attempt/merge-events.ts';
import { packAttempt, unpackAttempt } from '../../model/open/packed/packed-attempt.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import type { AttemptStore } from '../attempt-store.ts';
import type { ScormApi } from './scorm-api.ts';

/** A store that a learning system keeps for the learner. */
export interface ScormStore extends AttemptStore {
  /** Something was kept that this version of the course cannot read: it begins anew. */
  readonly unreadable: boolean;
  /** Says goodbye to the system, once; nothing is kept afterwards. */
  finish(): void;
}

const done = ['passed', 'completed'];

/**
 * Keeps a run with a SCORM 1.2 system: state, place, status, score and time, sent at each step (learning design, 7.1). Null where
 * the system does not begin. A step that the system does not take rejects, so that the page says that it is not kept.
 */
export function createScormStore(api: ScormApi, course: ReleasedCourse, now: () => Date): ScormStore | null {
  if (api.LMSInitialize('') !== 'true') return null;
  const began = now();
  const scored = course.rule.some((clause) => 'right' in clause);
  const known = unpackAttempt(course, api.LMSGetValue('cmi.suspend_data'));
  const unreadable = known === null && api.LMSGetValue('cmi.suspend_data') !== '';
  let finished = false;
  // Once done it stays done with the system, also when somebody begins anew.
  let wasDone = done.includes(api.LMSGetValue('cmi.core.lesson_status'));
  let seed = known?.seed ?? '';
  let events: readonly AttemptEvent[] = (known?.events ?? []).map((event) => ({
    ...event,
    attempt: seed,
    device: 'kept',
  }));
  const set = (element: string, value: string): void => {
    if (api.LMSSetValue(element, value) !== 'true') throw new Error(`${element}: ${api.LMSGetLastError()}`);
  };
  const write = (): void => {
    if (finished) throw new Error('the system has been left');
    const state = foldAttempt(mergeEvents(events));
    const { complete, clauses } = explainCompletion(course, state);
    wasDone ||= complete;
    set('cmi.suspend_data', packAttempt(course, seed, events));
    set('cmi.core.lesson_location', state.place?.scene ?? '');
    set('cmi.core.lesson_status', wasDone ? (scored ? 'passed' : 'completed') : 'incomplete');
    for (const { clause, done: right } of clauses) {
      if (!('right' in clause)) continue;
      const asked = askedIn(course, clause.of);
      set('cmi.core.score.min', '0');
      set('cmi.core.score.max', '100');
      set('cmi.core.score.raw', String(Math.round((right / Math.max(1, asked)) * 100)));
    }
    set('cmi.core.session_time', scormTime(now().getTime() - began.getTime()));
    set('cmi.core.exit', wasDone ? '' : 'suspend');
    if (api.LMSCommit('') !== 'true') throw new Error(`commit: ${api.LMSGetLastError()}`);
  };
  return {
    unreadable,
    load: () =>
      Promise.resolve(
        known === null
          ? null
          : { kept: { attempt: seed, seed, version: course.version, digest: course.digest }, events },
      ),
    begin: async (_course, kept) => {
      seed = kept.seed;
      events = [];
      await Promise.resolve();
      write();
    },
    add: async (event) => {
      // What could not be kept comes again.
      if (!events.includes(event)) events = [...events, event];
      await Promise.resolve();
      write();
    },
    forget: async () => {
      events = [];
      await Promise.resolve();
    },
    isCounted: () => Promise.resolve(false),
    setCounted: () => Promise.resolve(),
    finish: () => {
      if (finished) return;
      api.LMSSetValue('cmi.core.session_time', scormTime(now().getTime() - began.getTime()));
      api.LMSCommit('');
      api.LMSFinish('');
      finished = true;
    },
  };
}

/** How many questions a round of a bank has: one for each objective. */
function askedIn({ scenes }: ReleasedCourse, bank: string): number {
  const questions = scenes
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.type === 'check' && block.bank === bank);
  return new Set(questions.map((block) => (block.type === 'check' ? block.objective : null))).size;
}

/** A span as SCORM 1.2 writes it: HHHH:MM:SS.SS, at most 9999 hours. */
function scormTime(milliseconds: number): string {
  const hundredths = Math.min(Math.max(0, Math.floor(milliseconds / 10)), 9_999 * 360_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(hundredths / 100);
  const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}
