import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import leven from 'leven';
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
import { readYaml } from '../yaml-lines.ts';

/** Something in a file of a course that keeps it from being read: where, a stable code, a sentence. */
export interface FileFault {
  readonly file: string;
  /** Of a file that is no YAML, where reading ended; elsewhere found by the path. */
  readonly line: number | null;
  readonly path: readonly PropertyKey[];
  readonly code: 'yaml-malformed' | 'shape-malformed' | 'name-malformed';
  readonly text: string;
}

/** A course as its files say it, or everything that keeps them from being read. */
export type ReadCourse =
  { readonly ok: true; readonly source: CourseSource } | { readonly ok: false; readonly faults: readonly FileFault[] };

/** Reads the folder of a course. */
export function readCourse(folder: string): ReadCourse {
  const faults: FileFault[] = [];
  const read = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | null => {
    const found = readYaml(join(folder, file));
    if (typeof found === 'number') {
      faults.push({ file, line: found, path: [], code: 'yaml-malformed', text: 'this is no YAML from here on' });
      return null;
    }
    const parsed = schema.safeParse(found.value ?? {});
    if (parsed.success) return parsed.data;
    faults.push(...parsed.error.issues.flatMap((issue) => faultsOf(issue, file, schema)));
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

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

function faultsOf(issue: z.core.$ZodIssue, file: string, schema: z.ZodType): readonly FileFault[] {
  const fault = (path: readonly PropertyKey[], text: string): FileFault => ({
    ...{ file, line: null, path, text },
    code: 'shape-malformed',
  });
  if (issue.code !== 'unrecognized_keys') return [fault(issue.path, issue.message)];
  return issue.keys.map((key) => {
    const near = nearest(key, namesKnownTo(schema));
    const meant = near === null ? '' : `; did you mean ${near}?`;
    return fault([...issue.path, key], `there is no ${key} here${meant}`);
  });
}

/** The name that was probably meant: at most two letters away. */
function nearest(key: string, names: ReadonlySet<string>): string | null {
  const [best] = [...names].map((name) => ({ name, away: leven(key, name) })).toSorted((a, b) => a.away - b.away);
  return best !== undefined && best.away <= 2 ? best.name : null;
}

/** Every property that a schema knows somewhere. */
function namesKnownTo(schema: z.ZodType): ReadonlySet<string> {
  const names = new Set<string>();
  JSON.stringify(schema.toJSONSchema({ unrepresentable: 'any' }), (key, value: unknown) => {
    if (key === 'properties' && typeof value === 'object' && value !== null)
      for (const name of Object.keys(value)) names.add(name);
    return value;
  });
  return names;
}
