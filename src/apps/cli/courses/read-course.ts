import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCourseFile, mediumThere, readFolder, type CourseFolder, type ReadFolder } from '#modules/learning';
import { namesIn } from '../read-source-file.ts';

/** Reads the folder of a course. */
export function readCourse(folder: string): ReadFolder {
  return readFolder(courseFolder(folder));
}

/** The files of a course as they lie on disk; all that stands beside them is left out. */
export function courseFolder(folder: string): CourseFolder {
  const within = (part: string): readonly string[] => namesIn(join(folder, part)).map((name) => `${part}/${name}`);
  const media = within('media');
  const around = [...namesIn(folder), ...within('text'), 'media/media.yaml'].filter(isCourseFile);
  // A file of a scene that is named otherwise is told of.
  const paths = [...new Set([...around, ...within('scenes')])].filter((path) => existsSync(join(folder, path)));
  return {
    files: new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
    media: new Map(
      media
        .filter((path) => path !== 'media/media.yaml')
        .map((path) => path.slice('media/'.length))
        .map((name) => [name, mediumThere(name, Uint8Array.from(readFileSync(join(folder, 'media', name))))]),
    ),
  };
}
