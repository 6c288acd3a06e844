import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { complaintsOf, openScreen, type Screen, type ScreenOptions } from './screen.ts';

let server: TestServer;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
});

async function begin(options: ScreenOptions = {}): Promise<Screen> {
  const learner = await openScreen(`${server.address}/learn/recognising-trafficking`, options);
  screens.push(learner);
  return learner;
}

/** Nothing sideways, and nothing that keeps anybody out. */
async function looksRight(learner: Screen): Promise<void> {
  expect(await learner.barriers()).toEqual([]);
  const over = await learner.page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(over).toBeLessThanOrEqual(0);
}

const own = 'Kept by nobody: plum cake at noon';

/** Everything this device keeps for the page, as text: where the learner's own words could have got to. */
const keptOnDevice = `(async () => {
  const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href, document.title];
  const asked = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      found.push(...(await asked(database.transaction(store).objectStore(store).getAll())));
      found.push(...(await asked(database.transaction(store).objectStore(store).getAllKeys())));
    }
    database.close();
  }
  return JSON.stringify(found);
})()`;

test('a module on a phone: left and taken up again, in another language, to its end; own words stay on the screen', async () => {
  const learner = await begin({ width: 390 });
  const { page } = learner;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await learner.seeHeading('Before you start');
  await learner.see(/This is an unfinished version/);
  await looksRight(learner);
  await learner.press('Help');
  await learner.see(/Call the emergency number/);
  await looksRight(learner);
  await learner.tick('As a guardian');
  await learner.press(/^Go on/);

  await learner.seeHeading('Two people');
  await learner.press('Next line');
  await learner.see('It smells wonderful. How are you doing here?');
  await learner.press('Show all lines');
  await learner.press('Show all lines');
  await page.getByRole('textbox').fill(own);
  await looksRight(learner);
  await learner.press(/^Go on/);

  await learner.seeHeading('What trafficking is');
  await learner.press('Check');
  await learner.see('Choose first.');
  const story = page.getByRole('group', { name: /A man paid to be taken across a border/ });
  await learner.pressOn(story.getByLabel('Bad work'));
  await learner.press('Check');
  await learner.see('It belongs elsewhere.');
  await learner.press('Show me');
  await learner.see('9 of 9 are where they belong.');
  await looksRight(learner);
  const question = page.getByRole('group', { name: /What is true of a girl of 17/ });
  await learner.pressOn(question.getByLabel(/only trafficking if she was threatened/));
  await learner.pressOn(page.getByRole('button', { name: 'Check' }).last());
  await learner.see('Not quite. You can try as often as you like.');
  await learner.pressOn(question.getByLabel(/It can be trafficking, also when nobody forced her/));
  await learner.pressOn(page.getByRole('button', { name: 'Check' }).last());
  await learner.see('That is right.');
  await learner.see(/Kept on this device at/);
  await looksRight(learner);

  // Closed in the middle of the scene, and opened by the address of the module alone.
  await page.goto(`${server.address}/learn/recognising-trafficking`);
  await learner.seeHeading('What trafficking is');
  await learner.see('That is right.');
  await learner.press('Nederlands');
  await learner.seeHeading('Wat mensenhandel is');
  await learner.see('Dat klopt.');
  expect(await page.locator('html').getAttribute('lang')).toBe('nl');
  await looksRight(learner);
  await learner.press('Naar het einde');
  await learner.seeHeading('Je hebt alles gedaan wat er is');
  await looksRight(learner);

  const kept = String(await page.evaluate(keptOnDevice));
  expect(kept).toContain('recognising-trafficking');
  expect(kept).toContain('guardian');
  expect([kept, ...asked].join('\n')).not.toContain('plum cake');
  // Whoever learns says nothing to anybody: only what is needed to show the page was asked for, and only of our own server.
  expect(asked.every((one) => one.startsWith(`${server.address}/`))).toBe(true);
  expect(asked.filter((one) => one.includes('/api/'))).toEqual([]);
  expect(complaintsOf(screens)).toEqual([]);
}, 120_000);

test('the same by keyboard alone, to the end of everything', async () => {
  const learner = await begin({ width: 320, keyboard: true });
  await learner.seeHeading('Before you start');
  await learner.press(/^Go on/);
  await learner.seeHeading('Two people');
  await looksRight(learner);
  await learner.press(/^Go on/);
  await learner.seeHeading('What trafficking is');
  await learner.tick(/It can be trafficking, also when nobody forced her/);
  await learner.pressOn(learner.page.getByRole('button', { name: 'Check' }).last());
  await learner.see('That is right.');
  await learner.press(/^To the end/);
  await learner.seeHeading('You have done everything there is');
  await learner.see('Everything is done');
  expect(await learner.page.evaluate('document.activeElement?.tagName')).toBe('H1');
  // The way back is the browser's own.
  await learner.page.goBack();
  await learner.seeHeading('What trafficking is');
  await learner.page.goForward();
  await learner.press('Start again');
  await learner.seeHeading('Before you start');
  await learner.see(/Kept on this device at/);
  // Who jumps to the last scene is told what is still to do, and taken there.
  await learner.page.goto(`${server.address}/learn/recognising-trafficking/what`);
  await learner.press(/^To the end/);
  await learner.seeHeading('You came to the end');
  await learner.page.reload();
  await learner.seeHeading('You came to the end');
  await learner.see(/See “Two people” to its end/);
  await looksRight(learner);
  await learner.press('Go to “Two people”');
  await learner.seeHeading('Two people');
  // Everything of this course goes, the run before too; what is shown now begins anew.
  expect(await learner.page.evaluate(keptOnDevice)).toContain('"finished"');
  await learner.pressOn(learner.page.locator('summary', { hasText: 'What is still to do' }));
  await learner.press('Forget everything on this device');
  await learner.seeHeading('Before you start');
  expect(await learner.page.evaluate(keptOnDevice)).not.toMatch(/"finished"|"answered"/);
  expect(complaintsOf(screens)).toEqual([]);
  expect(server.defects).toEqual([]);
}, 120_000);

test('an address of no module is said, and asks for nothing else', async () => {
  const learner = await openScreen(`${server.address}/learn/No%20Such`);
  screens.push(learner);
  await learner.see('There is no such module here');
  await learner.page.goto(`${server.address}/learn/not-here`);
  await learner.see('There is no such module here');
});
