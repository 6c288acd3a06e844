import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addDays, dayInAmsterdam, expectOk, type CivilDate } from '#platform/base';
import {
  createProcedures,
  newestPacks,
  openCase,
  recordsOf,
  startJourney,
  type NewFact,
} from '#modules/casework/client';
import { readPdf } from '../support/read-pdf.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { passphrase } from './found-and-invite.ts';
import { enterWithKit, readyCase, readyProgramme } from './ready-programme.ts';
import { complaintsOf, type Screen } from './screen.ts';

let server: TestServer;
let anna: Screen | null = null;
const today = dayInAmsterdam(new Date());

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await anna?.page.screenshot({ path: '.cache/journey-sheet.png', fullPage: true });
});
afterAll(async () => {
  await anna?.browser.close();
  await server.stop();
});

/** A case in which everything runs at once: every track has begun, and much is due. */
function fullestFacts(): readonly NewFact[] {
  const ago = (days: number): CivilDate => addDays(today, -days);
  const fact = (name: string, days: number, fields: Readonly<Record<string, string | boolean>> = {}): NewFact => ({
    fact: name,
    on: ago(days),
    ...fields,
  });
  return [
    fact('offence-ended', 800),
    fact('reflection-granted', 500),
    fact('report-signed', 460),
    fact('permit-granted', 440, { ground: 'a' }),
    fact('extension-requested', 90),
    fact('extension-refused', 40),
    fact('objection-lodged', 30),
    fact('case-dismissed', 20, { noticeServed: true, learned: ago(18) }),
    fact('asylum-requested', 200),
    fact('asylum-decided', 10, { outcome: 'refused' }),
    fact('completion-requested', 80, { reason: 'general' }),
    fact('fund-application', 60),
    fact('fund-decided', 12, { outcome: 'partly' }),
    fact('injured-party-joined', 100),
    fact('compensation-ordered', 50),
    fact('safety-check-done', 70),
    fact('embassy-contact', 60, { answer: 'refused' }),
  ];
}

