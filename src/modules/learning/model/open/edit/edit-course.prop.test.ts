import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { civilDate, expectOk } from '#platform/base';
import { mediumThere } from '../folder/medium-there.ts';
import { partNames } from '../folder/part-names.ts';
import { readFolder } from '../folder/read-folder.ts';
import { releaseCourse } from '../release/release-course.ts';
import { checkCourse } from '../source/check-course.ts';
import { textKeys } from '../source/text-keys.ts';
import { applyEdit } from './apply-edit.ts';
import { openDraft, type CourseDraft } from './course-draft.ts';
import type { CourseEdit } from './course-edit.ts';
import { blockTypes, freshBlock } from './fresh-block.ts';
import { freshId, freshLetter } from './fresh-id.ts';
import { keepsFromPlaying } from './keeps-from-playing.ts';
import { writeYaml } from './write-yaml.ts';

const root = join(import.meta.dirname, '../../../../../../content/courses/recognising-trafficking');
const today = civilDate('2026-11-27');
const hash = 'A'.repeat(43);

function courseOnDisk(): CourseDraft {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const texts = paths.filter((path) => !path.endsWith('.svg'));
  const media = paths.filter((path) => path.endsWith('.svg')).map((path) => path.slice('media/'.length));
  const read = (path: string) => readFileSync(join(root, path));
  return expectOk(
    openDraft({
      files: new Map(texts.map((path) => [path, read(path).toString('utf8')])),
      media: new Map(media.map((name) => [name, mediumThere(name, Uint8Array.from(read(`media/${name}`)))])),
    }),
  );
}

const whole = courseOnDisk();
/** The same course with three of its scenes: what follows is done often. */
const small = [...whole.source.scenes.keys()]
  .filter((id) => !['before', 'people', 'desk'].includes(id))
  .reduce((draft, scene) => expectOk(applyEdit(draft, { type: 'drop-scene', scene })), whole);

/** One of the steps that the screens offer, on whatever the draft holds by now. */
function stepOn({ source }: CourseDraft, kind: number, pick: (many: number) => number): CourseEdit {
  const scenes = [...source.scenes];
  const [sceneId, scene] = scenes[pick(scenes.length)] ?? expect.unreachable('no scene');
  const block = scene.blocks[pick(scene.blocks.length)] ?? expect.unreachable('no block');
  const { file } = scene;
  const type = blockTypes[pick(blockTypes.length)] ?? 'text';
  const fresh = freshBlock(source, type, freshId(source, `${sceneId}.`, type));
  const keys = textKeys(source);
  const key = keys[pick(keys.length)]?.key ?? 'title';
  const language = pick(2) === 0 ? 'en' : 'nl';
  const options = block.type === 'check' ? block.options : [];
  const letter = freshLetter(source, `${sceneId}.${block.id}.options.`);
  const edits: readonly CourseEdit[] = [
    { type: 'add', file, path: ['blocks'], value: fresh ?? { id: 'x', type: 'nothing' }, behind: block.id },
    { type: 'move', file, path: ['blocks', block.id], by: pick(2) === 0 ? -1 : 1 },
    { type: 'drop', file, path: ['blocks', block.id] },
    { type: 'copy-block', scene: sceneId, block: block.id, id: freshId(source, `${sceneId}.`, block.id) },
    { type: 'text', language, key, text: 'A word, **strong**.\n\n- a point\n- another', hash, on: today },
    { type: 'text', language, key, text: pick(2) === 0 ? '# no title' : null, hash, on: today },
    { type: 'put', file, path: ['minutes'], value: 1 + pick(20) },
    { type: 'put', file, path: ['blocks', block.id, 'objectives'], value: pick(2) === 0 ? ['O9'] : undefined },
    {
      type: 'add-scene',
      id: freshId(source, '', 'scene'),
      behind: sceneId,
      block: { id: freshId(source, '', 'text'), type: 'text' },
    },
    { type: 'drop-scene', scene: sceneId },
    { type: 'move', file: 'course.yaml', path: ['outline', sceneId], by: 1 },
    { type: 'add', file, path: ['blocks', block.id, 'options'], value: { id: letter }, behind: null },
    { type: 'drop', file, path: ['blocks', block.id, 'options', options[pick(options.length || 1)]?.id ?? 'z'] },
    { type: 'put', file, path: ['blocks', block.id, 'kind'], value: ['single', 'multiple', 'match'][pick(3)] },
    { type: 'put', file: 'glossary.yaml', path: ['consent'], value: undefined },
    { type: 'put', file: 'slots.yaml', path: ['note-place'], value: undefined },
    { type: 'put', file, path: ['blocks', 'talk', 'start'], value: 'nowhere' },
    { type: 'medium', name: 'desk-talk.svg', bytes: pick(2) === 0 ? null : 40, addresses: [] },
  ];
  return edits[kind % edits.length] ?? expect.unreachable('no such step');
}

const steps = fc.array(fc.tuple(fc.nat(17), fc.array(fc.nat(), { minLength: 12, maxLength: 12 })), {
  minLength: 1,
  maxLength: 6,
});

