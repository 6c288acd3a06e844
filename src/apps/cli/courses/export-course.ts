import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  layOutPackage,
  zipPackage,
  type PlayedPackage,
  type PackageFormat,
  type ReleasedCourse,
} from '#modules/learning';

/** A course in one language as the build wrote it; null where it has no such course, or not in that language. */
export function readBuiltCourse(webRoot: string, id: string, language: string): ReleasedCourse | null {
  if (!/^[a-z][a-z0-9-]*$/.test(id) || !/^[a-zA-Z-]+$/.test(language)) return null;
  const file = join(webRoot, 'courses', id, `${language}.json`);
  // What the build wrote of the files of the course.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ReleasedCourse) : null;
}

/** Makes a package of a course out of what the build wrote: the same bytes for the same build and the same words. */
export function exportCourse(webRoot: string, data: PlayedPackage, format: PackageFormat): Uint8Array {
  const folder = join(webRoot, 'packaged');
  // The build lists its own files.
  const player = JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')) as readonly string[];
  const { texts, pictures } = layOutPackage(data, { format, player });
  const files = new Map<string, string | Uint8Array>(texts);
  for (const name of player) files.set(`player/${name}`, Uint8Array.from(readFileSync(join(folder, name))));
  for (const [from, to] of pictures) files.set(to, Uint8Array.from(readFileSync(join(webRoot, from))));
  return zipPackage(files);
}
