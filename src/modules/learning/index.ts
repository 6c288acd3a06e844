/** Shared door of learning: courses as their files say them, as they are played, and what a learner did. */
export { checkCourse } from './model/open/source/check-course.ts';
export type { CourseFinding } from './model/open/source/course-finding.ts';
export {
  courseFile,
  mediaFile,
  sceneFile,
  sourcesFile,
  textFile,
  type CourseSource,
} from './model/open/source/course-source.ts';
export { partId } from './model/open/source/block-source.ts';
export type { PartId } from './model/open/source/part-id.ts';
export { releaseCourse, type BuiltCourse } from './model/open/release/release-course.ts';
export type { ReleasedCourse } from './model/open/release/released-course.ts';
