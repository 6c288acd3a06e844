import { join } from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { unlock } from './found-and-invite.ts';
import { openCaseForTeam } from './open-case.ts';
import { readyTeam } from './ready-team.ts';
import type { Screen } from './screen.ts';

let server: TestServer;
let anna: Screen;
let bram: Screen;
let noor: Screen;

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  ({ anna, bram, noor } = await readyTeam(server, { bram: { width: 390, keyboard: true } }));
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [at, { page }] of [anna, bram, noor].entries())
    await page.screenshot({ path: `.cache/compare-numbers-${at}.png`, fullPage: true });
});
afterAll(async () => {
  for (const screen of [anna, bram, noor]) {
    expect(screen.browser.complaints).toEqual([]);
    await screen.browser.close();
  }
  expect(server.defects).toEqual([]);
  await server.stop();
});

/** To the page of a colleague, by the ways that stand on the screen. */
async function goTo(
  screen: Screen,
  name: string,
  [more, people, link]: readonly [string, string, string] = ['More', 'People', 'Safety number of'],
): Promise<void> {
  if ((screen.page.viewportSize()?.width ?? 1280) < 960) await screen.follow(more);
  await screen.follow(people);
  await screen.follow(`${link} ${name}`);
  await screen.seeHeading(name);
}

const dutch = ['Meer', 'Mensen', 'Veiligheidsnummer van'] as const;

/** The number as it is read aloud: the groups, in their order. */
async function numberOn({ page }: Screen): Promise<string> {
  const groups = page.getByRole('list', { name: /safety number|veiligheidsnummer/i }).getByRole('listitem');
  await groups.first().waitFor();
  const read = await groups.locator('span').first().allTextContents();
  expect(read[0]).toMatch(/^\d{5}$/);
  return (await groups.locator('[aria-hidden]').allTextContents()).join(' ');
}

/** Whole at every width, light and dark, with nothing that keeps anybody out. */
async function isWhole(screen: Screen, name: string): Promise<void> {
  const { page } = screen;
  const before = page.viewportSize() ?? { width: 1280, height: 900 };
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Runs in the page, where the types of this side know nothing.
      const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect([name, width, Math.max(0, beyond)]).toEqual([name, width, 0]);
      expect(await screen.barriers()).toEqual([]);
      const folder = process.env['SHOTS'];
      if (folder) await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(before);
  expect(await page.title()).toBe('Baken');
}

async function sign(
  screen: Screen,
  way: string,
  found: string | RegExp,
  [button, signed]: readonly [string, string] = signing,
): Promise<void> {
  await screen.tick(way);
  await screen.tick(found);
  await screen.press(button);
  await screen.see(signed);
}
const signing = ['Sign what you found', 'Signed. Every colleague can read it.'] as const;

/** Comes back to Baken as on another morning: everything is read anew. */
async function comeBack(screen: Screen, handle: string): Promise<void> {
  await screen.page.goto(server.address);
  await unlock(screen, handle);
}

test('two coordinators read one number to each other, and each signs what they found', async () => {
  await goTo(anna, 'Bram Second');
  await goTo(bram, 'Anna Founder');
  const number = await numberOn(anna);
  expect(number.replaceAll(' ', '')).toMatch(/^\d{60}$/);
  expect(await numberOn(bram)).toBe(number);
  await isWhole(anna, 'before-en');

  await anna.press('Sign what you found');
  await anna.see('There is a problem');
  await sign(anna, 'In person', 'All 60 digits are the same');
  await anna.see('You compared: the same');

  // Bram does all of it by keyboard alone, at 390 px; Anna’s finding comes with his own.
  await sign(bram, 'In person', 'All 60 digits are the same');
  await bram.see('Bram Second compared with Anna Founder in person: all digits were the same.');
  await bram.see('Anna Founder compared with Bram Second in person: all digits were the same.');
});

test('a volunteer finds a number different: coordinators see it everywhere, and nothing is shared', async () => {
  await noor.follow('More');
  // The page has another language at once, so the choice is pressed and not looked at again.
  await noor.page.getByLabel('Nederlands').click();
  await noor.seeHeading('Jouw account');
  await goTo(noor, 'Bram Second', dutch);
  expect(await numberOn(noor)).not.toBe(await numberOn(anna));
  await isWhole(noor, 'before-nl');
  const signedInDutch = ['Onderteken wat je vond', 'Ondertekend. Elke collega kan het lezen.'] as const;
  await sign(noor, 'In een gesprek, per telefoon of video', /^Er is iets anders/, signedInDutch);
  await noor.seeHeading('Het nummer van Bram Second was anders');
  await isWhole(noor, 'different-nl');

  await comeBack(anna, 'anna.f');
  const alarm = anna.page.getByRole('region', { name: 'Something is wrong with keys' });
  for (const way of ['Cases', 'Deadlines', 'Overview']) {
    await anna.follow(way);
    await alarm.getByText(/The safety number of Bram Second was different/).waitFor();
  }
  await anna.follow('Cases');
  await anna.follow('New case');
  await anna.fill('Given name', 'Selamte');
  await anna.fill('Family name', 'Okparinde');
  await anna.choose('Second coordinator', 'Bram Second');
  await anna.press('Open the case');
  await anna.see(/The safety number of a colleague was different, and this is not solved. Nothing was shared./);
  await isWhole(anna, 'refused-en');

  await alarm.getByRole('link', { name: 'Look at Bram Second' }).click();
  await anna.seeHeading('The number of Bram Second was different');
  await anna.see('Noor Volunteer compared with Bram Second in a call: something was different.');
  await isWhole(anna, 'different-en');
  // On the page that says what to do the alarm above is not said twice.
  expect(await alarm.count()).toBe(0);
}, 150_000);

test('a coordinator who compares again solves what a volunteer found, and work goes on', async () => {
  await sign(anna, 'In person', 'All 60 digits are the same');
  await anna.see('Solved since');
  expect(await anna.page.getByText('The number of Bram Second was different').count()).toBe(0);
  await openCaseForTeam(anna);
});

test('a coordinator’s finding stands until they find the same, or the keys are revoked', async () => {
  await comeBack(bram, 'bram.s');
  await goTo(bram, 'Noor Volunteer');
  await sign(bram, 'In a call, by phone or video', /^Something is different/);
  await bram.see('Only Anna Founder can revoke keys. Call them.');

  await comeBack(anna, 'anna.f');
  await anna.follow('Look at Noor Volunteer');
  await sign(anna, 'In person', 'All 60 digits are the same');
  await anna.seeHeading('The number of Noor Volunteer was different');
  await anna.page.getByText('Revoke the keys of Noor Volunteer', { exact: true }).click();
  await anna.fill(/^Confirm it is you/, 'paper boats on the green canal');
  await anna.press('Revoke these keys for good');
  await anna.see('The keys of Noor Volunteer were revoked. Nothing can be shared with them any more.');
  expect(await anna.page.getByRole('region', { name: 'Something is wrong with keys' }).count()).toBe(0);
  expect(await anna.page.getByRole('heading', { name: 'The number of Noor Volunteer was different' }).count()).toBe(0);
});
