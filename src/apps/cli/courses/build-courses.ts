import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { dayInAmsterdam, systemClock, type CanonicalValue } from '#platform/base';
import { hashBytes, hashCoded } from '#platform/crypto/server';
import { isCourseError, releaseCourse, type CourseSource } from '#modules/learning';
import { checkCourseFolder } from './check-course-folder.ts';
import { readCourse } from './read-course.ts';

/** A file of the built browser side. */
export interface BuiltFile {
  readonly fileName: string;
  readonly source: string | Uint8Array;
}

/**
 * Every course under a folder as the player fetches it: one file for each language, `courses/ID/LANGUAGE.json`, and the
 * pictures under the hash of their bytes. Throws what `course check` finds, since what is not clean is not played.
 */
export async function buildCourses(root: string): Promise<readonly BuiltFile[]> {
  const folders = existsSync(root) ? readdirSync(root).map((name) => join(root, name)) : [];
  const built = await Promise.all(
    folders.filter((folder) => existsSync(join(folder, 'course.yaml'))).map((folder) => buildCourse(folder)),
  );
  return built.flat();
}

async function buildCourse(folder: string): Promise<readonly BuiltFile[]> {
  const read = readCourse(folder);
  // What only warns depends on the day, and what was built yesterday must be built tomorrow.
  const findings = checkCourseFolder(folder, dayInAmsterdam(systemClock.now()), read).filter(isCourseError);
  if (findings.length > 0 || !read.ok)
    throw new Error(findings.map(({ file, line, text }) => `${join(folder, file)}:${String(line)} ${text}`).join('\n'));
  const { source } = read;
  const pictures = await Promise.all(
    [...source.mediaThere.keys()].map(async (name) => {
      const bytes = Uint8Array.from(readFileSync(join(folder, 'media', name)));
      const hash = await hashBytes(bytes);
      return { name, hash, bytes, fileName: `assets/courses/${hash}${extname(name)}` };
    }),
  );
  // Who signed it and when changes nothing of what is played.
  const { review: _review, mediaThere: _there, ...played } = source;
  const digest = await hashCoded(
    toCanonical({ ...played, media: Object.fromEntries(pictures.map(({ name, hash }) => [name, hash])) }),
  );
  const media = new Map(pictures.map(({ name, fileName }) => [name, `/${fileName}`]));
  const releases = languagesOf(source).map((language): BuiltFile => ({
    fileName: `courses/${source.course.id}/${language}.json`,
    source: JSON.stringify(releaseCourse(source, language, { digest, media })),
  }));
  return [...releases, ...pictures.map(({ fileName, bytes }) => ({ fileName, source: bytes }))];
}

function languagesOf({ course: { languages } }: CourseSource): readonly string[] {
  return [languages.source, ...languages.others];
}

/** What can be hashed: maps as objects, and figures that are no whole numbers as their digits. */
function toCanonical(value: unknown): CanonicalValue {
  if (value instanceof Map) return toCanonical(Object.fromEntries(value));
  if (value instanceof Set) return toCanonical([...value].toSorted());
  if (Array.isArray(value)) return value.map(toCanonical);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : String(value);
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object') throw new TypeError('a course holds nothing else');
  const known = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(known.map(([key, member]) => [key, toCanonical(member)]));
}
