import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { stepUp } from '#kernel/accounts/client';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { draftRoutes, zipPackage } from '#modules/learning';
import { buildCourses } from '../src/apps/cli/courses/build-courses.ts';
import { openDraft } from '../src/modules/learning/model/open/edit/course-draft.ts';
import { missingSignOffs } from '../src/modules/learning/model/open/release/missing-sign-offs.ts';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

let server: TestServer;
let webRoot = '';
let anna: TestPerson;
let clients: Record<'anna' | 'ed', TestClient>;
type DraftId = Parameters<typeof clients.anna.api.call<typeof draftRoutes.readDraft>>[1]['params']['draft'];
const newId = (): DraftId => createId<DraftId>(randomBytes);

beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'baken-built-'));
  for (const { fileName, source } of await buildCourses(join(import.meta.dirname, '../content/courses'))) {
    mkdirSync(dirname(join(webRoot, fileName)), { recursive: true });
    writeFileSync(join(webRoot, fileName), source);
  }
  server = await startTestServer({ now: new Date('2026-11-27T10:00:00Z'), webRoot });
  clients = { anna: server.connect(), ed: server.connect() };
  const founder = await buildFounder(buildParts(clients.anna.api, server.clock), server.foundingCode);
  const roles = [{ role: 'editor', until: null }] as const;
  const parts = buildParts(clients.ed.api, server.clock);
  anna = (await buildColleague(founder, parts, { handle: 'ed', roles })).inviter;
}, 90_000);
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
  rmSync(webRoot, { recursive: true });
});

const begin = (draft: DraftId) => {
  const input = { course: 'recognising-trafficking', fork: null };
  return clients.ed.api.call(draftRoutes.beginDraft, { params: { draft }, input });
};
const read = (draft: DraftId) => clients.ed.api.call(draftRoutes.readDraft, { params: { draft } });
const save = (draft: DraftId, version: number, files: Record<string, string | null>) =>
  clients.ed.api.call(draftRoutes.saveDraft, { params: { draft }, input: { version, files, title: 'A title' } });
