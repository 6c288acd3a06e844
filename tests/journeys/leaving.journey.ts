import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { passphrase, unlock } from './found-and-invite.ts';
import { readyTeamWithCase } from './ready-team.ts';
import type { Screen } from './screen.ts';

let server: TestServer;
let anna: Screen;
let bram: Screen;
let noor: Screen;

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  ({ anna, bram, noor } = await readyTeamWithCase(server, { noor: { width: 1280 } }));
});
afterAll(async () => {
  for (const screen of [anna, bram, noor]) await screen.browser.close();
  await server.stop();
});

test('a volunteer whose access was taken away reads and writes nothing more', async () => {
  await noor.follow('Cases');
  await noor.page.getByRole('table').getByRole('link').first().click();
  await noor.follow('Contact and notes');
  await anna.follow('Access');
  await anna.press('Take access away');
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Take access away' }).click();
  await anna.fill('Passphrase', passphrase);
  await noor.press('Add a note');
  // Nothing of hers reaches the server until she saved: anything that did would end her session before she typed.
  const released = Promise.withResolvers<void>();
  await noor.page.route('**/api/**', async (route) => {
    await released.promise;
    await route.continue();
  });
  await anna.press('Confirm');
  await anna.see(/Key number 2/);

  await noor.fill('Note', 'Typed in a form that was open before');
  await noor.press('Save');
  released.resolve();
  await noor.page.getByRole('button', { name: 'Unlock', exact: true }).waitFor();
  await noor.page.unroute('**/api/**');
  await unlock(noor, 'noor.v');
  await noor.follow('Cases');
  await noor.see('No case yet. A coordinator will match you with somebody.');

  await anna.follow('Contact and notes');
  await anna.press('Add a note');
  await anna.fill('Note', 'Written under the new key');
  await anna.press('Save');
  await anna.see('Written under the new key');
  expect(server.defects).toEqual([]);
});

test('locking takes every screen away; unlocking comes back to the same place', async () => {
  const place = anna.page.url();
  await anna.page.getByRole('button', { name: /Lock now/ }).click();
  await anna.seeHeading('Welcome back');
  expect(await anna.page.getByText('Written under the new key').count()).toBe(0);
  expect(await anna.page.getByLabel('Sign-in name').inputValue()).toBe('anna.f');
  await unlock(anna, 'anna.f');
  await anna.see('Written under the new key');
  expect(anna.page.url()).toBe(place);
});

test('a wrong passphrase says so, keeps the name and opens nothing', async () => {
  await anna.page.getByRole('button', { name: /Lock now/ }).click();
  await anna.fill('Passphrase', `${passphrase} not`);
  await anna.press('Unlock');
  await anna.see(/That did not match/);
  expect(await anna.page.getByLabel('Sign-in name').inputValue()).toBe('anna.f');
  await unlock(anna, 'anna.f');
});

test('three presses of Shift end the session and show another page', async () => {
  for (let press = 0; press < 3; press += 1) await bram.page.keyboard.press('Shift');
  await bram.seeHeading('Weather');
  expect(bram.page.url()).toBe(`${server.address}/weather.html`);
  await bram.page.goto(server.address);
  await bram.seeHeading(/Welcome/);
  expect(await bram.page.evaluate(async () => (await fetch('/api/me')).status)).toBe(401);
});
