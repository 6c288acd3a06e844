import { join } from 'node:path';
import { checkCourse, type CourseFinding } from '#modules/learning';
import { lineOf, openYaml } from '../yaml-lines.ts';
import { readCourse, type FileFault } from './read-course.ts';

/** Something found in the folder of a course, with its line. */
export interface LinedCourseFinding {
  readonly code: CourseFinding['code'] | FileFault['code'];
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Everything wrong with a course, in the order of its files and lines. What cannot be read hides what it would say together. */
export function checkCourseFolder(folder: string, read = readCourse(folder)): readonly LinedCourseFinding[] {
  const found = read.ok ? checkCourse(read.source).map((one) => ({ ...one, line: null })) : read.faults;
  return found
    .map(({ code, file, line, path, text }) => ({ code, file, line: line ?? lineAt(folder, file, path), text }))
    .toSorted((left, right) => (left.file === right.file ? left.line - right.line : left.file < right.file ? -1 : 1));
}

function lineAt(folder: string, file: string, path: readonly PropertyKey[]): number {
  const opened = openYaml(join(folder, file));
  return opened === null ? 1 : lineOf(opened, path);
}
