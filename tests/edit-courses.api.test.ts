import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { draftRoutes, zipPackage } from '#modules/learning';
import { folderCaps } from '../src/modules/learning/model/open/folder/course-folder.ts';
import { buildCourses } from '../src/apps/cli/courses/build-courses.ts';
import { checkCourseFolder } from '../src/apps/cli/courses/check-course-folder.ts';
import { courseDigest, hashPictures } from '../src/apps/cli/courses/course-digest.ts';
import { readCourse } from '../src/apps/cli/courses/read-course.ts';
import { readLock } from '../src/apps/cli/courses/upstream-lock.ts';
import { civilDate } from '#platform/base';
import { buildZip } from './support/build-zip.ts';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

const content = join(import.meta.dirname, '../content/courses');
const installed = join(content, 'recognising-trafficking');
const today = civilDate('2026-11-27');
let server: TestServer;
let webRoot = '';
let anna: TestPerson;
let clients: Record<'anna' | 'ed' | 'lea', TestClient>;
type DraftId = Parameters<typeof clients.anna.api.call<typeof draftRoutes.readDraft>>[1]['params']['draft'];
const newId = (): DraftId => createId<DraftId>(randomBytes);

beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'baken-built-'));
  for (const { fileName, source } of await buildCourses(content)) {
    mkdirSync(dirname(join(webRoot, fileName)), { recursive: true });
    writeFileSync(join(webRoot, fileName), source);
  }
  server = await startTestServer({ now: new Date('2026-11-27T10:00:00Z'), webRoot });
  clients = { anna: server.connect(), ed: server.connect(), lea: server.connect() };
  anna = await buildFounder(buildParts(clients.anna.api, server.clock), server.foundingCode);
  for (const [handle, role] of [
    ['ed', 'editor'],
    ['lea', 'volunteer'],
  ] as const) {
    const parts = buildParts(clients[handle].api, server.clock);
    anna = (await buildColleague(anna, parts, { handle, roles: [{ role, until: null }] })).inviter;
  }
}, 90_000);
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
  rmSync(webRoot, { recursive: true });
});

type Fork = { readonly id: string; readonly by: string } | null;
const begin = (fork: Fork, draft = newId(), course = 'recognising-trafficking') =>
  clients.ed.api.call(draftRoutes.beginDraft, { params: { draft }, input: { course, fork } });
const read = (draft: DraftId) => clients.ed.api.call(draftRoutes.readDraft, { params: { draft } });
const take = (bytes: Uint8Array, draft = newId()) =>
  clients.ed.api.call(draftRoutes.takeDraft, { params: { draft }, input: Uint8Array.from(bytes) });
const save = (draft: DraftId, version: number, files: Record<string, string | null>) =>
  clients.ed.api.call(draftRoutes.saveDraft, { params: { draft }, input: { version, files, title: 'A title' } });
const versionOf = async (draft: DraftId): Promise<number> => expectOk(await read(draft)).version;
const put = async (draft: DraftId, name: string, body: string | Uint8Array, version?: number) =>
  clients.ed.api.call(draftRoutes.putPicture, {
    params: { draft, name },
    query: { version: version ?? (await versionOf(draft)) },
    input: Uint8Array.from(typeof body === 'string' ? Buffer.from(body) : body),
  });

/** Every file of a draft, as it is downloaded. */
async function filesOf(draft: DraftId): Promise<Map<string, string | Uint8Array>> {
  const { files, pictures } = expectOk(await read(draft));
  const found = new Map<string, string | Uint8Array>(Object.entries(files));
  for (const { name } of pictures)
    found.set(
      `media/${name}`,
      expectOk(await clients.ed.api.call(draftRoutes.readPicture, { params: { draft, name } })),
    );
  return found;
}

function onDisk(): Map<string, Uint8Array> {
  const entries = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(installed.length + 1), Uint8Array.from(readFileSync(path))]));
}

function unpack(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'baken-unpacked-'));
  for (const [name, body] of Object.entries(unzipSync(bytes))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), body);
  }
  return folder;
}

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" ${attributes}>${inside}</svg>`;

