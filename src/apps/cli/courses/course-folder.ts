import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of a course: named by its id below `content/courses`, or by the folder itself. */
export function courseFolder(named: string): string {
  const folder = resolve('content/courses', named);
  return /^[a-z][a-z0-9-]*$/.test(named) && existsSync(join(folder, 'course.yaml')) ? folder : resolve(named);
}
