import { ok, refuse, type Result } from '#platform/base';
import { partNames } from '../folder/part-names.ts';
import { blockKeys, textKeys } from '../source/text-keys.ts';
import type { CourseSource } from '../source/course-source.ts';
import { changeFile } from './change-file.ts';
import { changeAt, changeList, placeIn } from './change-value.ts';
import type { CourseDraft } from './course-draft.ts';
import type { CourseEdit, EditRefusal } from './course-edit.ts';
import { addLanguage, dropLanguage } from './change-languages.ts';
import { dropWorkplace } from './drop-workplace.ts';
import { isSigned, leavesSigned } from './is-signed.ts';
import { readNotes, withNotes, writeNote } from './translator-notes.ts';
import { writeFile } from './write-file.ts';
import { writeText } from './write-text.ts';

type Edited = Result<CourseDraft, EditRefusal>;
type EditOf<Type extends CourseEdit['type']> = Extract<CourseEdit, { readonly type: Type }>;

/**
 * Does one step of an author. The files of what comes out can be read and say what the draft says. Texts of what was taken away go with
 * it, in every language, with what was noted on them, and its names are written down so that nothing has them again (`retired.yaml`).
 */
export function applyEdit(draft: CourseDraft, edit: CourseEdit): Edited {
  if (isSigned(draft.source) && !leavesSigned(edit)) return refuse({ type: 'Signed' });
  const edited = step(draft, edit);
  if (edited.ok && !isSigned(draft.source) && isSigned(edited.value.source)) return refuse({ type: 'Signed' });
  return edited.ok && edit.type !== 'text' && edit.type !== 'note' ? settle(draft, edited.value) : edited;
}

function step(draft: CourseDraft, edit: CourseEdit): Edited {
  switch (edit.type) {
    case 'put':
      return changeFile(draft, edit.file, (value) => changeAt(value, edit.path, () => ok(edit.value)));
    case 'add':
      return changeFile(draft, edit.file, (value) => changeAt(value, edit.path, (list) => addTo(list, edit)));
    case 'move':
      return changeFile(draft, edit.file, (value) =>
        changeList(value, edit.path, (list, at) => ok(moved(list, at, edit.by))),
      );
    case 'drop':
      return changeFile(draft, edit.file, (value) =>
        changeList(value, edit.path, (list, at) => ok(list.toSpliced(at, 1))),
      );
    case 'text':
      return writeText(draft, edit);
    case 'note':
      return writeNote(draft, edit.key, edit.text);
    case 'add-scene':
      return addScene(draft, edit);
    case 'drop-scene':
      return dropScene(draft, edit.scene);
    case 'add-language':
      return addLanguage(draft, edit.language);
    case 'drop-language':
      return dropLanguage(draft, edit.language);
    case 'drop-workplace':
      return dropWorkplace(draft, edit.place);
    case 'copy-block':
      return copyBlock(draft, edit);
    case 'medium':
      return ok(withMedium(draft, edit));
  }
}

function addTo(list: unknown, { value, behind }: EditOf<'add'>): Result<unknown, EditRefusal> {
  const entries: readonly unknown[] = Array.isArray(list) ? list : [];
  const at = behind === null ? -1 : placeIn(entries, behind);
  if (behind !== null && at < 0) return refuse({ type: 'Lost' });
  return ok(entries.toSpliced(at + 1, 0, value));
}

function moved(list: readonly unknown[], at: number, by: -1 | 1): readonly unknown[] {
  const to = Math.min(Math.max(at + by, 0), list.length - 1);
  return list.toSpliced(at, 1).toSpliced(to, 0, list[at]);
}

function addScene(draft: CourseDraft, { id, behind, block }: EditOf<'add-scene'>): Edited {
  if (draft.source.scenes.has(id)) return refuse({ type: 'NameUsed' });
  const listed = changeFile(draft, 'course.yaml', (value) =>
    changeAt(value, ['outline'], (list) => addTo(list, { type: 'add', file: '', path: [], value: id, behind })),
  );
  const numbers = new Set([...draft.folder.files.keys()].map((file) => /^scenes\/(\d\d)-/.exec(file)?.[1]));
  const free = Array.from({ length: 99 }, (_none, at) => String(at + 1).padStart(2, '0')).find(
    (no) => !numbers.has(no),
  );
  if (!listed.ok || free === undefined) return listed.ok ? refuse({ type: 'OutOfShape' }) : listed;
  const scene = { minutes: 2, objectives: [], required: true, blocks: [block] };
  return writeFile(listed.value, `scenes/${free}-${id}.yaml`, scene);
}

