import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CourseSource } from '#modules/learning';
import { readCourse } from './read-course.ts';

/** A course with the folder it lies in. */
export interface CourseOnDisk {
  readonly folder: string;
  readonly source: CourseSource;
}

/** Opens a course, named by its id below `content/courses` or by its folder; null where none can be read. */
export function openCourse(named: string): CourseOnDisk | null {
  const listed = resolve('content/courses', named);
  const folder = /^[a-z][a-z0-9-]*$/.test(named) && hasCourse(listed) ? listed : resolve(named);
  const read = hasCourse(folder) ? readCourse(folder) : null;
  return read?.ok === true ? { folder, source: read.source } : null;
}

function hasCourse(folder: string): boolean {
  return existsSync(join(folder, 'course.yaml'));
}
