import { checkStructure } from './check-structure.ts';
import { checkTexts } from './check-texts.ts';
import { checkTime } from './check-time.ts';
import { checkWays } from './check-ways.ts';
import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';

/** Everything that keeps a course from being played as its files stand; nothing where it can be. */
export function checkCourse(source: CourseSource): readonly CourseFinding[] {
  return [...checkStructure(source), ...checkWays(source), ...checkTexts(source), ...checkTime(source)];
}