/** Takes a scene out with what only it fulfilled in the rule of the course. */
function dropScene(draft: CourseDraft, scene: string): Edited {
  const { scenes, course } = draft.source;
  const [, found] = [...scenes].find(([id]) => id === scene) ?? [];
  if (found === undefined) return refuse({ type: 'Lost' });
  const isOf = (clause: CourseSource['course']['rule'][number]): boolean =>
    ('seen' in clause && clause.seen === scene) || ('decided' in clause && clause.in === scene);
  const unlisted = changeFile(draft, 'course.yaml', (value) => {
    const outline = course.outline.filter((id) => id !== scene);
    const shorter = changeAt(value, ['outline'], () => ok(outline));
    const rule = course.rule.filter((clause) => !isOf(clause));
    return shorter.ok ? changeAt(shorter.value, ['rule'], () => ok(rule)) : shorter;
  });
  return unlisted.ok ? writeFile(unlisted.value, found.file, null) : unlisted;
}

function copyBlock(draft: CourseDraft, { scene, block, id }: EditOf<'copy-block'>): Edited {
  const found = draft.source.scenes.get(scene);
  const original = found?.blocks.find((one) => one.id === block);
  if (found === undefined || original === undefined) return refuse({ type: 'Lost' });
  const copy = { ...original, id };
  let copied = changeFile(draft, found.file, (value) =>
    changeAt(value, ['blocks'], (list) => addTo(list, { type: 'add', file: '', path: [], value: copy, behind: block })),
  );
  const withCopies = (words: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
    const texts = blockKeys(draft.source, scene, original).flatMap(({ key }) => {
      const text = words[key];
      return text === undefined ? [] : [[key.replace(`${scene}.${block}.`, `${scene}.${id}.`), text] as const];
    });
    return { ...words, ...Object.fromEntries(texts) };
  };
  for (const [language, words] of draft.source.texts) {
    if (!copied.ok) return copied;
    copied = writeFile(copied.value, `text/${language}.yaml`, withCopies(words));
  }
  return copied.ok ? ok(withNotes(copied.value, withCopies(readNotes(draft) ?? {}))) : copied;
}

function withMedium({ folder, source }: CourseDraft, { name, bytes, addresses }: EditOf<'medium'>): CourseDraft {
  const media = new Map(folder.media);
  if (bytes === null) media.delete(name);
  else media.set(name, { bytes, addresses });
  return { folder: { ...folder, media }, source: { ...source, mediaThere: media } };
}

/** Notes on texts that nobody asks for any more go with them. */
function withoutNotes(draft: CourseDraft, unasked: readonly { readonly key: string }[]): CourseDraft {
  const notes = readNotes(draft) ?? {};
  const gone = new Set(unasked.map(({ key }) => key).filter((key) => Object.hasOwn(notes, key)));
  if (gone.size === 0) return draft;
  return withNotes(draft, Object.fromEntries(Object.entries(notes).filter(([key]) => !gone.has(key))));
}

/** After a step on the structure: nothing has a name that was given up, and what nobody asks for any more is gone. */
function settle(before: CourseDraft, after: CourseDraft): Edited {
  const [old, now] = [partNames(before.source), partNames(after.source)];
  const used = after.source.retired.some((name) => now.has(name) && !old.has(name));
  if (used) return refuse({ type: 'NameUsed' });
  const asked = new Set(textKeys(after.source).map(({ key }) => key));
  const unasked = textKeys(before.source).filter(({ key }) => !asked.has(key));
  let settled: Edited = ok(withoutNotes(after, unasked));
  for (const language of after.source.texts.keys()) {
    const words = settled.value.source.texts.get(language) ?? {};
    const gone = unasked.filter(({ key }) => Object.hasOwn(words, key)).map(({ key }) => key);
    if (gone.length === 0) continue;
    const left = Object.fromEntries(Object.entries(words).filter(([key]) => !gone.includes(key)));
    settled = writeFile(settled.value, `text/${language}.yaml`, left);
    if (!settled.ok) return settled;
  }
  const retired = [...new Set([...after.source.retired, ...[...old].filter((name) => !now.has(name))])].toSorted();
  if (retired.length === after.source.retired.length) return settled;
  return writeFile(settled.value, 'retired.yaml', retired);
}