describe('a draft', () => {
  test('of an installed course, downloaded as it was opened, is the course byte for byte', async () => {
    const draft = newId();
    expectOk(await begin(null, draft));
    const bytes = zipPackage(await filesOf(draft));
    expect(Buffer.from(bytes).equals(Buffer.from(zipPackage(onDisk())))).toBe(true);
    const folder = unpack(bytes);
    expect(checkCourseFolder(folder, today)).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  test('goes out as an archive and comes in again as the same course', async () => {
    const [first, again] = [newId(), newId()];
    expectOk(await begin(null, first));
    const bytes = zipPackage(await filesOf(first));
    expect(expectOk(await take(bytes, again))).toEqual({ taken: true, problems: [] });
    expect(await filesOf(again)).toEqual(await filesOf(first));
    const inFolder = new Map([...onDisk()].map(([path, body]) => [`my-course/${path}`, body]));
    const litter = new Map([...inFolder, ['__MACOSX/my-course/._course.yaml', Buffer.from('x')]]);
    expect(expectOk(await take(zipPackage(litter)))).toMatchObject({ taken: true });
  });

  test('of an adaptation keeps credit, licence and lineage, and knows every unit of its original', async () => {
    const draft = newId();
    expectOk(await begin({ id: 'our-course', by: 'Harbour House' }, draft));
    const folder = unpack(zipPackage(await filesOf(draft)));
    expect(checkCourseFolder(folder, today)).toEqual([]);
    const original = readCourse(installed);
    const ours = readCourse(folder);
    if (!original.ok || !ours.ok) return expect.unreachable('not read');
    const { course } = ours.source;
    expect(course).toMatchObject({ id: 'our-course', version: '0.1.0', licence: 'CC-BY-SA-4.0' });
    expect(course.credit).toEqual(['Baken contributors', 'Harbour House']);
    const digest = await courseDigest(original.source, await hashPictures(installed, original.source));
    expect(course.lineage).toMatchObject({ original: 'recognising-trafficking', digest, by: 'Harbour House' });
    expect(Object.keys(readLock(folder)?.units ?? {}).length).toBeGreaterThan(500);
    expect(ours.source.review.signed).toEqual([]);
    rmSync(folder, { recursive: true });
    const taken = await begin({ id: 'recognising-trafficking', by: 'Harbour House' });
    expect(taken).toMatchObject({ refusal: { type: 'CourseNameTaken' } });
    expect(await begin(null, newId(), 'nothing-here')).toMatchObject({ refusal: { type: 'CourseUnknown' } });
    expect(await begin(null, draft)).toMatchObject({ refusal: { type: 'IdTaken' } });
  });

  test('is changed by whoever has seen its last version, and by nobody else', async () => {
    const draft = newId();
    expectOk(await begin(null, draft));
    expect(expectOk(await save(draft, 0, { 'retired.yaml': '- gone\n' }))).toEqual({ version: 1 });
    // Sent again after a lost answer it is the same step, not another one.
    expect(expectOk(await save(draft, 0, { 'retired.yaml': '- gone\n' }))).toEqual({ version: 1 });
    expect(await save(draft, 0, { 'retired.yaml': '- other\n' })).toMatchObject({ refusal: { type: 'DraftChanged' } });
    expect(expectOk(await read(draft))).toMatchObject({ version: 1, files: { 'retired.yaml': '- gone\n' } });
    expectOk(await save(draft, 1, { 'retired.yaml': null }));
    expect(Object.keys(expectOk(await read(draft)).files)).not.toContain('retired.yaml');
    const large = Object.fromEntries(
      Array.from({ length: 4 }, (_none, at) => [`scenes/7${String(at)}-a.yaml`, 'x'.repeat(480_000)]),
    );
    for (let version = 2; version < 5; version += 1) {
      const files = Object.fromEntries(
        Object.entries(large).map(([path, text]) => [path.replace('7', String(version)), text]),
      );
      expectOk(await save(draft, version, files));
    }
    const files = { ...large };
    expectOk(await save(draft, 5, files));
    const more = Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace('7', '8'), text]));
    expect(await save(draft, 6, more)).toMatchObject({ refusal: { type: 'DraftTooLarge' } });
    expect(expectOk(await read(draft)).version).toBe(6);
  });

  test('is not changed or removed by whoever has not seen its last version: pictures and the draft itself, too', async () => {
    const draft = newId();
    expectOk(await begin(null, draft));
    const drawing = svg('<rect width="1" height="1"/>');
    expect(expectOk(await put(draft, 'new.svg', drawing, 0))).toEqual({ version: 1 });
    // Sent again after a lost answer it is the same step.
    expect(expectOk(await put(draft, 'new.svg', drawing, 0))).toEqual({ version: 1 });
    const changed = { refusal: { type: 'DraftChanged' } };
    expect(await put(draft, 'other.svg', drawing, 0)).toMatchObject(changed);
    const gone = (name: string, version: number) =>
      clients.ed.api.call(draftRoutes.dropPicture, { params: { draft, name }, query: { version } });
    expect(await gone('new.svg', 0)).toMatchObject(changed);
    expect(await save(draft, 0, { 'retired.yaml': '- gone\n' })).toMatchObject(changed);
    const remove = (version: number) =>
      clients.anna.api.call(draftRoutes.removeDraft, { params: { draft }, query: { version } });
    expect(await remove(0)).toMatchObject(changed);
    expect(expectOk(await read(draft)).pictures.map(({ name }) => name)).toContain('new.svg');
    expect(expectOk(await gone('new.svg', 1))).toEqual({ version: 2 });
    expect(expectOk(await read(draft)).pictures.map(({ name }) => name)).not.toContain('new.svg');
    expectOk(await remove(2));
    expect(await remove(2)).toMatchObject({ refusal: { type: 'NotFound' } });
  });

  test('takes a text by its bytes, as an archive does: the largest is kept, and one letter more is refused', async () => {
    const { input } = draftRoutes.saveDraft;
    const takes = (text: string): boolean =>
      input.safeParse({ version: 0, files: { 'text/en.yaml': text }, title: '' }).success;
    fc.assert(
      fc.property(fc.constantFrom('a', 'é', '字', '😀'), fc.integer({ min: -3, max: 3 }), (letter, more) => {
        const text = letter.repeat(Math.floor(folderCaps.file / Buffer.byteLength(letter)) + more);
        expect(takes(text)).toBe(Buffer.byteLength(text) <= folderCaps.file);
      }),
      { numRuns: 60 },
    );
    const draft = newId();
    expectOk(await begin(null, draft));
    const words = (letters: number) => ({ 'slots.yaml': `# ${'字'.repeat(letters)}\n` });
    expect(await save(draft, 0, words(200_000))).toMatchObject({ refusal: { type: 'BodyInvalid' } });
    expectOk(await save(draft, 0, words(166_000)));
    // What was kept can be packed and taken again.
    expect(expectOk(await take(zipPackage(await filesOf(draft))))).toMatchObject({ taken: true });
  });

  test.each(['../course.yaml', 'course.yml', 'scenes/a.yaml', 'media/x.svg', '/etc/passwd', 'text/en.yaml.new'])(
    'has no file %s',
    async (path) => {
      const draft = newId();
      expectOk(await begin(null, draft));
      expect(await save(draft, 0, { [path]: 'x' })).toMatchObject({ refusal: { type: 'BodyInvalid' } });
    },
  );

  test('is in the list with who changed it last, until it is removed', async () => {
    const draft = newId();
    expectOk(await begin(null, draft));
    const list = async () => expectOk(await clients.ed.api.call(draftRoutes.listDrafts, {}));
    const { installed: courses, drafts } = await list();
    expect(courses).toMatchObject([{ id: 'recognising-trafficking', titles: { nl: expect.any(String) } }]);
    expect(drafts.find(({ id }) => id === draft)).toMatchObject({ title: 'Recognising human trafficking', version: 0 });
    expectOk(await clients.ed.api.call(draftRoutes.removeDraft, { params: { draft }, query: { version: 0 } }));
    expect((await list()).drafts.find(({ id }) => id === draft)).toBeUndefined();
    expect(await read(draft)).toMatchObject({ refusal: { type: 'NotFound' } });
    expect(await save(draft, 0, {})).toMatchObject({ refusal: { type: 'NotFound' } });
  });

  test('begins with a course that is there, and with nothing else of the build', async () => {
    for (const name of ['courses', 'nowhere'])
      expect(await begin(null, newId(), name)).toMatchObject({ refusal: { type: 'CourseUnknown' } });
    // The texts for authors, answers among them, are given to authors alone.
    const answer = await clients.lea.fetch(`${server.address}/sources/recognising-trafficking.json`, {
      method: 'GET',
      headers: {},
    });
    expect(answer.status).toBe(404);
  });

  test('is for whoever writes courses', async () => {
    const draft = newId();
    expectOk(await begin(null, draft));
    const { api } = clients.lea;
    const refused = { refusal: { type: 'NotPermitted' } };
    expect(await api.call(draftRoutes.listDrafts, {})).toMatchObject(refused);
    expect(await api.call(draftRoutes.readDraft, { params: { draft } })).toMatchObject(refused);
    expect(await api.call(draftRoutes.removeDraft, { params: { draft }, query: { version: 0 } })).toMatchObject(
      refused,
    );
    expectOk(await clients.anna.api.call(draftRoutes.readDraft, { params: { draft } }));
  });
});