function walk(
  found: readonly (readonly [number, readonly number[]])[],
  each: (before: CourseDraft, after: CourseDraft) => void,
) {
  let draft = small;
  for (const [kind, numbers] of found) {
    let at = 0;
    const pick = (many: number): number => (numbers[(at += 1) % numbers.length] ?? 0) % Math.max(1, many);
    const done = applyEdit(draft, stepOn(draft, kind, pick));
    if (!done.ok) continue;
    each(draft, done.value);
    draft = done.value;
  }
  return draft;
}

describe('editing a course', () => {
  test('opened and given back, every file is as it was, and the course has no error', () => {
    expect(checkCourse(whole.source, today)).toEqual([]);
    for (const [file, text] of whole.folder.files)
      if (file.endsWith('.yaml')) expect(parse(writeYaml(text, parse(text)))).toEqual(parse(text));
  });

  test('whatever is done, the files say what the draft says', () => {
    fc.assert(
      fc.property(steps, (found) => {
        const { folder, source } = walk(found, () => undefined);
        const read = readFolder(folder);
        expect(read.ok && read.source).toEqual(source);
      }),
      { numRuns: 15 },
    );
  });

  test('what was taken away never comes back under its name, and goes with its texts in every language', () => {
    fc.assert(
      fc.property(steps, (found) => {
        const gone = new Set<string>();
        walk(found, (before, after) => {
          const now = partNames(after.source);
          for (const name of partNames(before.source)) if (!now.has(name)) gone.add(name);
          expect([...gone].filter((name) => now.has(name))).toEqual([]);
          expect([...gone].filter((name) => !after.source.retired.includes(name))).toEqual([]);
          const asked = new Set(textKeys(after.source).map(({ key }) => key));
          for (const words of after.source.texts.values())
            expect(Object.keys(words).filter((key) => !asked.has(key))).toEqual([]);
        });
      }),
      { numRuns: 15 },
    );
  });

  test('what cannot be put together has a finding that says so', () => {
    fc.assert(
      fc.property(steps, (found) => {
        const { source } = walk(found, () => undefined);
        const findings = checkCourse(source, today);
        for (const language of ['en', 'nl']) {
          if (keepsFromPlaying(findings, language).length > 0) continue;
          const media = new Map([...source.mediaThere.keys()].map((name) => [name, `/${name}`]));
          expect(releaseCourse(source, language, { digest: 'd', media }).language).toBe(language);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('a name that was given up is refused, also where somebody names it by hand', () => {
    const file = small.source.scenes.get([...small.source.scenes.keys()][0] ?? expect.unreachable())?.file ?? '';
    const blocks = parse(small.folder.files.get(file) ?? '') as { blocks: { id: string }[] }; // Read by the schema a moment ago.
    const id = blocks.blocks.at(-1)?.id ?? '';
    const without = expectOk(applyEdit(small, { type: 'drop', file, path: ['blocks', id] }));
    const again: CourseEdit = { type: 'add', file, path: ['blocks'], value: { id, type: 'text' }, behind: null };
    expect(applyEdit(without, again)).toEqual({ ok: false, refusal: { type: 'NameUsed' } });
  });

  test('a changed sentence leaves a mark on its translations, and goes when somebody has looked', () => {
    const key = 'before.welcome.body';
    const old = small.source.texts.get('en')?.[key];
    const english = { type: 'text', language: 'en', key, text: 'Another sentence.', hash, on: today } as const;
    const changed = expectOk(applyEdit(small, english));
    const states = (draft: CourseDraft): unknown => JSON.parse(draft.folder.files.get('text/nl.state.json') ?? '{}');
    expect(states(changed)).toMatchObject({ [key]: { from: old, hash } });
    const dutch = { ...english, language: 'nl', text: 'Een andere zin.' };
    expect(states(expectOk(applyEdit(changed, dutch)))).toMatchObject({ [key]: { from: 'Another sentence.' } });
  });

  test('comments and the order of keys stay, and a list in one line stays in one', () => {
    const before = '# On top.\nid: a # here\nlist: [one, two]\nrows:\n  - { id: b, x: 1 }\n  # of c\n  - { id: c }\n';
    const after = writeYaml(before, {
      id: 'z',
      list: ['two', 'three'],
      rows: [{ id: 'c' }, { id: 'b', x: 2 }],
      more: true,
    });
    expect(after).toBe(
      '# On top.\nid: z # here\nlist: [two, three]\nrows:\n  # of c\n  - { id: c }\n  - { id: b, x: 2 }\nmore: true\n',
    );
  });

  test('any value can be written over any other, and is read again as it was', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (one, other) => {
        const text = writeYaml(writeYaml(null, { of: one }), { of: other });
        // Through JSON, which knows no zero below zero.
        expect(JSON.parse(JSON.stringify(parse(text)))).toEqual(JSON.parse(JSON.stringify({ of: other })));
      }),
      { numRuns: 200 },
    );
  });
});
