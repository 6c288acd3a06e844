import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { unlock } from './found-and-invite.ts';
import { readyTeamWithCase } from './ready-team.ts';
import type { Screen } from './screen.ts';

const operations = '**/api/spaces/*/operations';

let server: TestServer;
let anna: Screen;
let noor: Screen;
let bram: Screen;

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  ({ anna, bram, noor } = await readyTeamWithCase(server));
});
afterAll(async () => {
  for (const screen of [anna, bram, noor]) await screen.browser.close();
  await server.stop();
});

test('what was typed is back after locking, with the caret, and nobody else sees it', async () => {
  await noor.follow('Contact and notes');
  await noor.press('Add a note');
  await noor.fill('Note', 'She wants to call her sister first');
  await noor.page.getByLabel('Note', { exact: true }).press('Home');
  await noor.page.getByRole('button', { name: /Lock now/ }).click();
  await noor.seeHeading('Welcome back');
  expect(await noor.page.getByText('sister').count()).toBe(0);

  await unlock(noor, 'noor.v');
  await noor.see('Your unfinished text is kept, sealed. It is back below.');
  const note = noor.page.getByLabel('Note', { exact: true });
  expect(await note.inputValue()).toBe('She wants to call her sister first');
  expect(await noor.page.locator(':focus').getAttribute('name')).toBe('words');
  await noor.page.keyboard.type('Today: ');
  expect(await note.inputValue()).toBe('Today: She wants to call her sister first');
  expect(await noor.barriers()).toEqual([]);

  await anna.follow('Contact and notes');
  await anna.see('No contact yet.');
  expect(await anna.page.getByText('sister').count()).toBe(0);

  await noor.press('Save');
  await noor.page.getByText('Today: She wants to call her sister first').first().waitFor();
  await noor.page.getByRole('button', { name: /Lock now/ }).click();
  await unlock(noor, 'noor.v');
  await noor.page.getByText('Today: She wants to call her sister first').first().waitFor();
  expect(await noor.page.getByText('Your unfinished text').count()).toBe(0);
});

test('without a connection the text stays and trying again saves it once, even when only the answer was lost', async () => {
  for (const [words, reached] of [
    ['Cut before the server heard it', false],
    ['Cut after the server kept it', true],
  ] as const) {
    await noor.press('Add a note');
    await noor.page.route(operations, async (route) => {
      if (reached) await route.fetch();
      await route.abort();
    });
    await noor.fill('Note', words);
    await noor.press('Save');
    await noor.see(/Could not save\. There is no connection\. Your text is kept here/);
    expect(await noor.page.getByLabel('Note', { exact: true }).inputValue()).toBe(words);
    await noor.page.unroute(operations);
    await noor.press('Save');
    await noor.page.getByRole('listitem').filter({ hasText: words }).waitFor();
    expect(await noor.page.getByRole('listitem').filter({ hasText: words }).count()).toBe(1);
  }
});