describe('archives and pictures from elsewhere', () => {
  const course = (): { name: string; data: string | Buffer }[] =>
    [...onDisk()].map(([name, data]) => ({ name, data: Buffer.from(data) }));
  const but = (name: string, data: string | Buffer) => [...course().filter((one) => one.name !== name), { name, data }];
  test.each([
    ['no archive', () => Buffer.from('no archive at all'), 'not-a-zip'],
    ['nothing', () => Buffer.alloc(0), 'not-a-zip'],
    ['a way out', () => buildZip([...course(), { name: '../course.yaml', data: 'x' }]), 'unsafe-path'],
    ['no course in it', () => buildZip([{ name: 'a.html', data: 'x' }]), 'no-course'],
    ['a program beside it', () => buildZip([...course(), { name: 'run.sh', data: 'x' }]), 'file-unknown'],
    ['a picture of another kind', () => buildZip([...course(), { name: 'media/a.jpg', data: 'x' }]), 'file-unknown'],
    ['a drawing that runs', () => buildZip(but('media/desk-talk.svg', svg('<script>1</script>'))), 'picture-unsafe'],
    ['a text that is none', () => buildZip(but('glossary.yaml', Buffer.from([0xff, 0xfe, 0]))), 'file-no-text'],
    ['a text that is no YAML', () => buildZip(but('glossary.yaml', 'a: [')), 'yaml-malformed'],
    ['a text that never ends', () => buildZip(but('glossary.yaml', `a: ${'['.repeat(100_000)}`)), 'yaml-malformed'],
    [
      'a text out of shape',
      () => buildZip(but('slots.yaml', 'emergency: { kind: other, review: 1 }')),
      'shape-malformed',
    ],
    ['a scene with another name', () => buildZip([...course(), { name: 'scenes/a.yaml', data: 'x' }]), 'file-unknown'],
    ['a text that is too large', () => buildZip(but('slots.yaml', '#'.repeat(600_000))), 'folder-too-large'],
  ])('%s is refused, and nothing is kept', async (_what, make, code) => {
    const draft = newId();
    const told = expectOk(await take(make(), draft));
    expect(told.taken).toBe(false);
    expect(told.problems.map((problem) => problem.code)).toContain(code);
    expect(await read(draft)).toMatchObject({ refusal: { type: 'NotFound' } });
  });

  const unsafe: readonly (readonly [string, string | Buffer])[] = [
    ['a script', svg('<script>alert(1)</script>')],
    ['a handler', svg('<rect width="1" height="1" onclick="alert(1)"/>')],
    ['another document', svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>')],
    ['a picture from elsewhere', svg('<image href="https://example.org/a.png"/>')],
    ['a link', svg('<a href="https://example.org"><rect width="1" height="1"/></a>')],
    ['a part of another file', svg('<use href="other.svg#a"/>')],
    ['a style sheet', svg('<style>@import "x.css"</style>')],
    ['an address in a style', svg('<rect style="fill: url(https://example.org)"/>')],
    ['an animation', svg('<set attributeName="href" to="javascript:1"/>')],
    [
      'a part of another file behind another name',
      svg('<use x:href="#a" xlink:href="https://evil.example/a.svg#a"/>', 'xmlns:x="urn:x" xmlns:xlink="urn:y"'),
    ],
    ['a picture in a set', svg(`<rect style="fill: image-set('//evil.example/x' 1x)"/>`)],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "x">]>${svg('<text>&a;</text>')}`],
    ['an instruction', `<?xml-stylesheet href="a.css"?>${svg('')}`],
    ['no drawing', '<html/>'],
    ['half a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><g>'],
  ];
  test.each(unsafe)('a drawing with %s is no picture', async (_what, body) => {
    const draft = newId();
    expectOk(await begin(null, draft));
    expect(await put(draft, 'new.svg', body)).toMatchObject({ refusal: { type: 'PictureUnsafe' } });
  });

  test('a drawing that only draws is taken once under its name, and so is a whole PNG', async () => {
    const draft = newId();
    expectOk(await begin(null, draft));
    const drawing = svg(
      '<defs><linearGradient id="g"/></defs><rect width="1" height="1" fill="url(#g)"/><use href="#g"/>',
    );
    expectOk(await put(draft, 'new.svg', drawing));
    expect(await put(draft, 'new.svg', drawing)).toMatchObject({ refusal: { type: 'PictureNameTaken' } });
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    expectOk(await put(draft, 'dot.png', png));
    const cut = Uint8Array.from(png.subarray(0, -4));
    expect(await put(draft, 'cut.png', cut)).toMatchObject({ refusal: { type: 'PictureUnsafe' } });
    const behind = Buffer.concat([png, Buffer.from('<script>')]);
    expect(await put(draft, 'behind.png', behind)).toMatchObject({ refusal: { type: 'PictureUnsafe' } });
    expect(await put(draft, 'text.png', drawing)).toMatchObject({ refusal: { type: 'PictureUnsafe' } });
    expect(await put(draft, 'A.gif', png)).toMatchObject({ refusal: { type: 'PictureUnsafe' } });
    const name = 'media.yaml';
    const missing = { refusal: { type: 'NotFound' } };
    expect(await clients.ed.api.call(draftRoutes.readPicture, { params: { draft, name } })).toMatchObject(missing);
    const query = { version: await versionOf(draft) };
    expect(await clients.ed.api.call(draftRoutes.dropPicture, { params: { draft, name }, query })).toMatchObject(
      missing,
    );
    expect(expectOk(await read(draft)).pictures.map(({ name }) => name)).toContain('dot.png');
  });
});
