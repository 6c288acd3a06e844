import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays, dayInAmsterdam, type CivilDate } from '#platform/base';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { foundProgramme, inviteColleague, unlock } from './found-and-invite.ts';
import { openCaseForTeam } from './open-case.ts';
import { complaintsOf, type Screen, type ScreenOptions } from './screen.ts';

let server: TestServer;
let screens: Screen[] = [];
const today = dayInAmsterdam(new Date());

beforeEach(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') {
    for (const [at, screen] of screens.entries())
      await screen.page.screenshot({ path: `.cache/main-job-${at}.png`, fullPage: true });
  }
  for (const screen of screens) await screen.browser.close();
  screens = [];
  await server.stop();
});

/** Who does the job with what: coordinators at a desk and the volunteer on a phone; then everybody on a phone, with keys alone. */
const ways: readonly { readonly way: string; readonly desk: ScreenOptions; readonly phone: ScreenOptions }[] = [
  { way: 'with a mouse and a thumb', desk: {}, phone: { width: 390 } },
  {
    way: 'by keyboard alone, all at 390 px',
    desk: { width: 390, keyboard: true },
    phone: { width: 390, keyboard: true },
  },
];

// Runs in the page, where the type check of this side knows nothing; so it is text.
const placeAndStorage = 'JSON.stringify([location.href, document.title, { ...localStorage }, { ...sessionStorage }])';

async function recordFact(screen: Screen, fact: RegExp, on: CivilDate, more?: () => Promise<void>): Promise<void> {
  await screen.press('Record what happened');
  await screen.choose('What happened', fact);
  await screen.date('On which day', on);
  await more?.();
  await screen.press('Save');
  await screen.page.getByRole('heading', { name: 'Record what happened' }).waitFor({ state: 'detached' });
}

test.each(ways)(
  'from an empty installation to an extension filed on time, $way',
  async ({ desk, phone }) => {
    const anna = await foundProgramme(server.address, server.foundingCode, desk);
    screens.push(anna);
    const bram = await inviteColleague(anna, server.address, {
      role: 'Coordinator',
      name: 'Bram Second',
      handle: 'bram.s',
      ...desk,
    });
    screens.push(bram);
    const noor = await inviteColleague(anna, server.address, {
      role: 'Volunteer',
      name: 'Noor Volunteer',
      handle: 'noor.v',
      ...phone,
    });
    screens.push(noor);

    await openCaseForTeam(anna);

    // The volunteer, on a phone: what really happened, and where the person stands.
    await noor.follow('Cases');
    await noor.pressOn(noor.page.getByRole('table').getByRole('link').first());
    await noor.press('Begin');
    await noor.seeHeading('What happened');
    const permit = addDays(today, -330);
    await recordFact(noor, /Report.*signed|report/i, addDays(permit, -60));
    await recordFact(noor, /Temporary permit|permit.*granted/i, permit, () =>
      noor.choose(/ground/i, /^b\b|b:|victim|investigation/i),
    );
    await noor.seeHeading('Next date');
    await noor.see('Why this date');

    // The card was misread: the reason is kept, and the dates say from where they moved.
    await noor.press(/^Put right ?: Permit granted/);
    await noor.date('On which day', addDays(permit, 2));
    await noor.press('Save');
    await noor.see('There is a problem');
    await noor.fill('Why', 'The card says two days later.');
    await noor.press('Save');
    await noor.see(/Moved from .*The card says two days later/);

    // What if the extension is asked for next week: worked out here, and kept nowhere.
    const writes: string[] = [];
    // How far she has seen the log is kept a moment after the saving before; it has nothing to do with what is supposed.
    const isOfBefore = (path: string): boolean => path === '/api/keyring';
    noor.page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (request.method() !== 'GET' && !isOfBefore(pathname)) writes.push(pathname);
    });
    const place = await noor.page.evaluate<string>(placeAndStorage);
    await noor.press('What if …');
    await noor.choose('What happened', /Extension received/);
    await noor.date('On which day', addDays(today, 7));
    await noor.press('Suppose this');
    await noor.see(/becomes Extension asked for/);
    expect(await noor.barriers()).toEqual([]);
    await noor.press('Clear all');
    await noor.page.getByText(/becomes Extension asked for/).waitFor({ state: 'detached' });
    await noor.press('Close');
    expect(writes).toEqual([]);
    expect(await noor.page.evaluate<string>(placeAndStorage)).toBe(place);

    // It happened after all: what was supposed stands in the form, and comes back whole after locking.
    await noor.press('What if …');
    await noor.choose('What happened', /Extension received/);
    await noor.date('On which day', addDays(today, 7));
    await noor.press('Suppose this');
    await noor.press(/^It happened: record it/);
    await noor.press('Close');
    await noor.date('On which day', addDays(today, -1));
    await noor.press(/Lock now/);
    await unlock(noor, 'noor.v');
    await noor.see('Your unfinished text is kept, sealed. It is back below.');
    const chosen = noor.page.getByRole('combobox', { name: 'What happened', exact: true });
    expect(await chosen.locator('option:checked').textContent()).toMatch(/Extension received/);
    const day = noor.page.getByRole('group', { name: 'On which day' }).getByLabel('Day', { exact: true });
    expect(Number(await day.inputValue())).toBe(Number(addDays(today, -1).slice(8)));
    expect(await noor.barriers()).toEqual([]);
    await noor.press('Cancel');
    await chosen.waitFor({ state: 'detached' });

    // Papers, the bundle, the filing.
    await noor.follow(/^Applications/);
    await noor.press('Start');
    await noor.seeHeading('Must be in it');
    await noor.press('Add a document');
    await noor.attach('File', {
      name: 'letter.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('The case is still running. Invented for a test.'),
    });
    await noor.press('Save');
    await noor.see(/1 of \d+ parts are ready/);
    await noor.fill('Reasons', 'I ask for the extension of the permit.\n\nThe criminal case is still running.');
    await noor.press('Save the texts');
    await noor.page.getByText('Not saved yet').waitFor({ state: 'detached' });
    await noor.press('Make the PDF');
    const download = noor.page.waitForEvent('download');
    await noor.press('Download the bundle');
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
    expect(await noor.barriers()).toEqual([]);
    await noor.date('Sent on', today);
    await noor.date(/^Received on/, today);
    await noor.press('Record');
    await noor.see('Received');
    await noor.follow('Journey');
    await noor.see('Extension');
    expect(server.defects).toEqual([]);
    expect(complaintsOf(screens)).toEqual([]);
  },
  240_000,
);