test('two people change one record: other fields merge, the same field shows both and keeps the one chosen', async () => {
  for (const screen of [anna, noor]) {
    await screen.follow('Person');
    await screen.page.getByRole('button', { name: 'Change', exact: true }).first().click();
  }
  await anna.fill('Called', 'Selam');
  await anna.fill('Nationality', 'Eritrea');
  await anna.press('Save');
  await anna.page.getByRole('button', { name: 'Change', exact: true }).first().waitFor();

  await noor.fill('Called', 'Sela');
  await noor.fill('Family name', 'Okparinde-Tesfay');
  await noor.press('Save');
  await noor.see(/Anna Founder changed this after \d\d:00\. Yours is kept beside it\./);
  expect(await noor.page.getByLabel('Nationality', { exact: true }).inputValue()).toBe('Eritrea');
  expect(await noor.page.getByLabel('Called', { exact: true }).inputValue()).toBe('Sela');
  expect(await noor.barriers()).toEqual([]);
  expect(await noor.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await noor.press(/^Keep mine/);
  await noor.press('Save');
  await noor.page.getByRole('button', { name: 'Change', exact: true }).first().waitFor();
  await noor.page.getByRole('button', { name: 'Change', exact: true }).first().click();
  for (const [label, value] of [
    ['Called', 'Sela'],
    ['Nationality', 'Eritrea'],
    ['Family name', 'Okparinde-Tesfay'],
  ] as const)
    expect(await noor.page.getByLabel(label, { exact: true }).inputValue()).toBe(value);
});

test('a new case that is half written is back after locking, and a lost answer opens it once', async () => {
  await anna.follow('Cases');
  await anna.follow('New case');
  await anna.fill('Given name', 'Dawiti');
  await anna.fill('Family name', 'Halfwrit');
  await anna.page.getByRole('button', { name: /Lock now/ }).click();
  await anna.seeHeading('Welcome back');
  await unlock(anna, 'anna.f');
  await anna.see('Your unfinished text is kept, sealed. It is back below.');
  expect(await anna.page.getByLabel('Given name', { exact: true }).inputValue()).toBe('Dawiti');
  expect(await anna.page.getByLabel('Family name', { exact: true }).inputValue()).toBe('Halfwrit');
  expect(await anna.barriers()).toEqual([]);
  await anna.choose('Second coordinator', 'Bram Second');

  await anna.page.route(operations, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await anna.press('Open the case');
  await anna.see(/The server does not answer/);
  await anna.page.unroute(operations);
  await anna.press('Open the case');
  await anna.page.getByRole('button', { name: 'Begin the intake' }).waitFor();
  await anna.follow('Cases');
  await anna.page.getByText('2 cases, next date first').first().waitFor();
  await anna.follow('New case');
  expect(await anna.page.getByLabel('Given name', { exact: true }).inputValue()).toBe('');
});

test('an unfinished form about somebody around the person is open again after locking', async () => {
  await noor.follow('Person');
  await noor.press('Add somebody');
  await noor.fill('Name of this person or office', 'Aunt at the market');
  await noor.page.getByLabel('Knows of us', { exact: true }).check();
  await noor.page.getByRole('button', { name: /Lock now/ }).click();
  await noor.seeHeading('Welcome back');
  await unlock(noor, 'noor.v');
  const name = noor.page.getByLabel('Name of this person or office', { exact: true });
  await name.waitFor();
  expect(await name.inputValue()).toBe('Aunt at the market');
  expect(await noor.page.getByLabel('Knows of us', { exact: true }).isChecked()).toBe(true);
  expect(await noor.barriers()).toEqual([]);
  await noor.press('Save');
  await name.waitFor({ state: 'detached' });
  await noor.page.getByRole('listitem').filter({ hasText: 'Aunt at the market' }).waitFor();
});

test('pages are there without a connection; one that did not arrive says so, and the work stays open', async () => {
  // Fetched ahead, when the device has time.
  await anna.page.waitForFunction(
    `performance.getEntriesByType('resource').some(({ name }) => name.includes('/account-screen-'))`,
  );
  await anna.page.context().setOffline(true);
  await anna.follow('Your account');
  await anna.seeHeading('Your account');
  await anna.page.context().setOffline(false);

  // A device that could fetch nothing ahead, and then nothing when asked.
  await noor.page.route('**/assets/account-screen-*', (route) => route.abort());
  await noor.page.goto(`${server.address}/account`);
  await unlock(noor, 'noor.v');
  await noor.seeHeading('This page did not arrive');
  await noor.see('If it does not come with a connection either');
  // The rest of the workspace goes on.
  expect(await noor.page.getByRole('navigation').count()).toBeGreaterThan(0);
  expect(await noor.barriers()).toEqual([]);
  await noor.press('Try again');
  await noor.seeHeading('This page did not arrive');
  await noor.page.unroute('**/assets/account-screen-*');
  await noor.press('Load again');
  await unlock(noor, 'noor.v');
  await noor.seeHeading('Your account');
  expect(server.defects).toEqual([]);
});
