import { isId } from '#platform/base';
import type { PackageId } from '../launch/launch-ids.ts';

const prefix = 'package-';

/** By what a programme asks for a package: where others name a course, it says this. */
export function packageCourse(pack: PackageId): string {
  return `${prefix}${pack}`;
}

/** The package that a programme asks for; null where it is a course of ours. */
export function packageOfCourse(course: string): PackageId | null {
  const id = course.slice(prefix.length);
  // Written by `packageCourse`, or one that will not be found.
  return course.startsWith(prefix) && isId(id) ? (id as PackageId) : null;
}
