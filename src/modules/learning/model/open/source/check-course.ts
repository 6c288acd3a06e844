import type { CivilDate } from '#platform/base';
import { checkAccess } from './check-access.ts';
import { checkCare } from './check-care.ts';
import { checkForms } from './check-forms.ts';
import { checkNames } from './check-names.ts';
import { checkObjectives } from './check-objectives.ts';
import { checkSources } from './check-sources.ts';
import { checkStructure } from './check-structure.ts';
import { checkTexts } from './check-texts.ts';
import { checkTime } from './check-time.ts';
import { checkWays } from './check-ways.ts';
import { checkWeight } from './check-weight.ts';
import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';

/** Everything there is to say about a course as its files stand on a day; `isCourseError` tells what keeps it from being played. */
export function checkCourse(source: CourseSource, today: CivilDate): readonly CourseFinding[] {
  return [
    ...checkStructure(source),
    ...checkNames(source),
    ...checkWays(source),
    ...checkTexts(source),
    ...checkObjectives(source),
    ...checkForms(source),
    ...checkTime(source),
    ...checkAccess(source),
    ...checkCare(source),
    ...checkSources(source, today),
    ...checkWeight(source),
  ];
}
