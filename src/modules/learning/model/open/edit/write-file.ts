import { ok, refuse, type Result } from '#platform/base';
import { languageOf, sceneIdOf } from '../folder/read-folder.ts';
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
import type { CourseDraft } from './course-draft.ts';
import type { EditRefusal } from './course-edit.ts';
import { writeYaml } from './write-yaml.ts';

/** The draft with another value in one of its files; `null` takes the file away. Refuses what is not in the shape of that file. */
export function writeFile(draft: CourseDraft, file: string, value: unknown): Result<CourseDraft, EditRefusal> {
  const source = sourceWith(draft.source, file, value);
  if (source === null) return refuse({ type: 'OutOfShape' });
  const files = new Map(draft.folder.files);
  if (value === null) files.delete(file);
  else files.set(file, writeYaml(files.get(file) ?? null, value));
  return ok({ folder: { ...draft.folder, files }, source });
}

/** What the course says then; the same as reading all of its files anew. */
function sourceWith(source: CourseSource, file: string, value: unknown): CourseSource | null {
  const scene = sceneIdOf(file);
  if (scene !== null) {
    const scenes = new Map(source.scenes);
    const read = value === null ? null : sceneFile.safeParse(value);
    if (read?.success === false) return null;
    if (read === null) scenes.delete(scene);
    else scenes.set(scene, { ...read.data, file });
    // As they are read: in the order of their files.
    return { ...source, scenes: new Map([...scenes].toSorted(([, a], [, b]) => (a.file < b.file ? -1 : 1))) };
  }
  const language = languageOf(file);
  if (language !== null) {
    const read = textFile.safeParse(value ?? {});
    if (!read.success) return null;
    const texts = new Map([...source.texts, [language, read.data] as const]);
    if (value === null) texts.delete(language);
    return { ...source, texts: new Map([...texts].toSorted(([a], [b]) => (a < b ? -1 : 1))) };
  }
  return aroundWith(source, file, value ?? {});
}

function aroundWith(source: CourseSource, file: string, value: unknown): CourseSource | null {
  const take = <Name extends keyof CourseSource>(
    name: Name,
    read: { readonly success: true; readonly data: CourseSource[Name] } | { readonly success: false },
  ): CourseSource | null => (read.success ? { ...source, [name]: read.data } : null);
  switch (file) {
    case 'course.yaml':
      return take('course', courseFile.safeParse(value));
    case 'sources.yaml':
      return take('sources', sourcesFile.safeParse(value));
    case 'glossary.yaml':
      return take('glossary', glossaryFile.safeParse(value));
    case 'slots.yaml':
      return take('slots', slotsFile.safeParse(value));
    case 'review.yaml':
      return take('review', reviewFile.safeParse(value));
    case 'retired.yaml':
      return take('retired', retiredFile.safeParse(value));
    case 'media/media.yaml':
      return take('media', mediaFile.safeParse(value));
    default:
      return null;
  }
}
