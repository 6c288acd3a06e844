import { utf8Bytes } from '#platform/base';
import type { MediumThere } from '../source/course-source.ts';

/** The folder of a course in memory. The folder is the truth: what else is made of it is made of these files alone. */
export interface CourseFolder {
  /** Its text files by their path from the folder on: `scenes/03-people.yaml`. */
  readonly files: ReadonlyMap<string, string>;
  /** What is known of each picture, by its name under `media/`. */
  readonly media: ReadonlyMap<string, MediumThere>;
}

const known = [
  /^(course|sources|glossary|slots|review|retired)\.yaml$/,
  /^upstream\.lock$/,
  /^scenes\/\d\d-[a-z][a-z0-9-]*\.yaml$/,
  /^text\/[a-zA-Z-]{2,20}(\.part|\.notes)?\.yaml$/,
  /^text\/[a-zA-Z-]{2,20}\.state\.json$/,
  /^media\/media\.yaml$/,
];

/** Whether a path is one of the text files that a course consists of. */
export function isCourseFile(path: string): boolean {
  return path.length <= 120 && known.some((shape) => shape.test(path));
}

/** Whether a name may be that of a picture: one part, small letters, a drawing or a PNG. */
export function isPictureName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,60}\.(svg|png)$/.test(name);
}

/** Bounds of what is edited here: bytes of one text file, of one picture and of everything, and files. */
export const folderCaps = { file: 500_000, picture: 1_000_000, all: 8_000_000, files: 200 } as const;

/** Whether a text is no longer than one file may be: in bytes as it is kept and packed, of which a letter may take four. */
export function fitsFile(text: string): boolean {
  return text.length <= folderCaps.file && utf8Bytes(text).length <= folderCaps.file;
}
