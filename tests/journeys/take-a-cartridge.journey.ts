import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWholeCartridge, madeItem, madeQuiz, quizType } from '../support/build-cartridge.ts';
import { buildZip } from '../support/build-zip.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { looksRightAt } from './looks-right.ts';
import { enterWithKit, readyProgramme, type ReadyProgramme } from './ready-programme.ts';
import { complaintsOf, type Screen } from './screen.ts';

let server: TestServer;
let programme: ReadyProgramme;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  programme = await readyProgramme(server);
}, 60_000);
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  expect(server.defects).toEqual([]);
  await server.stop();
});

const everywhere = [320, 390, 1280] as const;
const cartridge = buildWholeCartridge(
  [
    {
      title: 'Hours and pay',
      type: 'webcontent',
      file: 'a.html',
      data: '<h1>Hours</h1><p>Write them down.</p><img src="x.png"><a href="https://example.org/a-long-address-without-any-place-to-break-it/and-more">More</a>',
    },
    {
      ...{ title: 'Check yourself', type: quizType, file: 'quiz.xml' },
      data: madeQuiz('Check', [
        madeItem('cc.multiple_choice.v0p1', 'One', 'Who keeps the hours?', ['Nobody', '*You do']),
      ]),
    },
    { title: 'Talk about it', type: 'imsdt_xmlv1p1', file: 'talk.xml', data: '<topic/>' },
  ],
  { title: 'Fair work', language: 'en', rights: 'CC BY 4.0', maker: 'Ada Maker' },
);

const library = { title: 'L', machineName: 'H5P.L', majorVersion: 1, minorVersion: 0, patchVersion: 0, runnable: 1 };
const described = {
  ...{ title: 'A quiz', language: 'en', mainLibrary: 'H5P.L', embedTypes: ['div'], license: 'U' },
  preloadedDependencies: [{ machineName: 'H5P.L', majorVersion: 1, minorVersion: 0 }],
};
const h5p = buildZip([
  { name: 'h5p.json', data: JSON.stringify(described) },
  { name: 'content/content.json', data: '{}' },
  { name: 'H5P.L-1.0/library.json', data: JSON.stringify(library) },
]);

test('what is not played here says why, and what can be done instead', async () => {
  const leader = await enterWithKit(`${server.address}/learning/packages`, programme.bram, {
    width: 320,
    keyboard: true,
  });
  screens.push(leader);
  await leader.seeHeading('Import a course');
  for (const [name, buffer, said] of [
    ['a.h5p', h5p, /H5P is not played here: the licence .* save it as SCORM, which opens here/],
    ['a.imscc', cartridge, /opens it under “Writing courses”: its pages and quizzes become a draft there/],
  ] as const) {
    await leader.attach('File', { name, mimeType: 'application/zip', buffer });
    await leader.press('Import');
    await leader.see(said);
    await looksRightAt(leader, everywhere);
    await leader.page.setViewportSize({ width: 320, height: 800 });
  }
  expect(complaintsOf([leader])).toEqual([]);
}, 120_000);

test('by keyboard alone: a cartridge becomes a draft, and what was left out is read first', async () => {
  const author = await enterWithKit(server.address, programme.anna, { width: 320, keyboard: true });
  screens.push(author);
  const { page } = author;
  await page.goto(`${server.address}/courses`);
  await author.fill('Sign-in name', programme.anna.person.handle);
  await author.fill('Passphrase', programme.anna.passphrase);
  await author.press('Unlock');
  await author.seeHeading('Courses of this installation');
  const label = 'Folder of a course, or a Common Cartridge';
  const attach = (buffer: Buffer, name = 'course.imscc') =>
    author.attach(label, { name, mimeType: 'application/zip', buffer });
  await attach(buildWholeCartridge([{ title: 'Talk', type: 'imsdt_xmlv1p1', file: 't.xml', data: '<topic/>' }]));
  await author.press('Open it');
  await author.see('It was not opened:');
  await author.see(/Nothing in (it|the cartridge) can be taken over/);
  await attach(cartridge);
  await author.press('Open it');
  await author.see(/A draft was made of the cartridge/);
  await author.see('3 things were not taken over. They stand in the draft too, at the head of course.yaml.');
  for (const left of ['Hours and pay: img x.png', 'Talk about it — imsdt_xmlv1p1']) await author.see(left);
  await looksRightAt(author, everywhere);
  await author.follow('Go on with the draft');
  await author.see('Hours and pay');
  await author.see('Check yourself');
  await looksRightAt(author, everywhere);
  expect(complaintsOf(screens)).toEqual([]);
}, 120_000);
