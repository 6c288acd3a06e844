import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFounder, buildParts } from '#kernel/accounts/testing';
import { draftRoutes } from '#modules/learning';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { parse } from 'yaml';
import { buildScorm } from './support/build-package.ts';
import { buildWholeCartridge, madeItem, madeQuiz, quizType, type MadePart } from './support/build-cartridge.ts';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

let server: TestServer;
let client: TestClient;
beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-11-27T10:00:00Z') });
  client = server.connect();
  await buildFounder(buildParts(client.api, server.clock), server.foundingCode);
}, 60_000);
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

type DraftId = Parameters<typeof client.api.call<typeof draftRoutes.readDraft>>[1]['params']['draft'];

async function take(bytes: Uint8Array) {
  const draft = createId<DraftId>(randomBytes);
  const told = expectOk(
    await client.api.call(draftRoutes.takeDraft, { params: { draft }, input: Uint8Array.from(bytes) }),
  );
  const read = await client.api.call(draftRoutes.readDraft, { params: { draft } });
  return { ...told, files: read.ok ? read.value.files : null };
}

/** A file of a draft, as a value. */
const fileOf = (files: Readonly<Record<string, string>> | null, path: string): Record<string, unknown> =>
  // Files of our own writing.
  parse(files?.[path] ?? '') as Record<string, unknown>;

const page = (title: string, file: string, data: string): MadePart => ({ title, type: 'webcontent', file, data });
const single = 'cc.multiple_choice.v0p1';
const quiz = madeQuiz('Check yourself', [
  madeItem(
    single,
    'One',
    '<p>Who may <b>sign</b>?</p>',
    ['Nobody', '*Whoever wants to', 'Everybody'],
    ['No.', 'Yes: {slot:a}', 'No.'],
  ),
  madeItem('cc.true_false.v0p1', 'Two', 'It is so.', ['*True', 'False']),
  madeItem('cc.multiple_response.v0p1', 'Three', 'Which two?', ['*This', 'That', '*Those']),
  madeItem('cc.essay.v0p1', 'Four', 'Tell more.', ['*x', 'y']),
  madeItem(single, 'Five', 'Two are right here.', ['*One', '*Other', 'Neither']),
]);
const whole = (more: Parameters<typeof buildWholeCartridge>[1] = {}): Buffer =>
  buildWholeCartridge(
    [
      page(
        'First page',
        'pages/one.html',
        `<html><body><h1>Welcome</h1><p>Words &amp; <a href="https://example.org/more">more</a>.</p><img src="a.png"><script>alert(1)</script></body></html>`,
      ),
      { title: 'Check yourself', type: quizType, file: 'quiz/quiz.xml', data: quiz },
      { title: 'Talk about it', type: 'imsdt_xmlv1p1', file: 'talk.xml', data: '<topic/>' },
      page('', 'pages/beside.html', '<title>Beside</title><p>In no order.</p>'),
    ].map((part, at) => ({ ...part, listed: at < 3 })),
    { title: 'People &amp; work', rights: 'Licensed under CC BY-SA 4.0', maker: 'Ada Maker', ...more },
    [{ name: 'pages/a.png', data: 'picture' }],
  );

