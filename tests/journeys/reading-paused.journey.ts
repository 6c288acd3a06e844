import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { enterWithKit, readyCase, readyProgramme } from './ready-programme.ts';
import type { Screen } from './screen.ts';

let server: TestServer;
let bram: Screen;
const cases: string[] = [];

beforeAll(async () => {
  // So many different spaces an hour: the names of colleagues, and two cases.
  const readingPerHour = { subjects: 3 };
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web'), readingPerHour });
  const programme = await readyProgramme(server);
  for (const family of ['Selamte', 'Ifeoma', 'Linh'])
    cases.push((await readyCase(programme, family, null)).open.codeName);
  bram = await enterWithKit(server.address, programme.bram);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await bram.page.screenshot({ path: '.cache/reading-paused.png', fullPage: true });
});
afterAll(async () => {
  await bram.browser.close();
  await server.stop();
});

async function open(code: string): Promise<void> {
  await bram.follow('Cases');
  await bram.page.getByRole('main').getByRole('link', { name: code }).first().click();
}

test('who opens too many cases is told until when, and what is open is written in and saved', async () => {
  const [first = '', second = '', third = ''] = cases;
  await open(second);
  await bram.seeHeading(new RegExp(second));
  await open(first);
  await bram.seeHeading(new RegExp(first));
  await open(third);
  await bram.seeHeading('This case cannot be opened just now');
  await bram.see(/Very much was opened under your name in this hour.* in \d+ minutes?\. Cases that are open stay open/);
  expect(await bram.barriers()).toEqual([]);
  // The case that is open: text is typed, and saved, while nothing new can be opened.
  await open(first);
  await bram.follow('Contact and notes');
  await bram.press('Add a note');
  await bram.page.getByRole('textbox').last().fill('Typed while reading was paused');
  await bram.page.getByRole('button', { name: 'Save', exact: true }).click();
  await bram.page.getByRole('listitem').filter({ hasText: 'Typed while reading was paused' }).waitFor();
  expect(server.defects).toEqual([]);
});
