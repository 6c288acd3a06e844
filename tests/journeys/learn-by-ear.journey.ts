import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { answerRound, builtCourse } from './answer-round.ts';
import { complaintsOf, openScreen, type Screen } from './screen.ts';

let server: TestServer;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
});

/**
 * Hears what a screen reader would: words that come into an element which was there, drawn, before them. What comes together with
 * its element, or into one that is not drawn, is heard by nobody.
 */
const ear = `(() => {
  const heard = (window.heard = []);
  let known = new Set();
  const regions = () =>
    new Set(
      [...document.querySelectorAll('[role="status"], [aria-live="polite"]')].filter(
        (one) => getComputedStyle(one).display !== 'none' && one.closest('[hidden]') === null,
      ),
    );
  new MutationObserver((changes) => {
    const spoken = new Set();
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest('[role="status"], [aria-live]');
      if (region && known.has(region) && region.getAttribute('aria-live') !== 'off') spoken.add(region);
    }
    for (const region of spoken) heard.push(region.textContent);
    known = regions();
  }).observe(document, { childList: true, characterData: true, subtree: true });
})()`;

/** By keyboard alone, with an ear. */
async function listen(path: string, language = 'en'): Promise<Screen> {
  const learner = await openScreen(`${server.address}/check`, { width: 390, keyboard: true, language });
  screens.push(learner);
  await learner.page.addInitScript(ear);
  await learner.page.goto(`${server.address}/learn/recognising-trafficking/${path}`);
  return learner;
}

/** What was heard since somebody last asked; asked once what is awaited is there. */
async function heardOf({ page }: Screen, words: RegExp): Promise<string> {
  const heard = (act: string): Promise<string> => page.evaluate<string>(`window.heard${act}.join(' | ')`);
  await expect.poll(() => heard(''), { timeout: 60_000 }).toMatch(words);
  return heard('.splice(0)');
}

/** What has the focus: never the page as a whole, to which it falls when a thing goes away. */
async function focused({ page }: Screen): Promise<string> {
  const [tag, words] = await page.evaluate<string[]>(
    '[document.activeElement.tagName, document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent]',
  );
  expect(tag).not.toBe('BODY');
  return words ?? '';
}

test('whoever hears the module is told what came of each act, and keeps the focus', async () => {
  const learner = await listen('people');
  await learner.press('Next line');
  expect(await heardOf(learner, /smells wonderful/)).toContain('You');
  expect(await focused(learner)).toBe('Next line');
  for (let line = 3; line <= 7; line += 1) await learner.press('Next line');
  expect(await focused(learner)).toMatch(/Eat, before it gets cold/);
  await learner.press('Show all lines');
  expect(await focused(learner)).toMatch(/That must hurt/);

  await learner.page.goto(`${server.address}/learn/recognising-trafficking/what`);
  const last = (name: string) => learner.page.getByRole('button', { name, exact: true }).last();
  await learner.pressOn(last('Check'));
  expect(await heardOf(learner, /Choose first/)).toBe('Choose first.');
  await learner.pressOn(last('Check'));
  expect(await heardOf(learner, /Choose first/)).toBe('Choose first.');
  expect(await focused(learner)).toBe('Check');
  await learner.pressOn(last('Show me'));
  await heardOf(learner, /This is the answer, each part with its reason/);
  expect(await focused(learner)).toBe('Show me');

  await learner.page.goto(`${server.address}/learn/recognising-trafficking/signals`);
  await learner.press('The letter');
  expect(await heardOf(learner, /holds a part of their life/)).toContain('1 of 6 opened.');
  expect(await focused(learner)).toBe('The letter');
  // What was opened can be closed, and stays counted.
  await learner.press('The letter');
  expect(await learner.page.getByText(/holds a part of their life/).count()).toBe(0);
  await learner.press('Open all');
  await heardOf(learner, /6 of 6 opened/);
  expect(await focused(learner)).toBe('She answers');

  await learner.page.goto(`${server.address}/learn/recognising-trafficking/route`);
  const first = learner.page.getByRole('button', { name: /^Move down/ }).first();
  const what = ((await first.textContent()) ?? '').replace('Move down: ', '');
  await learner.pressOn(first);
  expect(await heardOf(learner, /now 2 of 4/)).toContain(what);
  expect(await focused(learner)).toBe(`Move down: ${what}`);
  expect(complaintsOf(screens)).toEqual([]);
});