describe('a cartridge becomes a draft', () => {
  test('with its pages as texts, its quiz as checks, its licence and origin as credit, and nothing signed', async () => {
    const { taken, files } = await take(whole());
    expect(taken).toBe(true);
    expect(fileOf(files, 'course.yaml')).toMatchObject({
      ...{ id: 'people-work', version: '0.1.0', licence: 'CC-BY-SA-4.0' },
      credit: ['People & work, Common Cartridge 1.1.0', 'Ada Maker', 'Licensed under CC BY-SA 4.0'],
      languages: { source: 'nl', others: [] },
      outline: ['first-page', 'check-yourself', 'beside'],
      rule: [{ seen: 'first-page' }, { seen: 'check-yourself' }, { seen: 'beside' }],
    });
    expect(fileOf(files, 'review.yaml')).toEqual({ signed: [], changes: {}, retake: {} });
    expect(fileOf(files, 'scenes/02-check-yourself.yaml')['blocks']).toEqual([
      { id: 'q1', type: 'check', kind: 'single', options: [{ id: 'o1' }, { id: 'o2', right: true }, { id: 'o3' }] },
      { id: 'q2', type: 'check', kind: 'single', options: [{ id: 'o1', right: true }, { id: 'o2' }] },
      {
        ...{ id: 'q3', type: 'check', kind: 'multiple' },
        options: [{ id: 'o1', right: true }, { id: 'o2' }, { id: 'o3', right: true }],
      },
    ]);
    expect(fileOf(files, 'text/nl.yaml')).toMatchObject({
      ...{ title: 'People & work', 'first-page.title': 'First page', 'beside.title': 'Beside' },
      'first-page.t1.body': String.raw`**Welcome**` + '\n\n' + String.raw`Words \& more.`,
      ...{ 'check-yourself.q1.prompt': 'Who may sign?', 'check-yourself.q1.options.o2.text': 'Whoever wants to' },
      // A mark of ours that a stranger wrote is words.
      'check-yourself.q1.options.o2.why': 'Yes: { slot:a}',
    });
  });

  test('and everything that was not taken over is told by its name, here and at the head of the folder', async () => {
    const { problems, files } = await take(whole());
    const left = [
      ...['First page: link https://example.org/more', 'First page: img a.png', 'First page: script'],
      ...['Check yourself: Four', 'Check yourself: Five', 'Talk about it — imsdt_xmlv1p1'],
    ];
    expect(problems).toEqual(left.map((where) => ({ code: 'not-converted', where })));
    for (const name of left) expect(files?.['course.yaml']).toContain(`# - ${name}\n`);
    expect(JSON.stringify(files)).not.toMatch(/<script|alert\(1\)/);
  });

  test('cut into scenes of six minutes where a page is long, in the words of the page', async () => {
    const part = (at: number): string => `<h2>Chapter ${at}</h2><p>${'word '.repeat(500)}</p>`;
    const { files } = await take(buildWholeCartridge([page('Long', 'long.html', [1, 2, 3].map(part).join(''))]));
    expect(fileOf(files, 'course.yaml')).toMatchObject({ outline: ['long', 'long-2'], licence: 'LicenseRef-unknown' });
    expect(fileOf(files, 'text/nl.yaml')).toMatchObject({ 'long-2.title': 'Long (2)' });
  });
});

describe('what is no cartridge to be taken is refused with a code, and nothing is kept', () => {
  const one = [page('One', 'one.html', '<p>One</p>')];
  test.each([
    ['licence-forbids', buildWholeCartridge(one, { rights: 'https://creativecommons.org/licenses/by-nc-nd/4.0/' })],
    ['xml-doctype', buildWholeCartridge(one, { before: '<!DOCTYPE manifest [<!ENTITY a "b">]>' })],
    ['unsafe-path', buildWholeCartridge(one, {}, [{ name: '../../out.html', data: 'x' }])],
    ['link-entry', buildWholeCartridge(one, {}, [{ name: 'link', data: '/etc/passwd', mode: 0o120777 }])],
    [
      'nothing-to-convert',
      buildWholeCartridge([{ title: 'Talk', type: 'imsdt_xmlv1p1', file: 't.xml', data: '<topic/>' }]),
    ],
    ['nothing-to-convert', buildWholeCartridge([page('Empty', 'one.html', '<script>document.write(1)</script>')])],
    ['no-course', buildScorm('scorm12', [{ title: 'A', file: 'a.html' }], [{ name: 'a.html', data: 'A' }])],
  ])('%s', async (code, bytes) => {
    const { taken, problems, files } = await take(bytes);
    expect([taken, files]).toEqual([false, null]);
    expect(problems.map((one) => one.code)).toContain(code);
  });
});
