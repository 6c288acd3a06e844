import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
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

async function looksRight({ page, barriers }: Screen): Promise<void> {
  expect(await barriers()).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
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
  expect(complaintsOf(screens)).toEqual([]);
  expect(server.defects).toEqual([]);
});
