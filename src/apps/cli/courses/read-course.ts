import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import {
  courseFile,
  glossaryFile,
  mediaFile,
  partId,
  reviewFile,
  sceneFile,
  slotsFile,
  sourcesFile,
  textFile,
  type CourseSource,
  type MediumThere,
  type PartId,
} from '#modules/learning';
import { namesIn, readSourceFile, type FileFault } from '../read-source-file.ts';

/** A course as its files say it, or everything that keeps them from being read. */
export type ReadCourse =
  { readonly ok: true; readonly source: CourseSource } | { readonly ok: false; readonly faults: readonly FileFault[] };

/** Reads the folder of a course. */
export function readCourse(folder: string): ReadCourse {
  const faults: FileFault[] = [];
  const read = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | null => {
    const found = readSourceFile(folder, file, schema);
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
  };
  const scenes = new Map<PartId, z.infer<typeof sceneFile> & { readonly file: string }>();
  for (const name of namesIn(join(folder, 'scenes'))) {
    const file = `scenes/${name}`;
    const id = partId.safeParse(/^\d\d-(.*)\.yaml$/.exec(name)?.[1]).data;
    const scene = read(file, sceneFile);
    if (id === undefined || scenes.has(id)) faults.push(misnamed(file, id));
    else if (scene !== null) scenes.set(id, { ...scene, file });
  }
  const texts = new Map<string, Readonly<Record<string, string>>>();
  for (const name of namesIn(join(folder, 'text')).filter((one) => /^[a-zA-Z-]+\.yaml$/.test(one))) {
    const words = read(`text/${name}`, textFile);
    if (words !== null) texts.set(basename(name, '.yaml'), words);
  }
  if (faults.length > 0 || !isWhole(around)) return { ok: false, faults };
  return { ok: true, source: { ...around, scenes, texts, mediaThere: mediaIn(join(folder, 'media')) } };
}

/** Whether every file was read. */
function isWhole<Files extends Readonly<Record<string, unknown>>>(
  files: Files,
): files is Files & { readonly [Name in keyof Files]: NonNullable<Files[Name]> } {
  return Object.values(files).every((file) => file !== null);
}

function mediaIn(folder: string): ReadonlyMap<string, MediumThere> {
  const names = namesIn(folder).filter((name) => name !== 'media.yaml');
  return new Map(
    names.map((name) => {
      const bytes = readFileSync(join(folder, name));
      const addresses = name.endsWith('.svg') ? addressesIn(bytes.toString('utf8')) : [];
      return [name, { bytes: bytes.length, addresses }];
    }),
  );
}

/** Addresses elsewhere that a drawing names; those of its vocabularies are names alone, and nothing fetches them. */
function addressesIn(drawing: string): readonly string[] {
  return drawing.replaceAll(/xmlns(:\w+)?="[^"]*"/g, '').match(/(?:https?:)?\/\/[^\s"')<]+/g) ?? [];
}

function misnamed(file: string, id: string | undefined): FileFault {
  const text =
    id === undefined ? 'a scene is named by two figures and its id: 03-people.yaml' : `there is another ${id}`;
  return { file, line: 1, path: [], code: 'name-malformed', text };
}
