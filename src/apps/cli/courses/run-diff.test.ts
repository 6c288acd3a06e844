import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { civilDate } from '#platform/base';
import { run } from '../commands/course.ts';
import { checkCourseFolder } from './check-course-folder.ts';

const sample = join(import.meta.dirname, '../../../../content/courses/recognising-trafficking');
let root = '';
let original = '';
let adapted = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'baken-fork-'));
  original = join(root, 'content/courses/recognising-trafficking');
  adapted = join(root, 'content/courses/seeing-trafficking');
  mkdirSync(join(root, 'content/courses'), { recursive: true });
  cpSync(sample, original, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

/** The command as it is called in the folder of the project, with what it answers. */
function fork(...words: string[]): { readonly status: number | null; readonly out: string } {
  const main = join(import.meta.dirname, '../main.ts');
  const done = spawnSync(process.execPath, [main, 'course', 'fork', ...words], { cwd: root, encoding: 'utf8' });
  return { status: done.status, out: done.stdout };
}

interface Told {
  readonly status: number;
  readonly units?: readonly (string | { readonly unit: string; readonly state: string; readonly later: boolean })[];
  readonly open?: number;
}

async function diff(...words: string[]): Promise<Told> {
  let out = '';
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out += String(chunk);
    return true;
  });
  try {
    const status = await run(['diff', '--course', adapted, '--upstream', original, '--json', ...words]);
    return { ...(JSON.parse(out) as Omit<Told, 'status'>), status };
  } finally {
    written.mockRestore();
  }
}
const edit = (folder: string, file: string, from: string, to: string): void => {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(from);
  writeFileSync(path, before.replace(from, to));
};
const read = (folder: string, file: string) =>
  parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;

test('an adaptation begins with the files, the credit and the licence of its original, and with nobody’s signature', async () => {
  const begun = fork(
    '--from',
    'recognising-trafficking',
    '--as',
    'seeing-trafficking',
    '--by',
    'Harbour Society',
    '--json',
  );
  expect(begun.status).toBe(0);
  expect(read(adapted, 'course.yaml')).toMatchObject({
    id: 'seeing-trafficking',
    version: '0.1.0',
    licence: 'CC-BY-SA-4.0',
    credit: ['Baken contributors', 'Harbour Society'],
    lineage: { original: 'recognising-trafficking', by: 'Harbour Society', credit: ['Baken contributors'] },
  });
  expect(read(adapted, 'review.yaml')).toMatchObject({ signed: [] });
  expect(await run(['check', adapted])).toBe(0);
  expect(await diff()).toEqual({ status: 0, units: [], open: 0 });
});

test('what may not be adapted, or is there already, is refused and leaves nothing behind', () => {
  const words = ['--from', 'recognising-trafficking', '--by', 'Harbour Society', '--as'];
  expect(fork(...words, 'seeing-trafficking').status).toBe(2);
  expect(fork(...words, '../elsewhere').status).toBe(2);
  edit(original, 'course.yaml', 'CC-BY-SA-4.0', 'CC-BY-ND-4.0');
  const refused = fork(...words, 'third');
  edit(original, 'course.yaml', 'CC-BY-ND-4.0', 'CC-BY-SA-4.0');
  expect([refused.status, refused.out]).toMatchObject([2, expect.stringContaining('allows no adaptation')]);
  expect(existsSync(join(root, 'content/courses/third'))).toBe(false);
});

