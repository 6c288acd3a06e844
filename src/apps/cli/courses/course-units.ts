import { canonicalUnits, type CourseSource } from '#modules/learning';
import { hashCoded } from '#platform/crypto/server';
import { hashesOf, hashPictures } from './course-digest.ts';

/** A digest for each unit of a course (`canonicalUnits`). */
export async function courseUnits(folder: string, source: CourseSource): Promise<ReadonlyMap<string, string>> {
  const units = canonicalUnits(source, hashesOf(await hashPictures(folder, source)));
  return new Map(await Promise.all([...units].map(async ([name, value]) => [name, await hashCoded(value)] as const)));
}
