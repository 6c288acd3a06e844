import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { looksRight } from './looks-right.ts';
import { enterWithKit, readyCase, readyProgramme } from './ready-programme.ts';
import type { Screen } from './screen.ts';

let server: TestServer;
let noor: Screen;

/** Lets the browser refuse to hash, as it does when it has no memory left, and counts how often. */
const breakable = `
  window.failed = 0;
  const digest = SubtleCrypto.prototype.digest;
  SubtleCrypto.prototype.digest = function (...given) {
    if (!window.fails) return digest.apply(this, given);
    window.failed += 1;
    return Promise.reject(new DOMException('no memory', 'OperationError'));
  };`;
const setFails = (fails: boolean): Promise<unknown> =>
  noor.page.evaluate(`window.fails = ${String(fails)}; window.failed = 0;`);

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  const programme = await readyProgramme(server);
  const { id } = await readyCase(programme, 'Okparinde', programme.noor);
  noor = await enterWithKit(`${server.address}/cases/${id}/contact`, programme.noor, { width: 390 });
  await noor.page.evaluate(breakable);
});
beforeEach(() => setFails(false));
afterAll(async () => {
  await noor.browser.close();
  expect(server.defects).toEqual([]);
  await server.stop();
});

const saved = (words: string) => noor.page.getByRole('listitem').filter({ hasText: words });

test('a save that fails within the page says so, keeps the text, and can be pressed again', async () => {
  const words = 'Written while the device had no memory';
  await noor.press('Add a note');
  await noor.fill('Note', words);
  await setFails(true);
  await noor.press('Save');
  await noor.see(/^Could not save\. Something went wrong on this page\. Your text is kept/);
  expect(await noor.page.getByLabel('Note', { exact: true }).inputValue()).toBe(words);
  await looksRight(noor);
  await setFails(false);
  await noor.press('Save');
  await saved(words).waitFor();
  expect(await saved(words).count()).toBe(1);
});

test('a text that could not be sealed while it was typed can be saved all the same', async () => {
  const words = 'Not sealed, and saved';
  await noor.press('Add a note');
  await setFails(true);
  await noor.fill('Note', words);
  await expect.poll(() => noor.page.evaluate('window.failed'), { timeout: 60_000 }).toBeGreaterThan(0);
  await setFails(false);
  await noor.press('Save');
  await saved(words).waitFor();
  expect(await saved(words).count()).toBe(1);
});
