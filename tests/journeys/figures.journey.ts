import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrganisationId } from '#modules/learning';
import { connectRecords } from '../support/record-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { looksRight } from './looks-right.ts';
import { enterWithKit, readyProgramme, type ReadyProgramme } from './ready-programme.ts';
import { complaintsOf, type Screen, type ScreenOptions } from './screen.ts';

const lastYear = String(new Date().getFullYear() - 1);
let server: TestServer;
let people: ReadyProgramme;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  people = await readyProgramme(server);
  await writeLastYear();
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
});

/** A year that is over, written past the player: past days cannot be lived through it. A name begins like a formula. */
async function writeLastYear(): Promise<void> {
  const owner = new pg.Client(server.database.owner);
  await owner.connect();
  const organisations = [
    ['Demo programme', true, [3, 1, 0, 2, 5, 0, 0, 1, 2, 3, 1, 4]],
    ['=Harbour House', false, [12, 4, 9, 15, 0, 0, 0, 22, 3, 3, 3, 0]],
    ['Small Bridge', false, [0, 0, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0]],
  ] as const;
  for (const [name, own, months] of organisations) {
    const { rows } = await owner.query<{ tenant: string; id: string }>(
      `INSERT INTO learning.organisation SELECT tenant, gen_random_uuid(), $1, $2 FROM accounts.tenant RETURNING tenant, id`,
      [name, own],
    );
    for (const [at, count] of months.entries())
      await owner.query(
        `WITH people AS (SELECT gen_random_uuid() AS learner FROM generate_series(1, $4::int)),
           began AS (INSERT INTO learning.beginning
             SELECT $1::uuid, learner, $2::uuid, 'recognising-trafficking', $3::date FROM people)
         INSERT INTO learning.completion
           (tenant, attempt, learner, organisation, course, version, digest, language, draft, route, done_on)
         SELECT $1::uuid, gen_random_uuid(), learner, $2::uuid, 'recognising-trafficking', '0.3.0', 'digest', 'nl', true,
           'own-player', $3::date FROM people`,
        [rows[0]?.tenant, rows[0]?.id, `${lastYear}-${String(at + 1).padStart(2, '0')}-15`, count],
      );
  }
  await owner.end();
}

async function enter(options: ScreenOptions): Promise<Screen> {
  const screen = await enterWithKit(server.address, people.anna, options);
  screens.push(screen);
  return screen;
}

/** By its address: on a telephone the menu has no room for this page. */
async function goToFigures(page: Screen['page']): Promise<void> {
  await page.evaluate(`history.pushState(null, '', '/learning/figures'); dispatchEvent(new PopStateEvent('popstate'))`);
}

