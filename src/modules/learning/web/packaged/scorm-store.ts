import type { AttemptEvent } from '../../model/open/attempt/attempt-event.ts';
import { explainCompletion, type ExplainedClause } from '../../model/open/attempt/explain-completion.ts';
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
  const kept = api.LMSGetValue('cmi.suspend_data');
  const known = unpackAttempt(course, kept);
  const write = createWriter(api, course, now);
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

/** Writes a whole run as the elements of the standard. */
function createWriter(api: ScormApi, course: ReleasedCourse, now: () => Date) {
  const began = now().getTime();
  const scored = course.rule.some((clause) => 'right' in clause);
  // Once done it stays done with the system, also when somebody begins anew.
  let wasDone = done.includes(api.LMSGetValue('cmi.core.lesson_status'));
  let finished = false;
  const time = (): string => scormTime(now().getTime() - began);
  return {
    all: (seed: string, events: readonly AttemptEvent[]): void => {
      if (finished) throw new Error('system-left');
      const state = foldAttempt(mergeEvents(events));
      const { complete, clauses } = explainCompletion(course, state);
      wasDone ||= complete;
      const elements: readonly (readonly [string, string])[] = [
        ['suspend_data', packAttempt(course, seed, events)],
        ['core.lesson_location', state.place?.scene ?? ''],
        ['core.lesson_status', wasDone ? (scored ? 'passed' : 'completed') : 'incomplete'],
        ...clauses.flatMap((one) => scoreOf(course, one)),
        ['core.session_time', time()],
        ['core.exit', wasDone ? '' : 'suspend'],
      ];
      for (const [name, value] of elements)
        if (api.LMSSetValue(`cmi.${name}`, value) !== 'true') throw new Error('system-refused-value');
      if (api.LMSCommit('') !== 'true') throw new Error('system-refused-commit');
    },
    goodbye: (): void => {
      if (finished) return;
      api.LMSSetValue('cmi.core.session_time', time());
      api.LMSCommit('');
      api.LMSFinish('');
      finished = true;
    },
  };
}

/** Right answers of the best round, in hundredths of what a round asks: one question for each objective. */
function scoreOf({ scenes }: ReleasedCourse, { clause, done: right }: ExplainedClause): (readonly [string, string])[] {
  if (!('right' in clause)) return [];
  const questions = scenes
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'check' && block.bank === clause.of ? [block.objective] : []));
  const asked = Math.max(1, new Set(questions).size);
  return [
    ['core.score.min', '0'],
    ['core.score.max', '100'],
    ['core.score.raw', String(Math.round((right / asked) * 100))],
  ];
}

/** A span as SCORM 1.2 writes it: HHHH:MM:SS.SS, at most 9999 hours. */
function scormTime(milliseconds: number): string {
  const hundredths = Math.min(Math.max(0, Math.floor(milliseconds / 10)), 9_999 * 360_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(hundredths / 100);
  const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}
