import type { CourseSource } from '../source/course-source.ts';
import type { CourseEdit } from './course-edit.ts';

/**
 * Whether somebody has signed this very version. What a signature is about must stay what was read: a signed version is not changed any
 * more, its number is raised first. That a group is still waited for is no signature.
 */
export function isSigned({ course, review }: Pick<CourseSource, 'course' | 'review'>): boolean {
  return review.signed.some(({ version, waiting }) => version === course.version && waiting !== true);
}

/** Whether a step leaves what was signed as it is: another number, or what is said about versions. */
export function leavesSigned(edit: CourseEdit): boolean {
  if (edit.type !== 'put') return false;
  return edit.file === 'review.yaml' || (edit.file === 'course.yaml' && edit.path.join() === 'version');
}
