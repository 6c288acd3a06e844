import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { looksRightAt, savedBy } from './looks-right.ts';
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

const comensha = 'Registered: presumed victims, Netherlands, CoMensha, 2007–2022';
const rapporteur = 'Registered: presumed victims, Netherlands, National Rapporteur, 2014–2020';

test('a series is read with its gaps and sources, and its picture is told in its own numbers only', async () => {
  const { anna } = await readyProgramme(server);
  const screen = await enterWithKit(server.address, anna, { width: 1280, keyboard: true });
  screens.push(screen);
  await screen.follow('Figures abroad');
  await screen.seeHeading('Figures abroad');
  const asked: string[] = [];
  screen.page.on('request', (request) => asked.push(request.url()));
  await screen.choose('Series', comensha);
  const table = screen.page.getByRole('region', { name: comensha });
  expect(await table.getByRole('row', { name: /^2007/ }).innerText()).toMatch(/716\s+–\s+counted\s+1, not stated/);
  expect(await table.getByRole('row', { name: /^2009/ }).innerText()).toMatch(/no figure/);
  expect(await table.getByRole('row', { name: /^2012/ }).innerText()).toMatch(/1,711\s+\+40%/);
  const says = `Bars. ${comensha}. From 2007 to 2022. Highest: 1,711 in 2012. Lowest: 716 in 2007. No figure for 2008, 2009, 2010, 2014, 2015, 2016, 2017, 2018.`;
  await screen.page.getByRole('img', { name: says }).waitFor();
  await looksRightAt(screen, [1280, 390, 320]);

  // Another wording is taken; another number is not, and then there is nothing to save.
  const words = 'What the picture says, for who does not see it';
  await screen.fill(words, 'It fell to 791 in 2021, half of 1999.');
  await screen.see('Not in the table: 1999. Without them it can be saved.');
  expect(await screen.page.getByRole('button', { name: 'Save the picture (SVG)' }).count()).toBe(0);
  await screen.fill(words, 'It fell to 791 in 2021.');
  const picture = String(await savedBy(screen, 'Save the picture (SVG)'));
  expect(picture).toContain('<title>It fell to 791 in 2021.</title>');
  expect(picture).not.toMatch(/class=|var\(/);

  expect(String(await savedBy(screen, 'Save the table (CSV)'))).not.toContain('#indicator');
  await screen.tick('With a row of HXL tags');
  const saved = String(await savedBy(screen, 'Save the table (CSV)')).split('\r\n');
  expect(saved[1]).toContain('#date+start+year,#date+end+year,#indicator+type,#indicator+value+num');
  expect(saved.find((line) => line.startsWith('2009,'))).toMatch(/^2009,2009,,,,,/);
  // Nothing goes anywhere: neither to the server nor to those who published.
  expect(asked.filter((address) => !address.startsWith(server.address) && !address.startsWith('blob:'))).toEqual([]);
  expect(
    asked.filter((address) => address.startsWith(server.address) && /figure|comensha|series/i.test(address)),
  ).toEqual([]);
});

test('two who count differently are never one line, and groups that overlap are not added up', async () => {
  const [screen] = screens;
  if (screen === undefined) throw new Error('the story before did not get so far');
  await screen.choose('Beside it', rapporteur);
  await screen.see('These two are not one line: they differ in series, publisher.');
  expect(await screen.page.getByRole('img', { name: /^Bars\./ }).count()).toBe(1);
  await looksRightAt(screen, [1280, 390, 320]);
  await screen.tick('two pictures');
  await screen.page.getByRole('img', { name: new RegExp(`^Bars\\. ${rapporteur}`) }).waitFor();
  expect(await screen.page.getByRole('img', { name: /^Bars\./ }).count()).toBe(2);
  await looksRightAt(screen, [1280, 390, 320]);

  await screen.choose('Beside it', /criminal complaints/);
  await screen.see('They count in different units, so they get a picture each.');
  await screen.choose('Beside it', 'No other series');
  await screen.choose('Series', /Kind of exploitation: sexual/);
  await screen.pressOn(screen.page.getByText('Groups of the same topic together'));
  await screen.see(/2020: groups overlap, so they are neither added up nor stacked/);
  expect(complaintsOf(screens)).toEqual([]);
});
