import { checkCourse, type CourseFinding } from '#modules/learning';
import type { CivilDate } from '#platform/base';
import { toLined, type LinedFinding } from '../to-lined.ts';
import type { FileFault } from '#kernel/content';
import { readCourse } from './read-course.ts';

/**
 * Everything wrong with a course on a day, in the order of its files and lines. What cannot be read hides what it would say
 * together.
 */
export function checkCourseFolder(
  folder: string,
  today: CivilDate,
  read = readCourse(folder),
): readonly LinedFinding<CourseFinding['code'] | FileFault['code']>[] {
  return toLined<CourseFinding['code'] | FileFault['code']>(
    folder,
    read.ok ? checkCourse(read.source, today) : read.faults,
  );
}
