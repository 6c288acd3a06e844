import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { bytesToBase64url, dayInAmsterdam, systemClock } from '#platform/base';
import {
  isCourseError,
  releaseCourse,
  type CourseSource,
  type InstalledCourse,
  type InstalledFolder,
} from '#modules/learning';
import { checkCourseFolder } from './check-course-folder.ts';
import { courseDigest, hashPictures } from './course-digest.ts';
import { courseFolder, readCourse } from './read-course.ts';

/** A file of the built browser side. */
export interface BuiltFile {
  readonly fileName: string;
  readonly source: string | Uint8Array;
}

/**
 * Every course under a folder as the player fetches it: one file for each language, `courses/ID/LANGUAGE.json`, and the
 * pictures under the hash of their bytes. For authors also its folder as it lies there, `sources/ID.json`, and which courses there are,
 * `sources/courses.json`. Throws what `course check` finds, since what is not clean is not played.
 */
export async function buildCourses(root: string): Promise<readonly BuiltFile[]> {
  const folders = existsSync(root) ? readdirSync(root).map((name) => join(root, name)) : [];
  const built = await Promise.all(
    folders.filter((folder) => existsSync(join(folder, 'course.yaml'))).map((folder) => buildCourse(folder)),
  );
  const listed = built.flatMap(({ listed: one }) => one);
  return [...built.flatMap(({ files }) => files), { fileName: 'sources/courses.json', source: JSON.stringify(listed) }];
}

async function buildCourse(
  folder: string,
): Promise<{ readonly listed: InstalledCourse; readonly files: readonly BuiltFile[] }> {
  const read = readCourse(folder);
  // What only warns depends on the day, and what was built yesterday must be built tomorrow.
  const findings = checkCourseFolder(folder, dayInAmsterdam(systemClock.now()), read).filter(isCourseError);
  if (findings.length > 0 || !read.ok)
    throw new Error(findings.map(({ file, line, text }) => `${join(folder, file)}:${String(line)} ${text}`).join('\n'));
  const { source } = read;
  const hashed = await hashPictures(folder, source);
  const pictures = hashed.map((one) => ({ ...one, fileName: `assets/courses/${one.hash}${extname(one.name)}` }));
  const digest = await courseDigest(source, hashed);
  const media = new Map(pictures.map(({ name, fileName }) => [name, `/${fileName}`]));
  const releases = languagesOf(source).map((language): BuiltFile => ({
    fileName: `courses/${source.course.id}/${language}.json`,
    source: JSON.stringify(releaseCourse(source, language, { digest, media })),
  }));
  const { id, version } = source.course;
  const titles = Object.fromEntries([...source.texts].map(([language, words]) => [language, words['title'] ?? id]));
  const files = [
    ...releases,
    ...pictures.map(({ fileName, bytes }) => ({ fileName, source: bytes })),
    { fileName: `sources/${id}.json`, source: JSON.stringify(installedFolder(folder)) },
  ];
  return { listed: { id, version, digest, titles }, files };
}

/** Every file of a course as it lies in its folder. */
function installedFolder(folder: string): InstalledFolder {
  const { files, media } = courseFolder(folder);
  const bytesOf = (name: string): string =>
    bytesToBase64url(Uint8Array.from(readFileSync(join(folder, 'media', name))));
  return {
    files: Object.fromEntries(files),
    pictures: Object.fromEntries([...media.keys()].map((name) => [name, bytesOf(name)])),
  };
}

function languagesOf({ course: { languages } }: CourseSource): readonly string[] {
  return [languages.source, ...languages.others];
}
