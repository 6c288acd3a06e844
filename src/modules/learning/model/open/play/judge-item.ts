import type { LaunchUnit } from '../launch/course-structure.ts';
import { hasHappened, isUnitSatisfied, type LaunchEvent } from '../launch/launch-facts.ts';
import type { PackageItem, ScormKind } from './package-item.ts';
import type { ScormValues } from './scorm-values.ts';

/** How somebody stands to a part: never opened, opened, done, or not passed. */
export type ItemState = 'new' | 'begun' | 'done' | 'failed';

/** What a package says of a part, in the words of its standard; null for what it has not said. */
export interface SaidOfItem {
  readonly completion: string | null;
  readonly success: string | null;
  readonly score: string | null;
}

export interface JudgedItem {
  readonly state: ItemState;
  readonly said: SaidOfItem;
}

const unsaid: SaidOfItem = { completion: null, success: null, score: null };

/**
 * What a package says of a part, and what that amounts to. Only the package knows whether somebody did it: `completed` or `passed` is
 * done, unless it says that they failed (learning design, 7.3). `null` values: never opened.
 */
export function judgeItem(kind: ScormKind, { speaks }: PackageItem, values: ScormValues | null): JudgedItem {
  if (values === null) return { state: 'new', said: unsaid };
  if (!speaks) return { state: 'done', said: unsaid };
  const said = kind === 'scorm12' ? read12(values) : read2004(values);
  const done = said.completion === 'completed' || said.success === 'passed';
  return { state: said.success === 'failed' ? 'failed' : done ? 'done' : 'begun', said };
}

/** The same of a part of cmi5, by what happened in somebody's registration; null events: never opened. */
export function judgeUnit(unit: LaunchUnit, events: readonly LaunchEvent[] | null): JudgedItem {
  if (events === null) return { state: 'new', said: unsaid };
  const happened = (verb: LaunchEvent['verb']): boolean => hasHappened(events, unit.publisher, verb);
  const success = happened('passed') ? 'passed' : happened('failed') ? 'failed' : null;
  const said = { completion: happened('completed') ? 'completed' : null, success, score: null };
  if (isUnitSatisfied(unit, events)) return { state: 'done', said };
  const begun = happened('launched') ? 'begun' : 'new';
  return { state: success === 'failed' ? 'failed' : begun, said };
}

/** One word stands for both in SCORM 1.2: who passed or failed has come to the end. */
function read12(values: ScormValues): SaidOfItem {
  const status = given(values, 'cmi.core.lesson_status', 'not attempted');
  const success = status === 'passed' || status === 'failed' ? status : null;
  return { completion: success === null ? status : null, success, score: given(values, 'cmi.core.score.raw', '') };
}

function read2004(values: ScormValues): SaidOfItem {
  const scaled = given(values, 'cmi.score.scaled', '');
  return {
    completion: given(values, 'cmi.completion_status', 'unknown'),
    success: given(values, 'cmi.success_status', 'unknown'),
    score: given(values, 'cmi.score.raw', '') ?? (scaled === null ? null : asHundredths(scaled)),
  };
}

function given(values: ScormValues, element: string, nothing: string): string | null {
  const value = values[element] ?? '';
  return value === '' || value === nothing ? null : value;
}

function asHundredths(scaled: string): string | null {
  const value = Number(scaled);
  return Number.isFinite(value) ? String(Math.round(value * 100)) : null;
}

/** Whether a whole package is done: every part of it is. */
export function isPackageDone(items: readonly JudgedItem[]): boolean {
  return items.length > 0 && items.every(({ state }) => state === 'done');
}

/** What a package said of all its parts together, as it is kept beside the proof: the last word of each kind that came. */
export function sumSaid(items: readonly JudgedItem[]): SaidOfItem {
  const [only] = items;
  if (items.length === 1 && only !== undefined) return only.said;
  return { completion: 'completed', success: null, score: null };
}
