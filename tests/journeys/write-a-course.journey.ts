import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayInAmsterdam, expectOk } from '#platform/base';
import { draftRoutes } from '#modules/learning';
import { checkCourseFolder } from '../../src/apps/cli/courses/check-course-folder.ts';
import { readTranslationFiles } from '../../src/apps/cli/courses/translation-files.ts';
import { readCourse } from '../../src/apps/cli/courses/read-course.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { passphrase } from './found-and-invite.ts';
import { keyboardHands } from './keyboard-hands.ts';
import { looksRight } from './looks-right.ts';
import { enterWithKit, readyProgramme, type ReadyProgramme } from './ready-programme.ts';
import { complaintsOf, type Screen } from './screen.ts';

let server: TestServer;
let programme: ReadyProgramme;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  programme = await readyProgramme(server);
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  expect(server.defects).toEqual([]);
  await server.stop();
});

const goTo = (screen: Screen, path: string): Promise<unknown> =>
  screen.page.evaluate(
    `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );

type DraftId = Parameters<typeof programme.bram.parts.api.call<typeof draftRoutes.readDraft>>[1]['params']['draft'];
const read = async (draft: DraftId) =>
  expectOk(await programme.bram.parts.api.call(draftRoutes.readDraft, { params: { draft } }));
/** The draft with this title, or the one there is. */
async function draftId(title?: string): Promise<DraftId> {
  const { drafts } = expectOk(await programme.bram.parts.api.call(draftRoutes.listDrafts, {}));
  const found = title === undefined ? drafts[0] : drafts.find((one) => one.title === title);
  return found?.id ?? expect.unreachable('no draft');
}

/** Waits until the server has what was written. */
const kept = async (draft: DraftId, file: string, words: string): Promise<void> =>
  expect.poll(async () => (await read(draft)).files[file], { timeout: 60_000 }).toContain(words);

const sentence = 'In half an hour you will meet two people. Somebody like you can be of use to them.';

test('a trainer writes, asks, mends, tries and takes a course along by keyboard, and loses nothing to somebody else', async () => {
  const trainer = await enterWithKit(server.address, programme.anna, { width: 1280, keyboard: true });
  screens.push(trainer);
  const { page } = trainer;
  const hands = keyboardHands(page);
  await trainer.follow('Writing courses');
  await trainer.seeHeading('Courses of this installation');
  await looksRight(trainer);
  await trainer.press(/^Write a new version/);
  await trainer.seeHeading('Scenes in their order');
  await looksRight(trainer);
  const draft = await draftId();

  // Another sentence: its translation is marked until somebody has looked.
  await trainer.follow(/Before you start$/);
  await trainer.seeHeading('Blocks');
  await trainer.press(/^1\. Text/);
  await trainer.fill('Text', sentence);
  await trainer.choose('Language beside it', 'Dutch');
  await kept(draft, 'text/en.yaml', 'In half an hour you will meet');
  await trainer.see('The original changed since this was translated. It was:');
  await looksRight(trainer);
  await trainer.press('The translation still holds');
  await page.getByText('The original changed since this was translated').waitFor({ state: 'detached' });

  // A note for whoever translates stands at the field of the translation, and in the files.
  await trainer.press(/^Write a note for translators ?: Text$/);
  await trainer.fill('Note for translators: Text', 'Calm: nobody is hurried here.');
  await kept(draft, 'text/en.notes.yaml', 'before.welcome.body: "Calm: nobody is hurried here."');
  await trainer.see('Note: Calm: nobody is hurried here.');
  const described = await page.getByLabel('Text, Dutch').getAttribute('aria-describedby');
  expect(await page.locator(`[id="${described ?? ''}"]`).textContent()).toBe('Note: Calm: nobody is hurried here.');
  await looksRight(trainer);
  await trainer.press(/^Change the note for translators ?: Text$/);
  await trainer.press(/^1\. Text/);

  // A question with three answers, and why for each.
  await trainer.pressOn(page.locator('summary', { hasText: 'Add a block' }));
  await trainer.tick(/^Question/);
  await trainer.press('Add it at the end');
  const question = page.getByRole('button', { name: /^\d+\. Question/ });
  await hands.press(question);
  const answers = page.getByRole('group', { name: 'Answers' });
  for (const [language, words] of [
    ['English', ['What is this module for?', 'To judge people', 'To notice and to ask', 'To investigate a case']],
    [
      'Dutch',
      [
        'Waar is deze module voor?',
        'Om mensen te beoordelen',
        'Om op te merken en te vragen',
        'Om een zaak te onderzoeken',
      ],
    ],
  ] as const) {
    await hands.fill(page.getByLabel(`Question, ${language}`), words[0]);
    for (const at of [1, 2, 3] as const) {
      const answer = answers.getByRole('group', { name: new RegExp(`^Answer ${String(at)} `) });
      await hands.fill(answer.getByLabel(`Answer, ${language}`), `${words[at]}.`);
      await hands.fill(answer.getByLabel(`Why, ${language}`), `${words[at]}: ${language}.`);
    }
  }
  const second = answers.getByRole('group', { name: /^Answer 2 / });
  await hands.tick(second.getByLabel('This is right'));
  await kept(draft, 'text/nl.yaml', 'Om een zaak te onderzoeken: Dutch.');
  await looksRight(trainer);

  // It takes longer now than it says: found, led to, mended.
  await trainer.follow(/^Is it ready/);
  await trainer.see(/It takes longer or shorter than stated/);
  await trainer.see('It has the number of the version that is installed. Raise it.');
  await looksRight(trainer);
  await trainer.follow(/^Scenes, Before you start/);
  const hint = (await page.getByText(/^As it stands now it takes about/).textContent()) ?? '';
  await trainer.fill('Minutes', /[\d.]+\d/.exec(hint)?.[0] ?? '');
  await trainer.follow(/^Is it ready/);
  await trainer.follow('The whole course');
  await trainer.fill('Minutes of the whole course', '37');
  await trainer.follow(/^Is it ready/);
  await trainer.see('Nothing. The course is whole.');

  // As a learner sees it; nothing of that is asked of the server.
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await trainer.press('Try it');
  await trainer.see(sentence);
  await trainer.see('What is this module for?');
  await looksRight(trainer);
  expect(asked.filter((address) => address.includes('/api/learning/') && !address.includes('/pictures/'))).toEqual([]);
  await trainer.press('Back to editing');

  // Taken along, it is a course that the command line accepts.
  const handed = page.waitForEvent('download');
  await trainer.press('Download the course');
  const path = await (await handed).path();
  const folder = mkdtempSync(join(tmpdir(), 'baken-written-'));
  for (const [name, body] of Object.entries(unzipSync(Uint8Array.from(readFileSync(path))))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), body);
  }
  expect(checkCourseFolder(folder, dayInAmsterdam(server.clock.now()))).toEqual([]);
  const course = readCourse(folder);
  expect(course.ok && course.source.texts.get('en')?.['before.welcome.body']).toBe(sentence);
  expect(readTranslationFiles(folder, 'nl', 'en')?.notes).toEqual({
    'before.welcome.body': 'Calm: nobody is hurried here.',
  });
  rmSync(folder, { recursive: true });

  // Somebody else changes it meanwhile: what is typed then stays, and goes on top.
  const { files, version } = await read(draft);
  const theirs = (files['text/en.yaml'] ?? '').replace('title: Recognising human trafficking', 'title: Another title');
  const input = { version, files: { 'text/en.yaml': theirs }, title: 'Another title' };
  expectOk(await programme.bram.parts.api.call(draftRoutes.saveDraft, { params: { draft }, input }));
  await trainer.follow('The whole course');
  await trainer.fill('Minutes of the whole course', '36');
  await page.keyboard.press('Tab');
  await trainer.press('Take theirs and put my steps on top');
  await trainer.see('Your steps are on top of theirs.');
  await trainer.seeHeading('Another title');
  await kept(draft, 'course.yaml', 'budget: 36');
  await looksRight(trainer);

  // The last step is taken back.
  await trainer.fill('Minutes of the whole course', '38');
  await page.keyboard.press('Tab');
  await kept(draft, 'course.yaml', 'budget: 38');
  await trainer.press('Undo the last step');
  await kept(draft, 'course.yaml', 'budget: 36');
  expect(complaintsOf(screens).filter((words) => !words.includes('/api/learning/drafts/'))).toEqual([]);
});

test('every part of the editor reads well on a phone in Dutch', async () => {
  const draft = await draftId();
  const phone = await enterWithKit(server.address, programme.bram, { width: 390 });
  screens.push(phone);
  await goTo(phone, '/account');
  await phone.page.getByLabel('Nederlands').click();
  await phone.seeHeading('Taal');
  for (const [path, heading] of [
    ['/courses', 'Modules van deze installatie'],
    [`/courses/${draft}/scenes`, 'Delen in hun volgorde'],
    [`/courses/${draft}/course`, 'Teksten van de hele module'],
    [`/courses/${draft}/around`, 'Begrippen die uitgelegd worden'],
    [`/courses/${draft}/pictures`, 'Beelden'],
    [`/courses/${draft}/ready`, 'Voordat mensen ermee leren'],
  ] as const) {
    await goTo(phone, path);
    await phone.seeHeading(heading);
    await looksRight(phone);
  }
  // Every type of block that the module has, with its form open.
  for (const scene of ['what', 'signals', 'desk', 'people', 'route', 'guess', 'take']) {
    await goTo(phone, `/courses/${draft}/scenes/${scene}`);
    await phone.seeHeading('Blokken');
    const closed = phone.page.locator('h3 button[aria-expanded="false"]');
    for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
    await looksRight(phone);
  }
});

test('a course from nothing is written, ruled, translated and signed by keyboard, and stays as it was read', async () => {
  const trainer = await enterWithKit(server.address, programme.anna, { width: 1280, keyboard: true });
  screens.push(trainer);
  const { page } = trainer;
  const hands = keyboardHands(page);
  await trainer.follow('Writing courses');
  await trainer.pressOn(page.locator('summary', { hasText: 'Begin a new course' }));
  await trainer.press('Begin this course');
  await trainer.see('Give the course a title with letters in it, and say who makes it.');
  await trainer.fill('Title', 'Listening first');
  await trainer.fill('Who makes it (your society or programme)', 'Harbour House');
  await looksRight(trainer);
  await trainer.press('Begin this course');
  await trainer.seeHeading('Listening first');
  const draft = await draftId('Listening first');

  // A second scene, from nothing.
  await trainer.press('Add a scene');
  await trainer.follow(/^2\. Scene without a title/);
  await trainer.fill('Title of the scene', 'A first talk');
  await kept(draft, 'text/en.yaml', 'A first talk');
  await looksRight(trainer);

  // What counts, in the words that learners read.
  await trainer.follow('The whole course');
  await trainer.tick('See “A first talk” to its end');
  const words = page.getByRole('group', { name: 'As a learner reads it:' });
  await words.getByText('See “A first talk” to its end.').waitFor();
  await kept(draft, 'course.yaml', 'seen: scene');
  await hands.tick(page.getByLabel('See “start” to its end'));
  await page.getByLabel('See “A first talk” to its end').focus();
  await page.keyboard.press('Space');
  await expect.poll(async () => (await read(draft)).files['course.yaml']).not.toContain('seen: scene');
  await page.keyboard.press('Space');
  await kept(draft, 'course.yaml', 'seen: scene');

  // Workplaces, and one more language with everything still to be written.
  await trainer.press('Add a workplace');
  await hands.fill(page.getByRole('group', { name: /^Workplace/ }).getByLabel('Name'), 'Reception');
  await kept(draft, 'text/en.yaml', 'Reception');
  await trainer.choose('One more language', 'Arabic');
  await trainer.press('Add the language');
  await trainer.see('7 of 7 texts are missing');
  await hands.fill(page.getByLabel('Title, Arabic', { exact: true }), 'الاستماع أولا');
  await kept(draft, 'text/ar.yaml', 'الاستماع أولا');
  await trainer.see('6 of 7 texts are missing');
  await looksRight(trainer);
  await trainer.press('Remove Arabic');
  await trainer.see(/1 text in Arabic goes/);
  await looksRight(trainer);
  await trainer.press('Yes, remove');
  await expect.poll(async () => Object.keys((await read(draft)).files)).not.toContain('text/ar.yaml');

  // A picture that somebody else's step has overtaken is refused, and is there after theirs is taken.
  const { files, version } = await read(draft);
  const theirs = (files['course.yaml'] ?? '').replace('budget: 5', 'budget: 4');
  const input = { version, files: { 'course.yaml': theirs }, title: 'Listening first' };
  expectOk(await programme.bram.parts.api.call(draftRoutes.saveDraft, { params: { draft }, input }));
  await trainer.follow('Pictures');
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
  const file = { name: 'desk.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawing) };
  await hands.attach(page.getByLabel('A new picture'), file);
  await trainer.press('Add the picture');
  await trainer.see('Somebody else changed this draft meanwhile.');
  expect((await read(draft)).pictures).toEqual([]);
  await trainer.press('Take theirs and put my steps on top');
  await page.getByRole('button', { name: 'Take theirs and put my steps on top' }).waitFor({ state: 'detached' });
  await trainer.press('Add the picture');
  await page.getByRole('group', { name: 'desk.svg' }).waitFor();
  await kept(draft, 'course.yaml', 'budget: 4');
  await kept(draft, 'media/media.yaml', 'desk.svg');

  // Signed by role, after which nothing changes until the number is raised.
  await trainer.follow(/^Is it ready/);
  await trainer.see('Nobody has signed this version yet.');
  await trainer.choose('Who has read it', /screen reader/);
  await trainer.fill('Remark: what was read, and how', 'Read with a screen reader.');
  await looksRight(trainer);
  await trainer.press('Write the signature down');
  await trainer.fill('Passphrase', passphrase);
  await trainer.press('Confirm');
  await trainer.see(/^Version 0\.1\.0 is signed/);
  await looksRight(trainer);
  expect((await read(draft)).files['review.yaml']).toContain('role: accessibility');
  await trainer.follow('The whole course');
  expect(await page.getByLabel('Title', { exact: true }).getAttribute('readonly')).not.toBeNull();
  await trainer.press('Go on as version 0.1.1');
  await kept(draft, 'course.yaml', 'version: 0.1.1');
  await trainer.fill(/^Title$/, 'Listening, first');
  await kept(draft, 'text/en.yaml', 'Listening, first');
  expect(complaintsOf(screens).filter((words) => !words.includes('/api/learning/drafts/'))).toEqual([]);
});
