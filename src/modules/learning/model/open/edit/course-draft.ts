import type { FileFault } from '#kernel/content';
import { ok, refuse, type Result } from '#platform/base';
import type { CourseFolder } from '../folder/course-folder.ts';
import { readFolder } from '../folder/read-folder.ts';
import type { CourseSource } from '../source/course-source.ts';

/** A course that is edited: its files, and what they say. The second always follows from the first. */
export interface CourseDraft {
  readonly folder: CourseFolder;
  readonly source: CourseSource;
}

/** Opens a folder for editing; refuses one whose files cannot be read, with all that keeps them from it. */
export function openDraft(
  folder: CourseFolder,
): Result<CourseDraft, { readonly type: 'Unreadable'; readonly faults: readonly FileFault[] }> {
  const read = readFolder(folder);
  return read.ok ? ok({ folder, source: read.source }) : refuse({ type: 'Unreadable', faults: read.faults });
}