test('rounds of questions and stories: each verdict is heard and said in words, and what was answered is closed', async () => {
  const learner = await listen('test');
  const { page } = learner;
  await learner.press('Check');
  expect(await heardOf(learner, /no answer yet/)).toMatch(/^\d questions have no answer yet\.$/);
  await learner.press('Show me');
  await heardOf(learner, /They do not count/);
  expect(await focused(learner)).toMatch(/They do not count/);
  const round = page.locator('[data-block="final"]');
  expect(await round.locator('fieldset:not(:disabled)').count()).toBe(0);
  const asked = await round.locator('legend').allTextContents();

  // Left and entered again, and loaded anew: the answers that were shown are still shown, and cannot be given as one's own.
  await learner.press(/^Back/);
  await learner.seeHeading('Your safe route');
  await learner.press(/^Go on/);
  await learner.seeHeading('Check yourself');
  expect(await round.locator('legend').allTextContents()).toEqual(asked);
  await learner.see(/Saved on this device at/);
  await page.reload();
  await learner.see(/They do not count/);
  expect(await round.getByRole('button', { name: 'Check' }).count()).toBe(0);
  await learner.press('Other questions');
  expect(await focused(learner)).toBe('5 questions');
  expect(await round.locator('legend').allTextContents()).not.toEqual(asked);
  await answerRound(learner, builtCourse('en'));
  await learner.press('Check');
  await heardOf(learner, /5 of 5 are right/);
  expect(await focused(learner)).toMatch(/That is right\. 5 of 5 are right\./);
  expect(await round.locator('fieldset:not(:disabled)').count()).toBe(0);

  await learner.press('Go in');
  expect(await focused(learner)).toBe('The part behind the notice');
  const stories = page.getByRole('listitem').filter({ hasText: 'As usual' });
  expect(await stories.count()).toBe(8);
  for (const story of await stories.all()) {
    await learner.pressOn(story.getByLabel('As usual'));
    // Of choices in a row the one before the first is the last: all of them are called urgent.
    await page.keyboard.press('ArrowUp');
  }
  await learner.press('Show me why');
  expect(await heardOf(learner, /Each story now says why/)).toContain('Your answer fits in 4 of 8.');
  await focused(learner);
  expect(await page.getByText('Your answer fits.').count()).toBe(4);
  expect(await page.getByText('Your answer would be a false alarm.').count()).toBe(4);
  expect(await learner.barriers()).toEqual([]);
  expect(complaintsOf(screens)).toEqual([]);
});

test('the notice before a heavy scene: going in keeps the focus in it, and so does passing the rest by', async () => {
  const learner = await listen('corridor');
  await learner.see(/a debt that is held over her, and about a friend of sixteen/);
  await learner.press('Go in');
  expect(await focused(learner)).toBe('Imani in the corridor');
  await learner.see(/Why people keep silent/);
  await learner.see(/Saved on this device at/);
  await learner.page.reload();
  await learner.see(/Why people keep silent/);
  await learner.press('Skip the rest, nothing is lost');
  await learner.seeHeading('Your safe route');
  expect(await focused(learner)).toBe('Your safe route');
  expect(complaintsOf(screens)).toEqual([]);
}, 60_000);

test('what is heavy within a scene can be passed by, gone into after all, and is not asked for again', async () => {
  const learner = await listen('what', 'nl');
  const { page } = learner;
  const cards = page.getByRole('group', { name: /Een ober krijgt minder/ });
  await learner.see(/Je mag ze overslaan/);
  expect(await cards.count()).toBe(0);
  await learner.press('Sla dit over, je mist niets');
  expect(await focused(learner)).toMatch(/Je hebt dit overgeslagen/);
  await learner.see(/Op dit apparaat bewaard om/);
  await page.reload();
  await learner.see(/Je hebt dit overgeslagen/);
  await learner.press('Toch bekijken');
  expect(await focused(learner)).toBe('Het deel achter de waarschuwing');
  await cards.waitFor();
  await learner.see(/Op dit apparaat bewaard om/);
  await page.reload();
  await cards.waitFor();
  expect(await page.getByRole('button', { name: 'Ga verder', exact: true }).count()).toBe(0);
  expect(await learner.barriers()).toEqual([]);
  expect(complaintsOf(screens)).toEqual([]);
}, 60_000);