test('what changed on either side is told by unit, and is taken, kept or put off', async () => {
  edit(original, 'text/en.yaml', 'title: Recognising human trafficking', 'title: Recognising trafficking');
  edit(original, 'text/nl.yaml', 'title: Mensenhandel herkennen', 'title: Mensenhandel zien');
  edit(adapted, 'text/nl.yaml', 'title: Mensenhandel herkennen', 'title: Uitbuiting herkennen');
  edit(adapted, 'text/en.yaml', 'people.you: You', 'people.you: Yourself');
  edit(original, 'slots.yaml', 'advice: { kind: advice, review: 6 }', 'advice: { kind: advice, review: 3 }');
  const told = await diff();
  expect(told).toEqual({
    status: 1,
    units: [
      { unit: 'slot:advice', state: 'theirs', later: false },
      { unit: 'text:en:people.you', state: 'ours', later: false },
      { unit: 'text:en:title', state: 'theirs', later: false },
      { unit: 'text:nl:title', state: 'both', later: false },
    ],
    open: 3,
  });
  expect(await diff('--take', 'text:en:title,slot:*')).toMatchObject({
    status: 0,
    units: ['slot:advice', 'text:en:title'],
  });
  expect(read(adapted, 'text/en.yaml')).toMatchObject({ title: 'Recognising trafficking', 'people.you': 'Yourself' });
  expect(readFileSync(join(adapted, 'slots.yaml'), 'utf8')).toMatch(/^# Places/);
  expect(await diff('--later', 'text:nl:title')).toMatchObject({ status: 0 });
  expect(await diff()).toMatchObject({
    status: 0,
    units: [{ unit: 'text:en:people.you' }, { unit: 'text:nl:title', state: 'both', later: true }],
  });
  expect(await diff('--keep', 'text:nl:title')).toMatchObject({ status: 0 });
  expect(await diff()).toMatchObject({
    units: [
      { unit: 'text:en:people.you', state: 'ours' },
      { unit: 'text:nl:title', state: 'ours', later: false },
    ],
  });
  expect(read(adapted, 'text/nl.yaml')).toMatchObject({ title: 'Uitbuiting herkennen' });
  expect((await diff('--take', 'text:en:nothing')).status).toBe(2);
});

test('a block that is new in the original comes to its place with its texts, and one that went goes', async () => {
  const scene = 'scenes/03-people.yaml';
  const first = (read(original, scene)['blocks'] as { id: string }[])[0]?.id ?? '';
  edit(original, 'course.yaml', 'budget: 35', 'budget: 36');
  edit(original, scene, 'blocks:\n', 'blocks:\n  - { id: opening, type: text }\n');
  for (const language of ['en', 'nl'])
    writeFileSync(
      join(original, `text/${language}.yaml`),
      `${readFileSync(join(original, `text/${language}.yaml`), 'utf8')}people.opening.body: Two people.\n`,
    );
  expect((await diff()).units).toEqual(
    expect.arrayContaining([
      { unit: 'block:people.opening', state: 'added', later: false },
      { unit: 'scene:people', state: 'theirs', later: false },
      { unit: 'text:en:people.opening.body', state: 'added', later: false },
    ]),
  );
  // A block without its words is told, and nothing is undone: the words can still be taken.
  expect((await diff('--take', 'block:people.opening')).status).toBe(1);
  expect((await diff('--take', 'text:*,scene:people,course.budget')).status).toBe(0);
  const ids = (read(adapted, scene)['blocks'] as { id: string }[]).map(({ id }) => id);
  expect(ids.slice(0, 2)).toEqual(['opening', first]);
  edit(original, scene, '  - { id: opening, type: text }\n', '');
  for (const language of ['en', 'nl'])
    edit(original, `text/${language}.yaml`, 'people.opening.body: Two people.\n', '');
  expect((await diff('--take', 'block:people.opening,text:*,scene:people')).status).toBe(0);
  expect((await diff()).open).toBe(0);
  expect((read(adapted, scene)['blocks'] as { id: string }[])[0]?.id).toBe(first);
  // Its name is written down, so that it never comes to mean something else.
  expect(parse(readFileSync(join(adapted, 'retired.yaml'), 'utf8'))).toEqual(['people.opening']);
  const written = readFileSync(join(adapted, scene), 'utf8');
  edit(adapted, scene, 'blocks:\n', 'blocks:\n  - { id: opening, type: text }\n');
  expect(checkCourseFolder(adapted, civilDate('2026-11-27')).map(({ code }) => code)).toContain('name-used-again');
  writeFileSync(join(adapted, scene), written);
});

test('another course than the original, or none, is refused', async () => {
  expect((await diff('--upstream', adapted)).status).toBe(2);
  expect((await diff('--course', original)).status).toBe(2);
  expect((await diff('--take', 'a', '--keep', 'b')).status).toBe(2);
});
