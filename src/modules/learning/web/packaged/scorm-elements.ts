import type { ExplainedClause } from '../../model/open/attempt/explain-completion.ts';
import { questionScore } from '../../model/open/attempt/question-score.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import type { ScormDialect } from './open-scorm-system.ts';

/** How far a run is, as a learning system is told. */
export interface ToldRun {
  readonly packed: string;
  readonly scene: string;
  /** Done once, now or before. */
  readonly done: boolean;
  readonly clauses: readonly ExplainedClause[];
  readonly milliseconds: number;
}

type Elements = readonly (readonly [string, string])[];

/** What a system kept before: a run, and whether it was done. */
export const keptElements = {
  scorm12: { packed: 'cmi.suspend_data', status: 'cmi.core.lesson_status' },
  scorm2004: { packed: 'cmi.suspend_data', status: 'cmi.completion_status' },
} as const satisfies Record<ScormDialect, { readonly packed: string; readonly status: string }>;

/** The elements of the standard that say all of it, in the order in which they are set. */
export function scormElements(dialect: ScormDialect, course: ReleasedCourse, run: ToldRun): Elements {
  return dialect === 'scorm12' ? elements12(course, run) : elements2004(course, run);
}

/** How long somebody has been there by now: it may be said again with every step. */
export function scormTime(dialect: ScormDialect, milliseconds: number): readonly [string, string] {
  return dialect === 'scorm12'
    ? ['cmi.core.session_time', clockTime(milliseconds)]
    : ['cmi.session_time', `PT${String(Math.max(0, Math.floor(milliseconds / 1000)))}S`];
}

function elements12(course: ReleasedCourse, { packed, scene, done, clauses, milliseconds }: ToldRun): Elements {
  const score = questionScore(course, clauses);
  return [
    ['cmi.suspend_data', packed],
    ...placeOf('cmi.core.lesson_location', scene),
    ['cmi.core.lesson_status', done ? (score === null ? 'completed' : 'passed') : 'incomplete'],
    ...(score === null ? [] : hundredths('cmi.core.score', score)),
    scormTime('scorm12', milliseconds),
    ['cmi.core.exit', done ? '' : 'suspend'],
  ];
}

/** Completion and success are told apart, and how much of the rule is met. */
function elements2004(course: ReleasedCourse, { packed, scene, done, clauses, milliseconds }: ToldRun): Elements {
  const score = questionScore(course, clauses);
  const met = clauses.filter((clause) => clause.met).length / Math.max(1, clauses.length);
  return [
    ['cmi.suspend_data', packed],
    ...placeOf('cmi.location', scene),
    ['cmi.completion_status', done ? 'completed' : 'incomplete'],
    ['cmi.progress_measure', fraction(done ? 1 : met)],
    ...(score === null
      ? []
      : ([
          ['cmi.success_status', done ? 'passed' : 'unknown'],
          ['cmi.score.scaled', fraction(score)],
          ...hundredths('cmi.score', score),
        ] as const)),
    scormTime('scorm2004', milliseconds),
    ['cmi.exit', done ? 'normal' : 'suspend'],
  ];
}

/** Some systems take no empty place. */
function placeOf(element: string, scene: string): Elements {
  return scene === '' ? [] : [[element, scene]];
}

function hundredths(under: string, score: number): Elements {
  return [
    [`${under}.min`, '0'],
    [`${under}.max`, '100'],
    [`${under}.raw`, String(Math.round(score * 100))],
  ];
}

function fraction(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}

/** A span as SCORM 1.2 writes it: HHHH:MM:SS.SS, at most 9999 hours. */
function clockTime(milliseconds: number): string {
  const hundredth = Math.min(Math.max(0, Math.floor(milliseconds / 10)), 9_999 * 360_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(hundredth / 100);
  const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredth % 100)}`;
}
