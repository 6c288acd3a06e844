import type { RequestContext } from '#platform/server/http';
import type { InstalledCourse } from '../../model/open/folder/installed-course.ts';

/** The courses that were built into this installation. */
export async function listInstalled({
  readBuilt,
}: Pick<RequestContext, 'readBuilt'>): Promise<readonly InstalledCourse[]> {
  const text = await readBuilt('sources/courses.json');
  // Written by our own build.
  return text === null ? [] : (JSON.parse(text) as readonly InstalledCourse[]);
}
