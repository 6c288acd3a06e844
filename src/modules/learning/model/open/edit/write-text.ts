import { ok, refuse, type Result } from '#platform/base';
import type { KeptTranslation } from '../translate/translation.ts';
import type { CourseDraft } from './course-draft.ts';
import type { CourseEdit, EditRefusal } from './course-edit.ts';
import { readStates } from './read-states.ts';
import { writeFile } from './write-file.ts';

type TextEdit = Extract<CourseEdit, { readonly type: 'text' }>;

/**
 * Says something else under a key. From which words a translation was made is written down where it was not yet: before the sentence of
 * the source language changes, and whenever the translation does; so drift is told, and goes when somebody has looked.
 */
export function writeText(draft: CourseDraft, edit: TextEdit): Result<CourseDraft, EditRefusal> {
  const { language, key, text } = edit;
  const { course, texts } = draft.source;
  const words = texts.get(language);
  if (words === undefined || text === '') return refuse({ type: words === undefined ? 'Lost' : 'OutOfShape' });
  const { [key]: _old, ...others } = words;
  const value = text === null ? others : { ...words, [key]: text };
  const written = writeFile(draft, `text/${language}.yaml`, value);
  if (!written.ok) return written;
  const from = texts.get(course.languages.source)?.[key];
  if (from === undefined) return written;
  return ok(
    language === course.languages.source
      ? course.languages.others.reduce((now, other) => note(now, other, edit, { from, anew: false }), written.value)
      : note(written.value, language, edit, { from, anew: true }),
  );
}

/** Writes down from which words a translation comes; where that is known already, only if it was looked at `anew`. */
function note(
  draft: CourseDraft,
  language: string,
  { key, hash, on, text }: TextEdit,
  { from, anew }: { readonly from: string; readonly anew: boolean },
): CourseDraft {
  const file = `text/${language}.state.json`;
  const kept = readStates(draft.folder.files.get(file) ?? null);
  const target = draft.source.texts.get(language)?.[key];
  if (kept === null || target === undefined) return draft;
  const known = kept[key];
  if (anew ? known?.from === from && text === null : known !== undefined) return draft;
  const state: KeptTranslation = { hash, from, state: 'translated', date: on, reviewer: null };
  const files = new Map(draft.folder.files);
  files.set(file, `${JSON.stringify({ ...kept, [key]: state }, null, 2)}\n`);
  return { ...draft, folder: { ...draft.folder, files } };
}
