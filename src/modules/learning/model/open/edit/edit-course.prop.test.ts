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
import { freshCourse } from './fresh-course.ts';
import { isSigned } from './is-signed.ts';
import { keepsFromPlaying } from './keeps-from-playing.ts';
import { offeredClauses, ruleWith } from './offered-clauses.ts';
import { readNotes } from './translator-notes.ts';
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
    { type: 'add-language', language: ['ar', 'uk'][pick(2)] ?? 'ar' },
    { type: 'drop-language', language: ['nl', 'ar', 'en'][pick(3)] ?? 'nl' },
    { type: 'drop-workplace', place: source.course.audience[pick(5)] ?? 'nowhere' },
    { type: 'put', file: 'course.yaml', path: ['rule'], value: offeredClauses(source).map(({ clause }) => clause) },
    { type: 'medium', name: 'desk-talk.svg', bytes: pick(2) === 0 ? null : 40, addresses: [] },
    { type: 'note', key, text: pick(3) === 0 ? null : 'Said by Imani: with a smile.' },
  ];
  return edits[kind % edits.length] ?? expect.unreachable('no such step');
}

const steps = fc.array(fc.tuple(fc.nat(22), fc.array(fc.nat(), { minLength: 12, maxLength: 12 })), {
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
          for (const words of [...after.source.texts.values(), readNotes(after) ?? {}])
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

  test('a note on a text is written in the folder for translators, goes along with a copy, and goes with the text', () => {
    const [scene, { file, blocks }] = [...small.source.scenes][0] ?? expect.unreachable();
    const [block] = blocks.filter(({ type }) => type === 'text');
    const key = `${scene}.${block?.id ?? ''}.body`;
    const noted = expectOk(applyEdit(small, { type: 'note', key, text: 'Meant kindly.' }));
    expect(noted.source).toEqual(small.source);
    expect(noted.folder.files.get('text/en.notes.yaml')).toBe(`${key}: Meant kindly.\n`);
    const by = { ...noted, folder: { ...noted.folder, files: new Map(noted.folder.files) } };
    by.folder.files.set('text/en.notes.yaml', `# For Dutch.\n${key}: Meant kindly.\n`);
    const changed = expectOk(applyEdit(by, { type: 'note', key: 'title', text: 'As on the poster.' }));
    expect(changed.folder.files.get('text/en.notes.yaml')).toBe(
      `# For Dutch.\n${key}: Meant kindly.\ntitle: As on the poster.\n`,
    );
    const id = freshId(noted.source, `${scene}.`, 'copied');
    const twice = expectOk(
      applyEdit(noted, { type: 'copy-block', scene, block: block?.id ?? expect.unreachable(), id }),
    );
    expect(readNotes(twice)).toEqual({ [key]: 'Meant kindly.', [`${scene}.${id}.body`]: 'Meant kindly.' });
    const once = expectOk(applyEdit(twice, { type: 'drop', file, path: ['blocks', block?.id ?? ''] }));
    expect(readNotes(once)).toEqual({ [`${scene}.${id}.body`]: 'Meant kindly.' });
    const none = expectOk(applyEdit(noted, { type: 'note', key, text: null }));
    expect([...none.folder.files.keys()]).toEqual([...small.folder.files.keys()]);
    const note = (about: string, text: string) => applyEdit(noted, { type: 'note', key: about, text });
    expect(note('desk.gone.body', 'x')).toMatchObject({ refusal: { type: 'Lost' } });
    expect(note(key, '')).toMatchObject({ refusal: { type: 'OutOfShape' } });
    by.folder.files.set('text/en.notes.yaml', '[not, notes]');
    expect(applyEdit(by, { type: 'note', key, text: 'x' })).toMatchObject({ refusal: { type: 'OutOfShape' } });
    expect(
      expectOk(applyEdit(by, { type: 'drop', file, path: ['blocks', block?.id ?? ''] })).folder.files,
    ).toContainEqual(['text/en.notes.yaml', '[not, notes]']);
  });

  test('a language that is added has every key, each found missing, and is gone without a trace when it is dropped', () => {
    const added = expectOk(applyEdit(small, { type: 'add-language', language: 'ar' }));
    const missing = checkCourse(added.source, today).filter(
      ({ code, file }) => code === 'key-missing' && file === 'text/ar.yaml',
    );
    expect(missing.map(({ path }) => path[0]).toSorted()).toEqual(
      textKeys(small.source)
        .map(({ key }) => key)
        .toSorted(),
    );
    const written = expectOk(
      applyEdit(added, { type: 'text', language: 'ar', key: 'title', text: 'عنوان', hash, on: today }),
    );
    expect(written.folder.files.get('text/ar.yaml')).toBe('title: عنوان\n');
    expect(applyEdit(written, { type: 'add-language', language: 'ar' })).toMatchObject({
      refusal: { type: 'NameUsed' },
    });
    const dropped = expectOk(applyEdit(written, { type: 'drop-language', language: 'ar' }));
    expect(dropped.source).toEqual(small.source);
    expect([...dropped.folder.files.keys()]).toEqual([...small.folder.files.keys()]);
    expect(applyEdit(small, { type: 'drop-language', language: 'en' })).toMatchObject({ refusal: { type: 'Lost' } });
  });

  test('a workplace that is dropped is named nowhere, and stays while something is shown there alone', () => {
    const [place, other] = small.source.course.audience;
    const [scene, { file, blocks }] = [...small.source.scenes][0] ?? expect.unreachable();
    const path = ['blocks', blocks[0]?.id ?? '', 'when'];
    const shownAt = (...workplace: unknown[]) =>
      expectOk(applyEdit(small, { type: 'put', file, path, value: { workplace } }));
    const drop: CourseEdit = { type: 'drop-workplace', place: place ?? '' };
    expect(applyEdit(shownAt(place), drop)).toMatchObject({ refusal: { type: 'StillUsed' } });
    const { source } = expectOk(applyEdit(shownAt(place, other), drop));
    expect(source.course.audience).not.toContain(place);
    expect(source.scenes.get(scene)?.blocks[0]?.when).toEqual({ workplace: [other] });
    expect(source.retired).toContain(`audience.${place ?? ''}`);
  });

  test('what may count is offered in the order of the rule, and a rule is written by taking it out and putting it in', () => {
    const offered = offeredClauses(whole.source);
    expect(offered.filter(({ chosen }) => chosen).map(({ clause }) => clause)).toEqual(whole.source.course.rule);
    fc.assert(
      fc.property(fc.array(fc.nat(offered.length - 1), { minLength: 1, maxLength: 12 }), (toggled) => {
        let { source } = whole;
        for (const at of toggled) {
          const now = offeredClauses(source);
          const one = now[at] ?? expect.unreachable();
          const rule = [...ruleWith(now, one, one.chosen ? null : one.clause)];
          source = { ...source, course: { ...source.course, rule } };
        }
        const counts = offered.map(
          ({ chosen }, at) => (toggled.filter((one) => one === at).length % 2 === 0) === chosen,
        );
        expect(source.course.rule).toHaveLength(counts.filter(Boolean).length);
        expect(offeredClauses(source).map(({ chosen }) => chosen)).toEqual(counts);
        // Whoever may write it may also meet it: nothing is offered that cannot be done.
        expect(checkCourse(source, today).filter(({ code }) => code === 'rule-unmet')).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('a signed version stays as it was read until its number is raised, and cannot be gone back to', () => {
    const { version } = whole.source.course;
    const one = { version, language: 'en', role: 'law', date: '2026-11-20', remark: 'Read.' };
    const sign = (value: unknown): CourseEdit => ({ type: 'put', file: 'review.yaml', path: ['signed'], value });
    const raise = (value: string): CourseEdit => ({ type: 'put', file: 'course.yaml', path: ['version'], value });
    // That a group is waited for is no signature.
    const waiting = { ...one, role: 'survivors', waiting: true };
    expect(isSigned(expectOk(applyEdit(small, sign([waiting]))).source)).toBe(false);
    const signed = {
      ...small,
      source: { ...small.source, review: { ...small.source.review, signed: [{ ...one, role: 'law' as const }] } },
    };
    expect(isSigned(signed.source)).toBe(true);
    fc.assert(
      fc.property(fc.nat(22), fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (kind, numbers) => {
        let at = 0;
        const edit = stepOn(signed, kind, (many) => (numbers[(at += 1) % numbers.length] ?? 0) % Math.max(1, many));
        expect(applyEdit(signed, edit)).toEqual({ ok: false, refusal: { type: 'Signed' } });
      }),
    );
    const raised = expectOk(applyEdit(signed, raise('0.3.1')));
    const written = expectOk(
      applyEdit(raised, { type: 'text', language: 'en', key: 'title', text: 'Other', hash, on: today }),
    );
    expect(applyEdit(written, raise(version))).toEqual({ ok: false, refusal: { type: 'Signed' } });
  });

  test('a course from nothing can be read, and lacks nothing but texts and what is still to be written', () => {
    const files = freshCourse({ shortName: 'first-steps', title: 'First steps', language: 'nl', by: 'Harbour House' });
    const { source, folder } = expectOk(openDraft({ files, media: new Map() }));
    expect(source.course).toMatchObject({ id: 'first-steps', credit: ['Harbour House'], rule: [{ seen: 'start' }] });
    const codes = new Set(checkCourse(source, today).map(({ code }) => code));
    expect([...codes].filter((code) => !['key-missing', 'minutes-off', 'support-missing'].includes(code))).toEqual([]);
    const scene: CourseEdit = {
      type: 'add-scene',
      id: freshId(source, '', 'scene'),
      behind: 'start',
      block: { id: freshId(source, '', 'text'), type: 'text' },
    };
    expect(expectOk(applyEdit({ folder, source }, scene)).source.course.outline).toEqual(['start', 'scene']);
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
