import type { z } from 'zod';
import { readSourceText, type FileFault } from '#kernel/content';
import {
  courseFile,
  glossaryFile,
  mediaFile,
  retiredFile,
  reviewFile,
  sceneFile,
  slotsFile,
  sourcesFile,
  textFile,
  type CourseSource,
} from '../source/course-source.ts';
import type { PartId } from '../source/part-id.ts';
import { partId } from '../source/part-shapes.ts';
import type { CourseFolder } from './course-folder.ts';

/** A course as its files say it, or everything that keeps them from being read. */
export type ReadFolder =
  { readonly ok: true; readonly source: CourseSource } | { readonly ok: false; readonly faults: readonly FileFault[] };

/** Reads the files of a course, each in its shape; what they say together is looked at by `checkCourse`. */
export function readFolder({ files, media }: CourseFolder): ReadFolder {
  const faults: FileFault[] = [];
  const read = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | null => {
    const found = readSourceText(files.get(file) ?? null, file, schema);
    if ('value' in found) return found.value;
    faults.push(...found.faults);
    return null;
  };
  const around = {
    course: read('course.yaml', courseFile),
    sources: read('sources.yaml', sourcesFile),
    media: read('media/media.yaml', mediaFile),
    glossary: read('glossary.yaml', glossaryFile),
    slots: read('slots.yaml', slotsFile),
    review: read('review.yaml', reviewFile),
    retired: read('retired.yaml', retiredFile),
  };
  const names = [...files.keys()].toSorted();
  const scenes = new Map<PartId, z.infer<typeof sceneFile> & { readonly file: string }>();
  for (const file of names.filter((name) => name.startsWith('scenes/'))) {
    const id = sceneIdOf(file);
    const scene = read(file, sceneFile);
    if (id === null || scenes.has(id)) faults.push(misnamed(file, id));
    else if (scene !== null) scenes.set(id, { ...scene, file });
  }
  const texts = new Map<string, Readonly<Record<string, string>>>();
  for (const file of names) {
    const language = languageOf(file);
    const words = language === null ? null : read(file, textFile);
    if (language !== null && words !== null) texts.set(language, words);
  }
  if (faults.length > 0 || !isWhole(around)) return { ok: false, faults };
  return { ok: true, source: { ...around, scenes, texts, mediaThere: media } };
}

/** The scene that a file holds, by its name; null where it is not named as files of scenes are. */
export function sceneIdOf(file: string): PartId | null {
  return partId.safeParse(/^scenes\/\d\d-(.*)\.yaml$/.exec(file)?.[1]).data ?? null;
}

/** The language whose whole text a file holds; null for every other file. */
export function languageOf(file: string): string | null {
  return /^text\/([a-zA-Z-]+)\.yaml$/.exec(file)?.[1] ?? null;
}

/** Whether every file was read. */
function isWhole<Files extends Readonly<Record<string, unknown>>>(
  files: Files,
): files is Files & { readonly [Name in keyof Files]: NonNullable<Files[Name]> } {
  return Object.values(files).every((file) => file !== null);
}

function misnamed(file: string, id: string | null): FileFault {
  const text = id === null ? 'a scene is named by two figures and its id: 03-people.yaml' : `there is another ${id}`;
  return { file, line: 1, path: [], code: 'name-malformed', text };
}
