import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { looksRightAt, savedBy } from './looks-right.ts';
import { enterWithKit, readyProgramme } from './ready-programme.ts';
import { complaintsOf, type Screen } from './screen.ts';

let server: TestServer;
const screens: Screen[] = [];
const sent: string[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
});

test('a published table gives a range and never one number, and the same run gives the same digits', async () => {
  const { anna } = await readyProgramme(server);
  const screen = await enterWithKit(server.address, anna, { width: 1280, keyboard: true });
  screens.push(screen);
  await screen.follow('Estimator');
  await screen.seeHeading('Estimator');
  screen.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await screen.choose('Published tables', 'United Kingdom 2013, five lists');
  await screen.fill('How often', '20');
  await screen.press('Estimate');
  // The lowest and the highest of the methods, as they were published for this table.
  await screen.see('11,313 to 22,991 people');
  await screen.see(/Some researchers hold that such data cannot carry these estimates\./);
  await screen.see(/people, in 95 of 100 tables drawn again \(20 tables, seed 1/);
  await screen.see(/Crown copyright, Open Government Licence v3\.0/);
  const models = screen.page.getByRole('region', { name: 'By method' });
  expect(await models.getByRole('row', { name: /by AIC/ }).innerText()).toContain('11,313');
  expect(await models.getByRole('row', { name: /by BIC/ }).innerText()).toContain('22,991');
  await looksRightAt(screen, [1280, 390, 320]);

  const first = String(await savedBy(screen, 'Save the record (JSON)'));
  const record = z
    .object({
      kind: z.literal('baken-estimate'),
      source: z.string(),
      input: z.string(),
      code: z.string(),
      question: z.looseObject({ lists: z.array(z.string()), rows: z.array(z.array(z.number())) }),
      result: z.looseObject({ bootstrap: z.looseObject({ draws: z.number(), seed: z.number() }) }),
    })
    .parse(JSON.parse(first));
  const { lists, rows } = record.question;
  const table = [[...lists, 'count'], ...rows].map((row) => `${row.join(',')}\n`).join('');
  expect(record.input).toBe(createHash('sha256').update(table).digest('hex'));
  expect(record.code).toBe('estimate 1, highs 1.15.3');
  await screen.press('Repeat');
  await screen.see('Repeated: every digit is the same.');
  expect(String(await savedBy(screen, 'Save the record (JSON)'))).toBe(first);
});

test('a model without an estimate says why, a run can be stopped, and our own people are never estimated from', async () => {
  const [screen] = screens;
  if (screen === undefined) throw new Error('the story before did not get so far');
  await screen.fill('How often', '10000');
  await screen.press('Estimate');
  await screen.see(/Working it out: \d/);
  await screen.press('Stop');
  await screen.see('Stopped before the end. There is no result.');

  await screen.fill('How often', '0');
  // Two lists share nobody: as it stands the pair has no estimate of its own.
  await screen.fill('Table', 'A,B,C,count\n1,0,0,140\n0,1,0,130\n0,0,1,120');
  await screen.press('Estimate');
  await screen.see(/This model has no estimate: |No method has an estimate for this table\./);
  await screen.see('Some pairs of lists share nobody.');
  await looksRightAt(screen, [1280, 390, 320]);

  await screen.fill('Table', 'A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6');
  await screen.press('Estimate');
  await screen.see(/There are fewer than 150 persons\./);
  await screen.choose('Published tables', 'Kosovo 1999, killings: a standard table to test with, four lists');
  await screen.tick('HRW');
  await screen.press('Estimate');
  await screen.see(/List 4 is our own\. Our own clients are never estimated from/);
  await looksRightAt(screen, [1280, 390, 320]);

  // Nothing of any table goes with a request.
  expect(sent.filter((one) => /PFNCA|HRW|,130|1131/.test(one))).toEqual([]);
  expect(sent.filter((one) => !one.startsWith(server.address) && !one.startsWith('blob:'))).toEqual([]);
  expect(complaintsOf(screens)).toEqual([]);
});

test('both pages speak Dutch', async () => {
  const [screen] = screens;
  if (screen === undefined) throw new Error('the story before did not get so far');
  await screen.pressOn(screen.page.locator('nav a[href="/account"]').first());
  // The page has another language at once, so the choice is pressed and not looked at again.
  await screen.page.getByLabel('Nederlands').click();
  await screen.seeHeading('Jouw account');
  await screen.follow('Schatter');
  await screen.choose('Gepubliceerde tabellen', /^New Orleans/);
  await screen.fill('Hoe vaak', '0');
  await screen.press('Schatten');
  await screen.seeHeading('Van de laagste tot de hoogste methode');
  await looksRightAt(screen, [1280, 390, 320]);
  await screen.follow('Cijfers van anderen');
  await screen.seeHeading('Cijfers van anderen');
  await looksRightAt(screen, [1280, 390, 320]);
});
