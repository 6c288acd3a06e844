import { signOffRoles, type CourseFile, type ReviewFile } from '../source/course-source.ts';
import type { SignOffRole } from './released-course.ts';

/**
 * Who has not yet signed off this version in this language (learning design, 2.4, publish gate). Law is asked for where texts or
 * slots can state law; a group of survivors may be waited for, with the reason written down.
 */
export function missingSignOffs(
  { course, review }: { readonly course: Pick<CourseFile, 'version'>; readonly review: ReviewFile },
  language: string,
): readonly SignOffRole[] {
  const signed = review.signed.filter((one) => one.version === course.version && one.language === language);
  return signOffRoles.filter(
    (role) => !signed.some((one) => one.role === role && (one.waiting !== true || role === 'survivors')),
  );
}
