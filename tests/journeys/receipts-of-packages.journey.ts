import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createId, dayInAmsterdam, expectOk } from '#platform/base';
import { keyedText } from '#platform/crypto';
import { randomBytes } from '#platform/crypto/server';
import {
  packagedReceiptText,
  packagedTag,
  toReceiptCode,
  trainingRoutes,
  writeReceiptCode,
  type ReceiptMaker,
} from '#modules/learning';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { learnAll } from './learn-all.ts';
import { packagedIn } from './packaged-in.ts';
import { enterWithKit, readyProgramme, type ReadyProgramme } from './ready-programme.ts';
import { complaintsOf, openScreen, type Screen } from './screen.ts';

let folder = '';
let server: TestServer;
let people: ReadyProgramme;
const screens: Screen[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baken-receipts-'));
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  people = await readyProgramme(server);
  const part = { id: createId<never>(randomBytes), course: 'recognising-trafficking', name: null };
  const input = { id: createId<never>(randomBytes), name: 'Basics', parts: [part], needed: 1 };
  const { api } = people.anna.parts;
  expectOk(await api.call(trainingRoutes.makeProgramme, { input }));
  const from = dayInAmsterdam(new Date());
  const asked = { id: createId<never>(randomBytes), role: 'volunteer', programme: input.id, from } as const;
  expectOk(await api.call(trainingRoutes.askTraining, { input: { ...asked, validity: { kind: 'always' } } }));
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  expect(server.defects).toEqual([]);
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** A genuine receipt of a package for a run that nobody made yet. */
async function anotherReceipt({ number, key }: ReceiptMaker): Promise<string> {
  const said = { exported: number, run: 'ZZZZZZ', day: dayInAmsterdam(new Date()) };
  return writeReceiptCode(
    toReceiptCode({ ...said, tag: packagedTag(await keyedText(key, packagedReceiptText(said))) }),
  );
}

const receiptIn = async ({ page }: Screen): Promise<string> =>
  (await page.locator('[data-receipt] strong').textContent()) ?? '';

test('what was learned in a package from disk is counted by its receipt, under its own route, and vouched for', async () => {
  const coordinator = await enterWithKit(server.address, people.bram, { width: 1280, keyboard: true });
  screens.push(coordinator);
  // Whoever presses while the first page is still being drawn presses what goes away.
  await coordinator.page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(await coordinator.barriers()).toEqual([]);
  await coordinator.follow('Who learns');
  await coordinator.page.waitForURL('**/learning');
  await coordinator.press('Add an organisation');
  await coordinator.fill('Name of the organisation', 'Night Reception');
  await coordinator.press('Add it');
  await coordinator.seeHeading('Night Reception');
  await coordinator.pressOn(coordinator.page.locator('summary', { hasText: 'Make a package of the module' }));
  await coordinator.tick(/To open from disk/);
  await coordinator.tick('Make it all the same, to try it out');
  await coordinator.tick('People learn with it: its receipts count');
  const [download] = await Promise.all([
    coordinator.page.waitForEvent('download'),
    coordinator.press('Make the package'),
  ]);
  await coordinator.see('The package is made and was handed to your browser.');
  await coordinator.seeHeading('Packages that were made');
  expect(await coordinator.barriers()).toEqual([]);
  const file = join(folder, 'web.zip');
  await download.saveAs(file);
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }

  const learner = await openScreen(pathToFileURL(join(folder, 'index.html')).href, { width: 390 });
  screens.push(learner);
  const asked: string[] = [];
  learner.page.on('request', (request) => void asked.push(request.url()));
  await learner.seeHeading('Before you start');
  await learnAll(learner);
  await learner.seeHeading('Receipt');
  const code = await receiptIn(learner);
  expect(code).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
  expect(await learner.barriers()).toEqual([]);
  expect(await learner.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  // The same run has the same receipt, whenever it is looked at.
  await learner.page.reload();
  await learner.press(/^To the end/);
  await learner.seeHeading('Receipt');
  expect(await receiptIn(learner)).toBe(code);
  expect(asked.filter((one) => !one.startsWith('file:'))).toEqual([]);

  await coordinator.fill('The 20 signs of the receipt', code);
  await coordinator.press('Count it');
  await coordinator.see(/Counted by its receipt: somebody of Night Reception did/);
  await coordinator.choose('Whose receipt it is', 'Noor Volunteer');
  await coordinator.press('Record it as their training');
  await coordinator.see(/Recorded. It stands with their training now/);
  expect(await coordinator.barriers()).toEqual([]);
  await coordinator.fill('The 20 signs of the receipt', code);
  await coordinator.press('Count it');
  await coordinator.see('This receipt was counted before. It counts once; nothing was added.');

  const { receipts } = packagedIn(readFileSync(file));
  const next = await anotherReceipt(receipts ?? expect.unreachable('gives no receipts'));
  await coordinator.press(/^Take no more receipts of/);
  await coordinator.press(/^Yes, take no more receipts of/);
  await coordinator.see(/Its receipts are taken no more since/);
  await coordinator.fill('The 20 signs of the receipt', next);
  await coordinator.press('Count it');
  await coordinator.see(/Receipts of this package are taken no more/);
  expect(await coordinator.barriers()).toEqual([]);

  await coordinator.follow('Figures');
  await coordinator.seeHeading('Recognising human trafficking');
  const row = coordinator.page.getByRole('row', { name: /Night Reception, by receipts of packages/ }).first();
  expect(await row.getByRole('cell').allTextContents()).toContain('1');
  expect(await coordinator.barriers()).toEqual([]);
  // Two refusals were asked for; axe reads sheets once more, which pages from disk may not.
  const expected = /status of 422|from origin 'null'|net::ERR_FAILED .*player\.css/;
  expect(complaintsOf(screens).filter((one) => !expected.test(one))).toEqual([]);
}, 180_000);
