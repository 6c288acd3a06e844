import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import readWorkbook from 'read-excel-file/node';
import { z } from 'zod';
import { writeWorkbook } from '#kernel/disclosure';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { looksRight, savedBy } from './looks-right.ts';
import { enterWithKit, readyProgramme } from './ready-programme.ts';
import { complaintsOf, type Screen } from './screen.ts';

let server: TestServer;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
});

const telling = '\tAfrica\tAsia\tEurope\tAll\nwomen\t12\t3\t28\t43\nmen\t31\t2\t36\t69\nAll\t43\t5\t64\t112';

test('a coordinator sees what a table gives away before it leaves, and nothing of it is sent', async () => {
  const { anna } = await readyProgramme(server);
  const screen = await enterWithKit(server.address, anna, { width: 1280 });
  screens.push(screen);
  await screen.follow('Check a table');
  await screen.seeHeading('Check a table');
  await looksRight(screen);
  const sent: string[] = [];
  screen.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));

  await screen.press('Check it');
  await screen.see('Paste a table first.');
  await screen.fill('Table', telling.replace('112', '113'));
  await screen.press('Check it');
  await screen.see(/^Row 4, cell 5: this total is not the sum of its numbers\. If the table has no totals/);
  expect(await screen.page.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA');

  await screen.fill('Table', telling);
  await screen.press('Check it');
  await screen.see('May leave');
  const table = screen.page.getByRole('region', { name: 'The table by the 10-5 rule' });
  expect(await table.getByRole('row', { name: /^women/ }).innerText()).toMatch(
    /10\s+11 to 12\s+<10\s+0 to 5\s+30\s+28 to 32\s+45\s+43 to 44/,
  );
  await looksRight(screen);
  expect(String(await savedBy(screen, 'Save the table (CSV)'))).toContain('women,10,<10,30,45\r\n');
  const record = z
    .looseObject({ rule: z.string(), verdict: z.string(), solver: z.string() })
    .parse(JSON.parse(String(await savedBy(screen, 'Save the record of the check (JSON)'))));
  expect(record).toMatchObject({ rule: '10-5', verdict: 'pass', insiders: 'pass', solver: 'highs 1.15.3' });
  // What is saved knows the rounded numbers and what they prove, never the true ones.
  expect(Object.keys(record)).not.toContain('counts');
  // Nothing of the table goes with any request.
  expect(sent.filter((one) => one.includes('women') || one.includes('Africa'))).toEqual([]);
  expect(complaintsOf(screens)).toEqual([]);
});

test('a table that gives somebody away may not leave, and joining groups mends it', async () => {
  const [screen] = screens;
  if (screen === undefined) throw new Error('the story before did not get so far');
  // Nearly all of the second row is in one cell, so that whoever is known to be in the row is known to be in the cell.
  await screen.fill('Table', 'a\t18\t18\t9\nb\t21\t20\t30\nc\t40\t0\t0');
  await screen.pressOn(screen.page.getByLabel('The last row and the last column are totals'));
  await screen.press('Check it');
  await screen.see(/May not leave|Only with a reason/);
  await screen.see(/can be proved that there are|everybody of a larger group|all but two at most/);
  await screen.seeHeading('What would mend it');
  await looksRight(screen);
  await screen.page.setViewportSize({ width: 390, height: 800 });
  await looksRight(screen);
});

test('a list of one column is checked as well, and is its own sum', async () => {
  const [screen] = screens;
  if (screen === undefined) throw new Error('the story before did not get so far');
  await screen.fill('Table', 'women\t40\nmen\t25\nothers\t3\nAll\t68');
  await screen.tick('The last row and the last column are totals');
  await screen.press('Check it');
  await screen.see(/May leave|Only with a reason|May not leave/);
  const shown = screen.page.getByRole('region', { name: 'The table by the 10-5 rule' });
  expect((await shown.getByRole('row').allInnerTexts()).map((row) => row.split(/\s+/)[0])).toEqual([
    ...['Group', 'women', 'men', 'others', 'All'],
  ]);
  expect(await shown.getByRole('columnheader').count()).toBe(2);
  await looksRight(screen);
  await screen.pressOn(screen.page.getByLabel('The last row and the last column are totals'));
});

test('a workbook is opened, groups named by numbers are no counts, and the table is saved as a workbook', async () => {
  const [screen] = screens;
  if (screen === undefined) throw new Error('the story before did not get so far');
  await screen.page.setViewportSize({ width: 1280, height: 800 });
  const sheet = [
    ['', '2023', '2024', '2025', 'All'],
    ['women', 12, 13, 28, 53],
    ['men', 31, 22, 36, 89],
    ['All', 43, 35, 64, 142],
  ];
  const choose = async (name: string, buffer: Uint8Array): Promise<void> =>
    screen.page
      .getByLabel('Or open a file: a workbook (XLSX) or text with commas (CSV)')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) });
  await choose('broken.xlsx', new TextEncoder().encode('no workbook'));
  await screen.see(/does not look like|cannot be read|is not what/i);
  await choose(
    'counts.xlsx',
    writeWorkbook([
      { name: 'Notes', rows: [] },
      { name: 'Counts', rows: sheet },
    ]),
  );
  await screen.see('The sheet "Counts" was read; there are 2 sheets, the others were not looked at.');
  await screen.pressOn(screen.page.getByLabel('The last row and the last column are totals'));
  await screen.press('Check it');
  await screen.see('May leave');
  await looksRight(screen);
  const saved = await readWorkbook(await savedBy(screen, 'Save the table (XLSX)'));
  expect(saved.map((one) => one.sheet)).toEqual(['Table', 'The rule']);
  expect(saved[0]?.data).toEqual([
    [null, '2023', '2024', '2025', 'All'],
    ['women', 10, 15, 30, 55],
    ['men', 30, 20, 35, 90],
    ['All', 45, 35, 65, 140],
  ]);
});

test('a solver that fails is begun anew once, and a table that could not be checked has no verdict', async () => {
  const [screen] = screens;
  if (screen === undefined) throw new Error('the story before did not get so far');
  // The next so many workers fail, as one whose WebAssembly throws does.
  const failNext = async (workers: number): Promise<void> =>
    screen.page.evaluate(`{
      const real = globalThis.realWorker ??= globalThis.Worker;
      let left = ${String(workers)};
      globalThis.Worker = class extends real {
        constructor(...given) {
          super(...given);
          left -= 1;
          if (left >= 0) this.postMessage = () => this.dispatchEvent(new Event('error'));
        }
      };
    }`);
  await failNext(1);
  await screen.fill('Table', telling);
  await screen.press('Check it');
  await screen.see('May leave');
  await failNext(2);
  await screen.press('Check it');
  await screen.see('Stopped before the end. A table that was not checked may not leave.');
  expect(await screen.page.getByText('May leave').count()).toBe(0);
});
