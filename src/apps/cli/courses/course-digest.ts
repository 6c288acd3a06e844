import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseSource } from '#modules/learning';
import type { CanonicalValue } from '#platform/base';
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

/** Says which version of a course exactly: a hash of all that is played. Who signed it and when changes nothing of that. */
export async function courseDigest(source: CourseSource, pictures: readonly HashedPicture[]): Promise<string> {
  const { review: _review, mediaThere: _there, ...played } = source;
  return hashCoded(
    toCanonical({ ...played, media: Object.fromEntries(pictures.map(({ name, hash }) => [name, hash])) }),
  );
}

/** What can be hashed: maps as objects, and figures that are no whole numbers as their digits. */
export function toCanonical(value: unknown): CanonicalValue {
  if (value instanceof Map) return toCanonical(Object.fromEntries(value));
  if (value instanceof Set) return toCanonical([...value].toSorted());
  if (Array.isArray(value)) return value.map(toCanonical);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : String(value);
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object') throw new TypeError('a course holds nothing else');
  const known = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(known.map(([key, member]) => [key, toCanonical(member)]));
}