async function saved({ page, press }: Screen, button: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await press(button);
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('a coordinator reads the figures of a year by keyboard and takes them along', async () => {
  const screen = await enter({ width: 1280, keyboard: true });
  const { page } = screen;
  await screen.follow('Who learns');
  await screen.seeHeading('Learning');
  await screen.see(/There is no number for \d+ that may be shown yet/);
  await screen.follow('By month, organisation and language');
  await screen.seeHeading('How this is counted');
  await screen.choose('Year', lastYear);
  await screen.see(`In ${lastYear}, 84 people of 2 organisations finished “Recognising human trafficking”.`);
  await screen.see(/later months of 2 organisations, because fewer than 10 would be shown/);
  await looksRight(screen);
  // Each picture has a name, and its numbers stand in a table.
  expect(await page.getByRole('img', { name: /^=Harbour House: 62 people\./ }).count()).toBe(1);
  await screen.pressOn(page.locator('summary', { hasText: 'Month by month: =Harbour House' }));
  const table = page.getByRole('region', { name: 'Month by month: =Harbour House' });
  expect(await table.getByRole('rowheader').allTextContents()).toContain(`Feb ${lastYear} – Mar ${lastYear}`);
  await looksRight(screen);

  const csv = await saved(screen, 'Save as CSV');
  expect(csv.name).toMatch(new RegExp(`^baken-${lastYear}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
  const text = csv.bytes.toString('utf8');
  expect(text.startsWith('\uFEFFYear,Module,Organisation,Language,From,To,Began,People finished')).toBe(true);
  expect(text).toContain(`,'=Harbour House,all,Feb ${lastYear},Mar ${lastYear},13,13,13,0,`);
  expect(text).toContain(',Small Bridge,all,');
  expect(text).toContain('held over: fewer than 10 in a column');
  // Nobody can be counted in it who is not shown on the page.
  expect(text).not.toMatch(/Small Bridge,all,[^,]*,[^,]*,[1-9],/);
  const xlsx = await saved(screen, 'Save as Excel');
  expect(Object.keys(unzipSync(xlsx.bytes))).toContain('xl/worksheets/sheet1.xml');
  await screen.see('The file is made and was handed to your browser.');
  await looksRight(screen);
});

test('a coordinator adds sums that an organisation told, by keyboard, and nobody is counted twice', async () => {
  const screen = await enter({ width: 1280, keyboard: true });
  const { page } = screen;
  await screen.follow('Who learns');
  await screen.follow('Sums from others');
  await screen.seeHeading('Sums that organisations tell');
  await screen.choose('Year', lastYear);
  await screen.press('Add sums');
  await screen.choose('Organisation', 'Small Bridge');
  await screen.choose('Up to and with month', /^Jun/);
  await screen.fill('People finished', '25');
  await screen.tick('their learning system');
  await looksRight(screen);
  await screen.press('Add sums');
  await screen.see(/counted in another way in this module and year already/);
  await screen.fill('Why is nobody counted twice?', 'The night shift has its own system.');
  await looksRight(screen);
  await screen.press('Add sums');
  await screen.see('Saved. The figures show it as far as it may be shown.');

  await screen.press('Add sums');
  await screen.choose('Organisation', 'Small Bridge');
  const file = (text: string) => ({ name: 'sums.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await screen.attach('Or a file with a line for each', file('from;until;people\n7;9;Anna\n'));
  await screen.see('Line 2 cannot be read. Nothing of the file is taken.');
  await screen.attach('Or a file with a line for each', file('from;until;people;runs\n7;9;12;30\n10;12;4\n'));
  await screen.see('The file has 2 lines with 16 people together.');
  await screen.tick('their lists of who was there');
  await screen.press('Add sums');
  await screen.see('Saved. The figures show it as far as it may be shown.');
  await screen.press(/^Correct Jul/);
  await screen.fill('People finished', '22');
  await screen.fill('Runs finished', '40');
  await looksRight(screen);
  await screen.pressOn(page.getByRole('group', { name: /^Correct/ }).getByRole('button', { name: /^Correct/ }));
  await screen.see('corrected');
  await looksRight(screen);

  await screen.follow('Figures');
  await screen.choose('Year', lastYear);
  await screen.see('Besides, 1 organisation told of 47 people who finished; we did not count them.');
  await screen.see(`In ${lastYear}, 84 people of 2 organisations finished “Recognising human trafficking”.`);
  const told = page.getByRole('region', { name: 'Told by organisations themselves, not counted by us' });
  expect(await told.getByRole('row').allTextContents()).toEqual([
    expect.stringContaining('Whence they know it'),
    expect.stringMatching(/^Small BridgeJan .*2525their learning system$/),
    expect.stringMatching(/^Small BridgeJul .*corrected22.*their lists of who was there$/),
    expect.stringMatching(/^Small BridgeOct .*fewer than 10fewer than 10their lists of who was there$/),
  ]);
  await screen.see('The night shift has its own system.');
  await looksRight(screen);
  const csv = (await saved(screen, 'Save as CSV')).bytes.toString('utf8');
  expect(csv).toContain('25,25,,,Told by the organisation (their learning system); not counted by us.,');
});

test('a coordinator says which module of a connected system is ours', async () => {
  const owner = new pg.Client(server.database.owner);
  await owner.connect();
  const { rows } = await owner.query<{ id: OrganisationId }>(
    `SELECT id FROM learning.organisation WHERE name = '=Harbour House'`,
  );
  await owner.end();
  const organisation = rows[0]?.id;
  if (organisation === undefined) throw new Error('the organisation was written');
  const source = await connectRecords(server, { source: { name: 'Their Moodle', organisation } });
  const done = await source.post({
    ...{ actor: { mbox: 'mailto:anna@example.org' }, verb: { id: 'http://adlnet.gov/expapi/verbs/completed' } },
    object: { id: 'https://moodle.example.org/7', definition: { name: { en: 'Seeing the signs' } } },
  });
  expect(done.status).toBe(200);
  const screen = await enter({ width: 390, keyboard: true });
  const { page } = screen;
  await page.evaluate(`history.pushState(null, '', '/learning/totals'); dispatchEvent(new PopStateEvent('popstate'))`);
  await screen.press('Count a module of their system');
  await screen.choose('Organisation', 'Small Bridge');
  await screen.see('No connected system of this organisation has said yet that somebody finished something.');
  await screen.choose('Organisation', '=Harbour House');
  await screen.see('Their Moodle: says “completed”');
  await screen.tick(/^Seeing the signs/);
  await looksRight(screen);
  await screen.press('Count a module of their system');
  await screen.see('Saved. The figures show it as far as it may be shown.');
  await goToFigures(page);
  await screen.see(/There is no number/);
});

test('the figures are read on a telephone, in Dutch', async () => {
  const screen = await enter({ width: 390 });
  const { page } = screen;
  await goToFigures(page);
  await screen.seeHeading('How this is counted');
  await screen.choose('Year', lastYear);
  await screen.see(/84 people of 2 organisations/);
  await looksRight(screen);
  await screen.follow('More');
  await page.getByLabel('Nederlands').click();
  await screen.seeHeading('Jouw account');
  await goToFigures(page);
  await screen.seeHeading('Hoe dit is geteld');
  await screen.choose('Jaar', lastYear);
  await screen.see(`In ${lastYear} rondden 84 mensen van 2 organisaties`);
  await looksRight(screen);
  expect((await saved(screen, 'Bewaar als CSV')).bytes.toString('utf8')).toContain('Mensen klaar');
  // A route that is taken is refused before its reason is asked.
  expect(complaintsOf(screens).filter((words) => !/422 .*\/totals$/.test(words))).toEqual([]);
  expect(server.defects).toEqual([]);
});