const put = (draft: DraftId, name: string, version: number) =>
  clients.ed.api.call(draftRoutes.putPicture, {
    params: { draft, name },
    query: { version },
    input: Uint8Array.from(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"></svg>')),
  });

describe('signatures', () => {
  type Said = { language?: string; role?: 'language' | 'survivors'; remark?: string; waiting?: boolean };
  const sign = (draft: DraftId, version: number, said: Said = {}, who: 'anna' | 'ed' = 'anna') => {
    const input = {
      version,
      language: 'en',
      role: 'language' as const,
      remark: 'Read aloud.',
      waiting: false,
      ...said,
    };
    return clients[who].api.call(draftRoutes.signDraft, { params: { draft }, input });
  };
  const unsign = (draft: DraftId, version: number, language = 'en') =>
    clients.anna.api.call(draftRoutes.unsignDraft, {
      params: { draft, language, role: 'language' },
      query: { version },
    });
  const fileOf = async (draft: DraftId, path: string): Promise<string> => expectOk(await read(draft)).files[path] ?? '';

  test('are written down by coordinators who confirmed who they are, and by nobody who saves a file', async () => {
    const draft = newId();
    expectOk(await begin(draft));
    expect(await sign(draft, 0, {}, 'ed')).toMatchObject({ refusal: { type: 'NotPermitted' } });
    server.clock.set(new Date('2026-11-27T10:20:00Z'));
    expect(await sign(draft, 0)).toMatchObject({ refusal: { type: 'StepUpNeeded' } });
    expectOk(await stepUp(anna.parts, anna.passphrase));
    expect(await sign(draft, 0, { language: 'fr' })).toMatchObject({ refusal: { type: 'LanguageUnknown' } });
    expect(await sign(draft, 0, { waiting: true })).toMatchObject({ refusal: { type: 'BodyInvalid' } });
    expect(expectOk(await sign(draft, 0))).toEqual({ version: 1 });
    expect(await sign(draft, 0)).toMatchObject({ refusal: { type: 'DraftChanged' } });
    const review = await fileOf(draft, 'review.yaml');
    expect(review).toMatch(/^# Who signed off/);
    expect(parse(review)).toMatchObject({
      signed: [{ version: '0.3.0', language: 'en', role: 'language', date: '2026-11-27', remark: 'Read aloud.' }],
    });
    // Said again it is said once; and nobody adds one, or takes one away, by saving.
    expectOk(await sign(draft, 1, { remark: 'Read twice.' }));
    expect(await fileOf(draft, 'review.yaml')).not.toContain('Read aloud.');
    const forged = (await fileOf(draft, 'review.yaml')).replace('Read twice.', 'Read by all.');
    for (const text of [forged, 'signed: []\n', null])
      expect(await save(draft, 2, { 'review.yaml': text })).toMatchObject({ refusal: { type: 'SignaturesNotYours' } });
  });

  test('hold what was read: the version changes no more, its number rises, and an old one does not come back', async () => {
    const draft = newId();
    expectOk(await begin(draft));
    expectOk(await sign(draft, 0));
    const signed = { refusal: { type: 'VersionSigned' } };
    const course = await fileOf(draft, 'course.yaml');
    const texts = (await fileOf(draft, 'text/en.yaml')).replace('title: Recognising', 'title: Noticing');
    expect(await save(draft, 1, { 'text/en.yaml': texts })).toMatchObject(signed);
    expect(await save(draft, 1, { 'course.yaml': course.replace('budget: 35', 'budget: 36') })).toMatchObject(signed);
    expect(await put(draft, 'new.svg', 1)).toMatchObject(signed);
    const review = (await fileOf(draft, 'review.yaml')).replace('retake: {}', 'retake: { 1.0.0: no }');
    expectOk(await save(draft, 1, { 'review.yaml': review }));
    const raised = course.replace('version: 0.3.0', 'version: 0.3.1');
    expectOk(await save(draft, 2, { 'course.yaml': raised, 'text/en.yaml': texts }));
    expect(await save(draft, 3, { 'course.yaml': course })).toMatchObject(signed);
    expect(await unsign(draft, 3)).toMatchObject({ refusal: { type: 'NotFound' } });
    expectOk(await put(draft, 'new.svg', 3));
  });

  test('are taken back by whoever may give them, and a group that is waited for keeps nothing from changing', async () => {
    const draft = newId();
    expectOk(await begin(draft));
    expectOk(await sign(draft, 0));
    expect(await unsign(draft, 1, 'nl')).toMatchObject({ refusal: { type: 'NotFound' } });
    expectOk(await unsign(draft, 1));
    expectOk(await sign(draft, 2, { role: 'survivors', remark: 'We look for a group.', waiting: true }));
    expectOk(await save(draft, 3, { 'retired.yaml': '- gone\n' }));
    const { source } = expectOk(
      openDraft({ files: new Map(Object.entries(expectOk(await read(draft)).files)), media: new Map() }),
    );
    expect(missingSignOffs(source, 'en')).toEqual(['language', 'law', 'accessibility']);
  });

  test('do not come along with a file: a draft from elsewhere has been read by nobody here', async () => {
    const draft = newId();
    expectOk(await begin(draft));
    const plain = expectOk(await read(draft)).files;
    const line = (role: string) =>
      `  - { version: 0.3.0, language: en, role: ${role}, date: 2026-11-01, remark: Read. }\n`;
    const given = ['language', 'law', 'survivors', 'accessibility'].map(line).join('');
    const review = (plain['review.yaml'] ?? '').replace(/^signed: \[\]\n/m, `signed:\n${given}`);
    expect(review).toContain('role: law');
    const { pictures } = expectOk(await read(draft));
    const bodies = await Promise.all(
      pictures.map(async ({ name }) => {
        const body = await clients.ed.api.call(draftRoutes.readPicture, { params: { draft, name } });
        return [`media/${name}`, expectOk(body)] as const;
      }),
    );
    const files = new Map<string, string | Uint8Array>([
      ...Object.entries({ ...plain, 'review.yaml': review }),
      ...bodies,
    ]);
    const taken = newId();
    const input = Uint8Array.from(zipPackage(files));
    expect(expectOk(await clients.ed.api.call(draftRoutes.takeDraft, { params: { draft: taken }, input }))).toEqual({
      taken: true,
      problems: [],
    });
    const kept = expectOk(await read(taken)).files;
    expect({ ...kept, 'review.yaml': '' }).toEqual({ ...plain, 'review.yaml': '' });
    expect(parse(kept['review.yaml'] ?? '')).toEqual(parse(plain['review.yaml'] ?? ''));
    expect(kept['review.yaml']).toMatch(/^# Who signed off/);
    const { source } = expectOk(openDraft({ files: new Map(Object.entries(kept)), media: new Map() }));
    expect(missingSignOffs(source, 'en')).toEqual(['language', 'law', 'survivors', 'accessibility']);
    // And nothing holds it: it is written on.
    expectOk(await save(taken, 0, { 'retired.yaml': '- gone\n' }));
  });
});
