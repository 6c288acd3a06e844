import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { findBarriers } from '../support/accessibility.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { builtCourse } from './answer-round.ts';

let server: TestServer;
const browsers: TestBrowser[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await server.stop();
});

/** Opens the module while its script is on its way, and says when it may arrive. */
async function beforeTheScript(language: string, keptLanguage?: string) {
  const browser = await openBrowser({ language, width: 390 });
  browsers.push(browser);
  const { page } = browser;
  page.setDefaultTimeout(60_000);
  const arrival = Promise.withResolvers<void>();
  await page.route('**/assets/*.js', async (route) => {
    await arrival.promise;
    await route.continue();
  });
  if (keptLanguage !== undefined)
    await page.addInitScript(`localStorage.setItem('baken.language', ${JSON.stringify(keptLanguage)})`);
  await page.goto(`${server.address}/learn/recognising-trafficking`, { waitUntil: 'commit' });
  return { browser, page, arrive: arrival.resolve };
}

test.each([
  ['nl-NL', 'nl', 'De module wordt opgehaald', /^Verder: /],
  ['en-GB', 'en', 'Fetching the module', /^Go on: /],
  ['de-DE', 'en', 'Fetching the module', /^Go on: /],
] as const)('the first scene is read before its script is there, in the language named first: %s', async (...row) => {
  const [spoken, language, fetching, next] = row;
  const { browser, page, arrive } = await beforeTheScript(spoken);
  const course = builtCourse(language);
  await page.getByRole('heading', { level: 1, name: course.scenes[0]?.title ?? '' }).waitFor();
  await page.getByText(fetching).waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe(language);
  expect(await page.title()).toBe(course.title);
  expect(await findBarriers(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);

  arrive();
  await page.getByRole('button', { name: next }).waitFor();
  expect(await page.getByRole('main').count()).toBe(1);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(browser.complaints).toEqual([]);
});

test('whoever has begun to read stays where they were when the player takes over', async () => {
  const { page, arrive } = await beforeTheScript('nl-NL');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate('scrollTo({ top: 300 })');
  arrive();
  await page.getByRole('button', { name: /^Verder: / }).waitFor();
  // The head has grown meanwhile, and the browser holds on to what is read: a few lines are no jump.
  await expect.poll(() => page.evaluate('scrollY'), { timeout: 10_000 }).toBeGreaterThan(200);
  expect(await page.evaluate('scrollY')).toBeLessThan(400);
});

test('a language chosen on this device comes before that of the browser, and two never stand together', async () => {
  const { page, arrive } = await beforeTheScript('nl-NL', 'en');
  await page.getByRole('heading', { level: 1 }).waitFor();
  arrive();
  await page.getByRole('button', { name: /^Go on: / }).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual([builtCourse('en').scenes[0]?.title]);
});
