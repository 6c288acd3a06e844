import { parseYaml } from '#kernel/content';
import { refuse, type Result } from '#platform/base';
import type { CourseDraft } from './course-draft.ts';
import type { EditRefusal } from './course-edit.ts';
import { writeFile } from './write-file.ts';

/** Changes what a file says as it stands there, without what its shape fills in. */
export function changeFile(
  draft: CourseDraft,
  file: string,
  how: (value: unknown) => Result<unknown, EditRefusal>,
): Result<CourseDraft, EditRefusal> {
  const text = draft.folder.files.get(file);
  const read = text === undefined ? { value: {} } : parseYaml(text);
  if (typeof read === 'number') return refuse({ type: 'Lost' });
  const changed = how(read.value ?? {});
  return changed.ok ? writeFile(draft, file, changed.value) : changed;
}
