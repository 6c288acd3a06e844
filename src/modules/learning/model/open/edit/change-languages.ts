import { ok, refuse, type Result } from '#platform/base';
import { changeFile } from './change-file.ts';
import { changeAt } from './change-value.ts';
import type { CourseDraft } from './course-draft.ts';
import type { EditRefusal } from './course-edit.ts';
import { writeFile } from './write-file.ts';

type Edited = Result<CourseDraft, EditRefusal>;

/** One more language: listed, and with a file of texts in which nothing is said yet, so that every key of it is found missing. */
export function addLanguage(draft: CourseDraft, language: string): Edited {
  const { source, others } = draft.source.course.languages;
  if (language === source || others.includes(language)) return refuse({ type: 'NameUsed' });
  const listed = withOthers(draft, [...others, language]);
  if (!listed.ok || draft.source.texts.has(language)) return listed;
  return writeFile(listed.value, `text/${language}.yaml`, {});
}

/** One language less: its texts, and what was noted about their translation, go with it. Signatures stay: they were given. */
export function dropLanguage(draft: CourseDraft, language: string): Edited {
  const { others } = draft.source.course.languages;
  if (!others.includes(language)) return refuse({ type: 'Lost' });
  const listed = withOthers(
    draft,
    others.filter((one) => one !== language),
  );
  if (!listed.ok) return listed;
  const files = new Map(listed.value.folder.files);
  for (const ending of ['.notes.yaml', '.part.yaml', '.state.json']) files.delete(`text/${language}${ending}`);
  const without = { ...listed.value, folder: { ...listed.value.folder, files } };
  return draft.source.texts.has(language) ? writeFile(without, `text/${language}.yaml`, null) : ok(without);
}

function withOthers(draft: CourseDraft, others: readonly string[]): Edited {
  return changeFile(draft, 'course.yaml', (value) => changeAt(value, ['languages', 'others'], () => ok(others)));
}
