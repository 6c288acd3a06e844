import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { buildLetterTemplate } from '#kernel/documents/testing';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { enterWithKit, readyProgramme } from './ready-programme.ts';
import type { Screen } from './screen.ts';

let server: TestServer;
let anna: Screen;
let bram: Screen;
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  const programme = await readyProgramme(server);
  [anna, bram] = await Promise.all([
    enterWithKit(server.address, programme.anna),
    enterWithKit(server.address, programme.bram),
  ]);
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await anna.page.screenshot({ path: '.cache/two-coordinators-anna.png', fullPage: true });
  await bram.page.screenshot({ path: '.cache/two-coordinators-bram.png', fullPage: true });
});
afterAll(async () => {
  for (const screen of [anna, bram]) await screen.browser.close();
  await server.stop();
});

/** Chooses a Word file with one line and gives it a name. */
async function choose(screen: Screen, line: string, name: string): Promise<void> {
  const bytes = await buildLetterTemplate([line]);
  await screen.page
    .getByLabel('Word file')
    .setInputFiles({ name: `${name}.docx`, mimeType: docx, buffer: Buffer.from(bytes) });
  await screen.see(/This template can be used/);
  await screen.fill('Name', name);
}

const rowsOf = (screen: Screen) => screen.page.getByRole('list', { name: 'Letters' }).getByRole('listitem');

test('two coordinators who replace one template at once both keep what they made', async () => {
  await anna.follow('Templates and forms');
  await anna.press('Add a letter template');
  await choose(anna, 'Dear {person.calledName},', 'Our letter');
  await anna.press('Save the template');
  await anna.see(/Version 1, checked on/);
  await bram.follow('Templates and forms');
  await bram.see('Our letter');

  await anna.press('Replace');
  await bram.press('Replace');
  await choose(bram, 'Dear {person.fullName},', 'Letter of Bram');
  await bram.press('Save as new version');
  await bram.see(/Version 2, checked on/);
  await choose(anna, 'To {person.fullName},', 'Letter of Anna');
  await anna.press('Save as new version');
  // Nothing was written over, and what was made here is still in the form.
  await anna.see(/Bram Second saved version 2 after .* Yours is kept beside it/);
  expect(await anna.page.getByLabel('Name').inputValue()).toBe('Letter of Anna');
  expect(await anna.barriers()).toEqual([]);

  await anna.press('Save mine as one of its own');
  await rowsOf(anna).filter({ hasText: 'Letter of Anna' }).filter({ hasText: 'Version 1' }).waitFor();
  await rowsOf(anna).filter({ hasText: 'Letter of Bram' }).filter({ hasText: 'Version 2' }).waitFor();
});

test('the first letterhead, written by both, is shown side by side, and the later one chooses', async () => {
  const write = async (screen: Screen, name: string): Promise<void> => {
    await screen.press('Change');
    await screen.page.getByRole('group', { name: 'Who sends' }).getByLabel('Name').fill(name);
  };
  await write(anna, 'Society of Anna');
  await write(bram, 'Society of Bram');
  await bram.page.getByRole('button', { name: 'Save', exact: true }).click();
  await bram.see('Society of Bram');
  await anna.page.getByRole('button', { name: 'Save', exact: true }).click();
  await anna.see(/Bram Second saved version 1/);
  expect(await anna.barriers()).toEqual([]);
  await anna.press('Save mine as version 2');
  await anna.page.getByRole('button', { name: 'Save mine as version 2' }).waitFor({ state: 'detached' });
  await anna.see('Society of Anna');
  expect(server.defects).toEqual([]);
});
