import { join } from 'node:path';
import { checkCourse, type CourseFinding } from '#modules/learning';
import type { CivilDate } from '#platform/base';
import { lineOf, openYaml, type OpenYaml } from '../yaml-lines.ts';
import { readCourse, type FileFault } from './read-course.ts';

/** Something found in the folder of a course, with its line. */
export interface LinedCourseFinding {
  readonly code: CourseFinding['code'] | FileFault['code'];
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/**
 * Everything wrong with a course on a day, in the order of its files and lines. What cannot be read hides what it would say
 * together.
 */
export function checkCourseFolder(
  folder: string,
  today: CivilDate,
  read = readCourse(folder),
): readonly LinedCourseFinding[] {
  const opened = new Map<string, OpenYaml | null>();
  const lineAt = (file: string, path: readonly PropertyKey[]): number => {
    if (!opened.has(file)) opened.set(file, openYaml(join(folder, file)));
    const yaml = opened.get(file) ?? null;
    return yaml === null ? 1 : lineOf(yaml, path);
  };
  const found = read.ok ? checkCourse(read.source, today).map((one) => ({ ...one, line: null })) : read.faults;
  return found
    .map(({ code, file, line, path, text }) => ({ code, file, line: line ?? lineAt(file, path), text }))
    .toSorted((left, right) => (left.file === right.file ? left.line - right.line : left.file < right.file ? -1 : 1));
}
