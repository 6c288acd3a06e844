import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayInAmsterdam } from '#platform/base';
import { seedPracticeWorld } from '../../src/apps/cli/seed/seed.ts';
import { seedTeaching } from '../../src/apps/cli/seed/seed-teaching.ts';
import { seedTraining } from '../../src/apps/cli/seed/seed-training.ts';
import { seedWorkshops } from '../../src/apps/cli/seed/seed-workshops.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { openScreen, type Screen } from './screen.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  const kits = await seedPracticeWorld({
    baseUrl: server.address,
    practiceCode: server.practiceCode,
    on: dayInAmsterdam(new Date()),
    size: { volunteers: 2, cases: 8 },
  });
  await seedTraining(server.database.database, dayInAmsterdam(new Date()));
  await seedWorkshops(server.database.database, dayInAmsterdam(new Date()));
  await seedTeaching(server.database.database, dayInAmsterdam(new Date()));
  server.secrets.set('demo-kits', JSON.stringify(kits));
}, 240_000);
afterAll(() => server.stop());

/** One way to look at a screen; `axe` where the barriers are looked for too, which takes a while. */
interface Look {
  readonly width: number;
  readonly dark: boolean;
  readonly axe: boolean;
  readonly rightToLeft?: boolean;
}

const looks: Readonly<Record<'en' | 'nl', readonly Look[]>> = {
  en: [
    { width: 1280, dark: false, axe: true },
    { width: 390, dark: true, axe: false },
    { width: 320, dark: false, axe: false },
  ],
  nl: [
    { width: 390, dark: true, axe: true },
    { width: 320, dark: true, axe: false },
    { width: 1280, dark: true, axe: false },
    // Staff read left to right; the sheets must hold for who does not.
    { width: 390, dark: false, axe: false, rightToLeft: true },
  ],
};

const parts = ['journey', 'person', 'contact', 'documents', 'applications', 'appointments', 'access'];
const places = {
  coordinator: [
    '/overview',
    '/cases',
    '/cases?view=overdue&phase=permit',
    '/cases/new',
    '/deadlines',
    '/newer-rules',
    '/for-you',
    '/contact',
    '/stationery',
    '/procedures',
    '/procedures/nl-complaint/2026.1?chapter=track-complaint',
    '/learning',
    '/training',
    '/training/people',
    '/training/asked',
    '/workshops',
    '/workshops/SESSION',
    '/tables',
    '/ledger',
    '/people',
    '/people/COLLEAGUE',
    '/account',
    '/cases/00000000-0000-4000-8000-000000000000/journey',
    ...parts.map((part) => `/cases/CASE/${part}`),
    '/cases/CASE/sheet',
  ],
  volunteer: [
    '/week',
    '/training',
    '/workshops',
    '/cases',
    '/contact',
    '/people',
    '/people/COLLEAGUE',
    '/cases/CASE/journey',
  ],
} as const;

// These run in the page, where the type check of this side knows nothing; so they are text.
const goTo = (path: string): string =>
  `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`;
const firstCase = `document.querySelector('table a[href^="/cases/"]').getAttribute('href').split('/')[2]`;
const firstColleague = `document.querySelector('main a[href^="/people/"]').getAttribute('href').split('/')[2]`;
const firstSession = `document.querySelector('main a[href^="/workshops/"]').getAttribute('href').split('/')[2]`;
const flawsOfPage = `(() => {
  const flaws = [];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) {
    const wide = [...document.querySelectorAll('main *, header *')].find((one) => one.getBoundingClientRect().right > innerWidth + 1);
    flaws.push('scrolls sideways: ' + scrollWidth + ' px ' + (wide ? wide.tagName + '.' + wide.className : ''));
  }
  const lit = document.querySelectorAll('[data-lit]').length;
  if (lit > 1) flaws.push(lit + ' lit blocks');
  if (document.title !== 'Baken') flaws.push('title ' + document.title);
  if (document.querySelectorAll('h1').length !== 1) flaws.push('not one h1');
  for (const chosen of document.querySelectorAll('main nav [aria-current="page"]')) {
    const [row, own] = [chosen.closest('nav').getBoundingClientRect(), chosen.getBoundingClientRect()];
    if (own.left < row.left - 1 || own.right > row.right + 1) flaws.push('the chosen part is out of sight: ' + chosen.textContent);
  }
  const text = document.querySelector('main').innerText;
  const code = text.match(/\\b20\\d\\d-\\d\\d-\\d\\d\\b|\\b(casework|shell|accounts|documents|notices)\\.[a-z][\\w.-]*/);
  if (code) flaws.push('a code in place of words: ' + code[0]);
  return flaws;
})()`;

async function settle({ page }: Screen): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  // A row of parts moves in the frame after.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

async function look(screen: Screen, place: string, language: 'en' | 'nl'): Promise<readonly string[]> {
  const { page } = screen;
  const found: string[] = [];
  for (const { width, dark, axe, rightToLeft = false } of looks[language]) {
    // First, as a page has its direction before it is laid out.
    await page.evaluate(`document.documentElement.dir = '${rightToLeft ? 'rtl' : 'ltr'}'`);
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
    await settle(screen);
    const name = [place, language, width, dark ? 'dark' : 'light', rightToLeft ? 'rtl' : ''].join(' ').trim();
    const flaws = [...(await page.evaluate<readonly string[]>(flawsOfPage)), ...(axe ? await screen.barriers() : [])];
    found.push(...flaws.map((flaw) => `${name}: ${flaw}`));
  }
  await page.evaluate(`document.documentElement.dir = 'ltr'`);
  return found;
}

test.each([
  ['coordinator', 'en', /Ilse/],
  ['coordinator', 'nl', /Bram/],
  ['volunteer', 'nl', /^Open.*(Sami|Noor)/],
] as const)(
  'every screen of a %s is whole, narrow and wide, light and dark (%s)',
  async (role, language, name) => {
    const screen = await openScreen(server.address, { language });
    const { page } = screen;
    await page.getByRole('button', { name }).first().click();
    await page.getByRole('navigation').first().waitFor();
    await page.evaluate(goTo('/cases'));
    await page.getByRole('table').getByRole('link').first().waitFor();
    const id = await page.evaluate<string>(firstCase);
    await page.evaluate(goTo('/people'));
    await page.locator('main a[href^="/people/"]').first().waitFor();
    const colleague = await page.evaluate<string>(firstColleague);
    await page.evaluate(goTo('/workshops'));
    await page.getByRole('heading', { name: 'Workshops' }).waitFor();
    // Only whoever leads sees the way to a session.
    if (role === 'coordinator') await page.locator('main a[href^="/workshops/"]').first().waitFor();
    const session = role === 'coordinator' ? await page.evaluate<string>(firstSession) : '';
    const found: string[] = [];
    for (const place of places[role]) {
      const known = place.replace('CASE', id).replace('COLLEAGUE', colleague).replace('SESSION', session);
      await page.evaluate(goTo(known));
      await settle(screen);
      const focused = await page.evaluate<string>('document.activeElement.tagName');
      if (focused !== 'H1') found.push(`${place}: the focus is on ${focused}, not on the title`);
      found.push(...(await look(screen, place, language)));
    }
    // The case that does not exist is answered with 404, which the browser notes by itself.
    const complaints = screen.browser.complaints.filter((line) => !/status of 404/.test(line));
    await screen.browser.close();
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  },
  240_000,
);
