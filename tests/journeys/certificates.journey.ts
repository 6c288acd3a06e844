import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashText } from '#platform/crypto';
import { openBadgeProgramme, type BadgeProgramme } from '../support/badge-programme.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { learnAll } from './learn-all.ts';
import { looksRightAt } from './looks-right.ts';
import { complaintsOf, openScreen, type Screen, type ScreenOptions } from './screen.ts';

let server: TestServer;
let programme: BadgeProgramme;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  programme = await openBadgeProgramme(server);
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
});

async function open(path: string, options: ScreenOptions = {}): Promise<Screen> {
  const screen = await openScreen(`${server.address}${path}`, { keyboard: true, ...options });
  screens.push(screen);
  return screen;
}

/** On a desk, on a phone, and where text is set large; the narrowest stays. */
const everywhere = [320, 390, 1280] as const;

/** What is printed of the certificate, as boxes on a sheet of A4 at 96 to the inch. */
async function printed({ page }: Screen): Promise<readonly string[]> {
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(`document.documentElement.dataset.print = 'paper'`);
  const shown = await page.evaluate<string[]>(`[...document.querySelectorAll('h1, h2, button, summary, [data-paper] p')]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 0)
    .map((one) => one.tagName + ' ' + (one.getBoundingClientRect().bottom <= 1123 ? 'first sheet' : 'later'))`);
  await page.evaluate(`delete document.documentElement.dataset.print`);
  await page.emulateMedia({ media: null });
  return [...new Set(shown)].toSorted();
}

/** Words of the page on which papers are checked. */
const said = {
  en: { check: 'Check', badge: 'Check the badge', file: 'File of the badge', good: 'This certificate is genuine.' },
  nl: { check: 'Kijk na', badge: 'Kijk de badge na', file: 'Bestand van de badge', good: 'Dit certificaat is echt.' },
} as const;

/** Checks a certificate and its badge on the public page, in a browser of its own. */
async function checks(code: string, badge: string, language: keyof typeof said): Promise<Screen> {
  const screen = await open(`/check#${code}`, { language, width: 320 });
  const words = said[language];
  await screen.press(words.check);
  await screen.page.locator('strong').first().waitFor();
  await screen.attach(words.file, { name: 'badge.jwt', mimeType: 'application/jwt', buffer: Buffer.from(badge) });
  await screen.press(words.badge);
  await screen.page.locator('section strong').waitFor();
  await looksRightAt(screen, everywhere);
  return screen;
}

test('by keyboard alone: a certificate is made, kept and printed, and checked with its badge until both end', async () => {
  const learner = await open(`/learn/recognising-trafficking${programme.joinLink}`, { width: 320 });
  const { page } = learner;
  await learner.press('Count me');
  await learner.see(/You are counted for/);
  await learnAll(learner);
  await learner.see(/Counted as finished on/);
  await learner.fill('Your name', 'Robin van Dam');
  await learner.press('Make the certificate');
  await learner.seeHeading('Certificate of completion');
  const given = page.waitForEvent('download');
  await learner.press('Keep as Open Badge');
  await learner.see(/The badge is among your downloads/);
  const badge = readFileSync(await (await given).path()).toString();
  const code = (await page.locator('[data-paper] strong').textContent()) ?? '';
  await looksRightAt(learner, everywhere);
  // What there was to do stands beside its mark, however narrow the page is.
  expect(
    await page.evaluate(`[...document.querySelectorAll('details li')].every((item) => {
      const [mark, words] = [item.querySelector('svg').getBoundingClientRect(), item.querySelector('span').getBoundingClientRect()];
      return mark.right <= words.left && Math.abs(mark.top - words.top) < 2;
    })`),
  ).toBe(true);
  expect(await printed(learner)).toEqual(['H2 first sheet', 'P first sheet']);

  for (const language of ['en', 'nl'] as const) {
    const employer = await checks(code, badge, language);
    await employer.see(said[language].good);
    await employer.see(language === 'en' ? 'This badge is genuine.' : 'Deze badge is echt.');
    // What came of it stands apart from what was asked.
    const [form, answer] = [employer.page.locator('section form'), employer.page.locator('section > [role=status]')];
    const [above, below] = [await form.boundingBox(), await answer.boundingBox()];
    expect((below?.y ?? 0) - (above?.y ?? 0) - (above?.height ?? 0)).toBeGreaterThanOrEqual(16);
  }

  // A badge ends after seven years; the paper says of no end.
  const now = server.clock.now();
  server.clock.set(new Date(now.getTime() + 8 * 366 * 86_400_000));
  const late = await checks(code, badge, 'nl');
  await late.see(said.nl.good);
  await late.see(/^Deze badge is echt, maar gold tot en met /);
  server.clock.set(now);

  // Revoked, both end, and whoever holds them reads it on their own page.
  await programme.revoke(await hashText(code), 'somebody-else-learned');
  for (const language of ['en', 'nl'] as const) {
    const employer = await checks(code, badge, language);
    await employer.see(language === 'en' ? /^This certificate was revoked on/ : /^Dit certificaat is ingetrokken op/);
    await employer.see(language === 'en' ? /^This badge was revoked on/ : /^Deze badge is ingetrokken op/);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  await learner.follow('What is kept of you, and a code to go on elsewhere');
  await learner.see(/a certificate was revoked on .*Reason: Somebody else learned in its holder’s place\./);
  await looksRightAt(learner, everywhere);
  expect(complaintsOf(screens)).toEqual([]);
  expect(server.defects).toEqual([]);
}, 240_000);
