import type { ReleasedCourse } from '../model/open/release/released-course.ts';

/** The built browser side, as far as courses need it. */
type ReadBuilt = (path: string) => Promise<string | null>;

/** A course as it is played in a language now; null where there is none. Ids of both were checked by the contract. */
export async function findCourse(
  readBuilt: ReadBuilt,
  course: string,
  language: string,
): Promise<ReleasedCourse | null> {
  const text = await readBuilt(`courses/${course}/${language}.json`);
  // Written by our own build from the files of the course.
  return text === null ? null : (JSON.parse(text) as ReleasedCourse);
}
