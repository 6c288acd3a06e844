import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { enterWithKit, readyProgramme, unlockAs, type ReadyProgramme } from './ready-programme.ts';
import type { Screen } from './screen.ts';

let server: TestServer;
let programme: ReadyProgramme;
let screen: Screen;

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  programme = await readyProgramme(server);
  screen = await enterWithKit(server.address, programme.anna, { width: 1280 });
});
afterAll(async () => {
  await screen.browser.close();
  await server.stop();
});

test('a way that is pressed as soon as it is there leads where it says, however slowly pages come', async () => {
  const { page } = screen;
  await page.goto(server.address);
  await page.getByRole('button', { name: 'Unlock', exact: true }).waitFor();
  // The frame is there before the page in it: what is asked for from now on takes its time.
  let held = 0;
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    held += 1;
    await wait(700);
    await route.continue();
  });
  await unlockAs(screen, programme.anna);
  await screen.follow('Check a table');
  await screen.seeHeading('Check a table');
  // Whatever still comes leads nowhere else.
  await page.waitForTimeout(4_000);
  expect(new URL(page.url()).pathname).toBe('/tables');
  expect(held).toBeGreaterThan(0);
  await screen.seeHeading('Check a table');
});
