import { parseYaml } from '#kernel/content';
import { ok, refuse, type Result } from '#platform/base';
import { textFile } from '../source/course-source.ts';
import { textKeys } from '../source/text-keys.ts';
import type { CourseDraft } from './course-draft.ts';
import type { EditRefusal } from './course-edit.ts';
import { writeYaml } from './write-yaml.ts';

export type Notes = Readonly<Record<string, string>>;

/**
 * What authors noted for whoever translates, by key: `text/SOURCE.notes.yaml` (learning design, 2.1). Empty where there is no file, null where it is
 * damaged. No learner ever reads it.
 */
export function readNotes({ folder, source }: CourseDraft): Notes | null {
  const text = folder.files.get(fileOf(source));
  if (text === undefined) return {};
  const read = parseYaml(text);
  return typeof read === 'number' ? null : (textFile.safeParse(read.value ?? {}).data ?? null);
}

/** Notes something under a key, or takes away what is noted there. `Lost` where the course asks for no such text. */
export function writeNote(draft: CourseDraft, key: string, text: string | null): Result<CourseDraft, EditRefusal> {
  const notes = readNotes(draft);
  if (notes === null || text === '') return refuse({ type: 'OutOfShape' });
  if (textKeys(draft.source).every((asked) => asked.key !== key)) return refuse({ type: 'Lost' });
  const { [key]: _old, ...others } = notes;
  return ok(withNotes(draft, text === null ? others : { ...notes, [key]: text }));
}

/** The draft with these notes and no others; without its file where there are none. A file that is damaged is left as it is. */
export function withNotes(draft: CourseDraft, notes: Notes): CourseDraft {
  if (readNotes(draft) === null) return draft;
  const file = fileOf(draft.source);
  const files = new Map(draft.folder.files);
  if (Object.keys(notes).length === 0) files.delete(file);
  else files.set(file, writeYaml(files.get(file) ?? null, notes));
  return { ...draft, folder: { ...draft.folder, files } };
}

function fileOf({ course }: CourseDraft['source']): string {
  return `text/${course.languages.source}.notes.yaml`;
}