test('a paper for the person that names nobody, days for a calendar, and newer rules with a reason', async () => {
  const programme = await readyProgramme(server);
  const { session } = programme;
  const opened = await readyCase(programme, 'Okparinde', programme.noor);
  const started = await startJourney(session, createProcedures(), opened, {
    // The version that was the first: a newer one is out by now.
    packs: newestPacks('nl').map(({ id }) => ({ id, version: '2026.1' })),
    parameters: {},
    facts: fullestFacts(),
  });
  expectOk(started);
  const other = await readyCase(programme, 'Kanaal', null);
  const first = newestPacks('nl').map(({ id }) => ({ id, version: '2026.1' }));
  const { open: openOfOther } = expectOk(
    await startJourney(session, createProcedures(), other, { packs: first, parameters: {}, facts: fullestFacts() }),
  );
  anna = await enterWithKit(`${server.address}/cases/${opened.id}/journey`, programme.anna);
  const { page } = anna;
  await anna.follow('Make the sheet');
  await anna.seeHeading('Where you are now');
  expect(await anna.barriers()).toEqual([]);

  // Before the question is answered nothing can be printed: not by the button, and not by the browser's own.
  expect((await readPdf(await page.pdf({ preferCSSPageSize: true }))).pages.join('').trim()).toBe('');
  await anna.press('Print');
  await anna.see('Say first who might find the paper');
  await anna.tick('There is no safe place');
  await anna.see('Do not print');
  expect(await page.getByRole('button', { name: 'Print', exact: true }).count()).toBe(0);
  await anna.tick('There is a safe place for it');
  expect(await page.title()).toBe('Notes');

  await page.evaluate('window.print = () => undefined');
  await anna.press('Print');
  await anna.fill('Passphrase', passphrase);
  await anna.press('Confirm');
  const readyPaper = page.locator('[data-print-sheet][data-ready="true"]');
  await readyPaper.waitFor({ state: 'attached' });
  for (const [language, title] of [
    ['en', 'Where you are now'],
    ['nl', 'Waar u nu staat'],
  ] as const) {
    await page.getByLabel('Language', { exact: true }).selectOption(language);
    await page.getByRole('checkbox', { name: 'Write the days' }).check();
    // It is another sheet now, which nobody asked to print.
    await readyPaper.waitFor({ state: 'detached' });
    await anna.press('Print');
    await readyPaper.waitFor({ state: 'attached' });
    const pdf = await readPdf(await page.pdf({ preferCSSPageSize: true, displayHeaderFooter: true }));
    expect(pdf.pages).toHaveLength(1);
    const [words = ''] = pdf.pages;
    for (const said of [title, '112', today.slice(0, 4)]) expect(words).toContain(said);
    for (const telling of [opened.open.codeName, 'Selamte', 'Okparinde', 'Baken', '127.0.0.1', opened.id])
      expect(words).not.toContain(telling);
    expect(pdf.title).toBe(language === 'en' ? 'Notes' : 'Notities');
  }

  // Nothing of it is saved or in the address, and the name of the window comes back.
  expect(new URL(page.url()).pathname).toBe(`/cases/${opened.id}/sheet`);
  expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('');
  await anna.follow('Journey');
  await anna.seeHeading('For the person');
  expect(await page.title()).toBe('Baken');

  // Days for a calendar: a file with a name that says nothing, and the code name at most.
  await anna.press('Save days');
  await anna.see(/calendar app will hold these days/);
  const [download] = await Promise.all([page.waitForEvent('download'), anna.press(/^Save \d+ days$/)]);
  expect(download.suggestedFilename()).toBe('dates.ics');
  const file = readFileSync(await download.path(), 'utf8');
  expect(file).toContain(`SUMMARY:Baken\\, ${opened.open.codeName}\\, date`);
  for (const telling of ['Selamte', 'Okparinde', opened.id, 'objection', 'D13']) expect(file).not.toContain(telling);
  await anna.see(/then remove the file/);

  // A newer version of the rules: seen, looked at, moved to with a reason, kept in the history.
  await anna.seeHeading('A newer version of the rules');
  await anna.press('Look what would change');
  await anna.see(/other dates? stays?/);
  expect(await anna.barriers()).toEqual([]);
  await anna.press('Move to the newer rules');
  await anna.see('Write why before you move it');
  await anna.fill('Why is the case moved?', 'The lawyer agrees.');
  await anna.press('Move to the newer rules');
  await anna.pressOn(page.getByText('Versions of the rules before'));
  await anna.see(/from 2026.1 to .*The lawyer agrees/);

  // The other case among many: looked at in a worker, chosen, moved as one operation.
  await anna.follow('Overview');
  await anna.follow('Look what would change');
  await anna.press('Look at 1 case');
  await anna.tick(`Choose ${other.open.codeName}`);
  await anna.press('Move 1 case');
  await anna.see('Write why before you move it');
  expect(await anna.barriers()).toEqual([]);
  await anna.fill('Why is the case moved?', 'The lawyer agrees.');
  await anna.press('Move 1 case');
  await page.getByText('Moved', { exact: true }).waitFor();
  const moved = expectOk(await openCase(session, other.id));
  expect(recordsOf(moved, 'move').map(({ content }) => content.from)).toEqual([first]);

  // Taken back in one press: what came of it is announced and has the focus, so the next key reaches the button.
  await anna.see('1 case was moved.');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement?.textContent')).toBe('Undo: move 1 case back');
  expect(await anna.barriers()).toEqual([]);
  await page.keyboard.press('Enter');
  await anna.see('1 case stands on the rules of before again.');
  await page.getByText('Moved back', { exact: true }).waitFor();
  expect(await page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('What became of it');
  expect(await anna.barriers()).toEqual([]);
  const back = expectOk(await openCase(session, other.id));
  expect(recordsOf(back, 'move').map(({ content }) => content.to)[1]).toEqual(first);
  expect(back.open).toEqual(openOfOther);
  expect(complaintsOf([anna])).toEqual([]);
});
