import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalCourse, type CourseSource } from '#modules/learning';
import { hashBytes, hashCoded } from '#platform/crypto/server';

/** A picture of a course with the hash of its bytes. */
export interface HashedPicture {
  readonly name: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** Every file below `media` of a course. */
export async function hashPictures(folder: string, { mediaThere }: CourseSource): Promise<readonly HashedPicture[]> {
  return Promise.all(
    [...mediaThere.keys()].map(async (name) => {
      const bytes = Uint8Array.from(readFileSync(join(folder, 'media', name)));
      return { name, hash: await hashBytes(bytes), bytes };
    }),
  );
}

/** Says which version of a course exactly: a hash of all that is played. */
export function courseDigest(source: CourseSource, pictures: readonly HashedPicture[]): Promise<string> {
  return hashCoded(canonicalCourse(source, hashesOf(pictures)));
}

/** The hash of each picture by its name. */
export function hashesOf(pictures: readonly HashedPicture[]): ReadonlyMap<string, string> {
  return new Map(pictures.map(({ name, hash }) => [name, hash]));
}
