import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addDays, dayInAmsterdam, type CivilDate } from '#platform/base';
import { buildFictionalForm, buildLetterTemplate } from '#kernel/documents/testing';
import { readPdf } from '../support/read-pdf.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { unlock } from './found-and-invite.ts';
import { readyTeamWithCase } from './ready-team.ts';
import { complaintsOf, type Screen } from './screen.ts';

let server: TestServer;
const screens: Screen[] = [];
const today = dayInAmsterdam(new Date());
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [at, screen] of screens.entries())
    await screen.page.screenshot({ path: `.cache/own-letters-${at}.png`, fullPage: true });
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
});

async function upload(
  screen: Screen,
  label: string | RegExp,
  name: string,
  mimeType: string,
  bytes: Uint8Array,
): Promise<void> {
  await screen.page
    .getByLabel(label)
    .first()
    .setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
}

/** A coordinator brings a letter and a form; what is wrong with the first try is said with its line. */
async function bringStationery(anna: Screen): Promise<void> {
  await anna.follow('Templates and forms');
  await anna.seeHeading('Letters');
  await anna.press('Add a letter template');
  const wrong = await buildLetterTemplate(['Dear {person.calledName},', 'you are {person.age} years old.']);
  await upload(anna, 'Word file', 'letter.docx', docx, wrong);
  await anna.see('Line 2:');
  await anna.see('you are {person.age} years old.');
  const letter = await buildLetterTemplate([
    'Our own letter for {person.fullName}',
    '{texts.reasons}',
    'Enclosed: {#documents}{number}. {title}; {/documents}',
    '{#following}Follows by {by | longdate}: {title}. {/following}',
    'Born {person.born | longdate}. {organisation.name}, {recipient.name}',
  ]);
  await upload(anna, 'Word file', 'letter.docx', docx, letter);
  await anna.see(/This template can be used/);
  await anna.see('who the person is');
  await anna.fill('Name', 'Our letter');
  await anna.press('Save the template');
  await anna.see(/Version 1, checked on/);

  await anna.press('Add an official form');
  await upload(anna, 'Blank form (PDF)', 'form.pdf', 'application/pdf', await buildFictionalForm());
  await anna.see(/It has 9 fields/);
  await anna.fill('Name', 'Fictional form');
  await anna.fill('Authority', 'Fictional Service');
  await anna.fill('Edition', '2026-01');
  await anna.page.getByText(/Which requirements it meets/).click();
  await anna.tick('Extension form');
  const mapped = async (field: string, from: string): Promise<void> => {
    await anna.page
      .getByRole('group', { name: field, exact: true })
      .getByLabel('Filled from')
      .selectOption({ label: from });
  };
  await mapped('name', 'person.fullName');
  await mapped('number', 'person.vNumber');
  await anna.page.getByRole('group', { name: 'number', exact: true }).getByLabel('Must be filled in').check();
  await mapped('remarks', 'texts.request');
  await mapped('kind', 'case.step');
  await anna.fill('“B” is chosen for', 'extension-requested');
  await anna.press('Save the form');
  await anna.see(/Fictional Service, edition 2026-01/);

  await anna.press('Change');
  await anna.page.getByRole('group', { name: 'Who sends' }).getByLabel('Name').fill('Test society');
  await anna.page.getByRole('group', { name: 'To whom' }).getByLabel('Name').fill('Fictional Service');
  await anna.page.getByRole('button', { name: 'Save', exact: true }).click();
  await anna.see('Test society');
  expect(await anna.barriers()).toEqual([]);
}

async function recordFact(screen: Screen, fact: RegExp, on: CivilDate, more?: () => Promise<void>): Promise<void> {
  await screen.press('Record what happened');
  await screen.choose('What happened', fact);
  await screen.date('On which day', on);
  await more?.();
  await screen.press('Save');
  await screen.page.getByRole('heading', { name: 'Record what happened' }).waitFor({ state: 'detached' });
}

/** A paper with a password can be kept; in a bundle it is named by its title, and can be left out. */
async function tryLocked(noor: Screen): Promise<void> {
  const locked = await PDFDocument.create();
  locked.addPage([300, 300]);
  locked.encrypt({ userPassword: 'secret', ownerPassword: 'owner', permissions: {} });
  await noor.press('Add a paper');
  await noor.fill('Title', 'Locked letter');
  await upload(noor, 'File', 'locked.pdf', 'application/pdf', await locked.save());
  await noor.press('Save');
  await noor.page.getByRole('button', { name: 'Leave out: Locked letter' }).waitFor();
  await noor.press('Make the PDF');
  await noor.see(/^Locked letter: Part 4 has a password/);
  await noor.press('Leave out: Locked letter');
  await noor.page.getByRole('button', { name: 'Leave out: Locked letter' }).waitFor({ state: 'detached' });
}

/** On a slow line, the next change of the order comes before the last is saved: each is done once. */
async function turnAndMove(noor: Screen): Promise<void> {
  const line = Promise.withResolvers<void>();
  const saves = /\/operations$/;
  await noor.page.route(saves, async (route) => {
    await line.promise;
    await route.continue();
  });
  const sent = noor.page.waitForRequest(saves);
  await noor.press('Turn a quarter: Letter of the shelter');
  await sent;
  await noor.page.getByRole('button', { name: 'Move up: Letter of the shelter' }).focus();
  await noor.page.keyboard.press('Shift+K');
  await noor.see('2. Letter of the shelter');
  // Longer than a change of the order waits for the next one: it would be sent by now.
  await noor.page.waitForTimeout(1_000);
  const saved = noor.page.waitForResponse(saves).then(() => noor.page.waitForResponse(saves));
  line.resolve();
  await saved;
  await noor.see('turned 90°');
  // Left before the moment in which it would be saved: it is saved all the same.
  await noor.press('Turn a quarter: Letter of the shelter');
  await noor.follow('Journey');
  await noor.page.getByRole('heading', { name: 'Residence' }).waitFor();
  await noor.page.goBack();
  await noor.see('turned 180°');
  // And round to where it was: 270°, upright, 90°.
  for (let turn = 0; turn < 3; turn += 1) await noor.press('Turn a quarter: Letter of the shelter');
  await noor.see('turned 90°');
}

/** The volunteer gathers, writes and orders, on a phone. */
async function gather(noor: Screen): Promise<void> {
  await noor.follow('Cases');
  await noor.page.getByRole('table').getByRole('link').first().click();
  await noor.press('Begin');
  const permit = addDays(today, -330);
  await recordFact(noor, /Report.*signed|report/i, addDays(permit, -60));
  // A term in hours runs from this one, so its hour is asked; and it is there again for putting right.
  await recordFact(noor, /Police sent notice M55/, addDays(permit, -60), () => noor.fill(/^Time of day/, '15:30'));
  const notice = noor.page.locator('#facts').getByRole('listitem').filter({ hasText: 'Police sent notice M55' });
  await notice.getByRole('button', { name: 'Put right' }).click();
  expect(await notice.getByLabel(/^Time of day/).inputValue()).toBe('15:30');
  expect(await noor.barriers()).toEqual([]);
  await notice.getByRole('button', { name: 'Cancel' }).click();
  await recordFact(noor, /Temporary permit|permit.*granted/i, permit, () =>
    noor.choose(/ground/i, /^b\b|b:|victim|investigation/i),
  );
  // A paper that lies in the case before anybody thinks of an application.
  await noor.follow(/^Documents/);
  await noor.press('Add a document');
  await noor.choose('What it is', 'Copy of the permit');
  await upload(noor, 'File', 'permit.txt', 'text/plain', Buffer.from('Permit. Invented for a test.'));
  await noor.press('Save');
  await noor.see('Copy of the permit');

  await noor.follow(/^Applications/);
  await noor.press('Start');
  await noor.see('1 of these is already here. Use it?');
  await noor.press('Use what is here');
  await noor.see(/1 of 6 parts are ready/);
  await noor.press('Send without');
  await noor.fill('What follows, and from whom', 'asked from the police');
  await noor.date('It follows by', addDays(today, 7));
  await noor.press('Save');
  await noor.see(/^Follows by/);
  await noor.press('Add a paper');
  await noor.fill('Title', 'Letter of the shelter');
  await upload(noor, 'File', 'shelter.txt', 'text/plain', Buffer.from('She lives here. Invented for a test.'));
  await noor.press('Save');
  await noor.see('2. Letter of the shelter');
}

test('the organisation’s own letter and form, in a bundle that is handed in with its receipt', async () => {
  const { anna, bram, noor } = await readyTeamWithCase(server);
  screens.push(anna, bram, noor);
  await bringStationery(anna);
  // Templates are fetched with the first case that is opened.
  await noor.page.reload();
  await unlock(noor, 'noor.v');
  await gather(noor);

  // The coordinator sees the same on a wide screen.
  await anna.follow('Cases');
  await anna.page.getByRole('table').getByRole('link').first().click();
  await anna.follow(/^Applications/);
  await anna.see(/1 of 6 parts are ready/);
  await anna.see('2. Letter of the shelter');
  expect(await anna.barriers()).toEqual([]);

  // The letter from the organisation's own template: what will be filled, what is missing, and the file.
  await noor.choose('Template', /^Our letter/);
  await noor.fill('Reasons', 'The criminal case is still running.\n\n- it goes to court');
  await noor.press('Save the texts');
  await noor.page.getByText('Not saved yet').waitFor({ state: 'detached' });
  await noor.page
    .getByText(/^What will be filled in/)
    .first()
    .click();
  await noor.see('Selamte Okparinde');
  await noor.press('Write the letter');
  await noor.see(/Dots stand there.*person\.born/);
  const word = noor.page.waitForEvent('download');
  await noor.press('Save as Word');
  expect((await word).suggestedFilename()).toBe('letter.docx');

  // The official form: filled where there is a value, the rest is listed.
  await noor.choose('Form', /^Fictional form/);
  await noor.see(/2 of 6 parts are ready/);
  await noor.press('Fill in the form');
  await noor.see('person.vNumber: must be filled in and has no value');
  expect(await noor.barriers()).toEqual([]);

  // A part turned, the order by keys while that is still being saved, and the bundle.
  await turnAndMove(noor);
  await tryLocked(noor);
  await noor.see('turned 90°');
  await noor.fill(/^Reference at the foot/, 'Ours 12');
  await noor.page.keyboard.press('Tab');
  await noor.press('Make the PDF');
  await noor.see(/The bundle has \d+ pages/);
  const download = noor.page.waitForEvent('download');
  await noor.press('Download the bundle');
  const bundle = await readPdf(readFileSync(await (await download).path()));
  const text = bundle.pages.join('\n');
  expect(bundle.pages[0]).toContain('Our own letter for Selamte Okparinde');
  expect(bundle.pages[0]).toContain('1. Fictional form; 2. Letter of the shelter; 3. Copy of the permit');
  expect(bundle.pages[0]).toContain('The criminal case is still running.');
  expect(bundle.pages[1]).toMatch(/Contents.*Letter.*1.*Fictional form.*3.*Letter of the shelter.*5.*follows/);
  expect(bundle.pages[1]).toContain('asked from the police');
  expect(bundle.bookmarks).toEqual([
    { title: 'Letter', page: 1 },
    { title: 'Contents', page: 2 },
    { title: '1. Fictional form', page: 3 },
    { title: '2. Letter of the shelter', page: 5 },
    { title: '3. Copy of the permit', page: 7 },
  ]);
  expect(bundle.pages[3]).toContain('Selamte Okparinde');
  expect(text).toContain('page 8 of 8, part 3 · Ours 12');
  expect([bundle.pages.length, bundle.hasForm, bundle.language, bundle.labels?.length]).toEqual([8, false, 'en', 8]);
  await noor.press('Preview');
  await noor.page.frameLocator('iframe').first().locator('canvas').first().waitFor();
  expect(await noor.barriers()).toEqual([]);

  // Handed in without a recorded consent: said, not forbidden. Then the receipt, and the authority's term runs.
  await noor.see(/No consent to hand in for the person is recorded/);
  await noor.date('Sent on', addDays(today, -1));
  await noor.press('Record');
  await noor.see('Handed in: nothing in it can be changed any more.');
  await noor.date(/^Received on/, today);
  await noor.page.getByLabel(/^Presumed/).check();
  await noor.press('Record');
  await noor.see(/presumed$/);
  await noor.page.getByLabel(/^Proved/).check();
  await upload(noor, /^Receipt \(/, 'receipt.pdf', 'application/pdf', await buildFictionalForm());
  await noor.press('Record');
  await noor.see('Receipt of handing in');
  await noor.see(/, proved$/);
  await noor.see(/The decision is due by/);
  await noor.see('Bundle (SHA-256)');
  expect(await noor.barriers()).toEqual([]);
  await noor.follow('Journey');
  await noor.see('Extension');
  expect(server.defects).toEqual([]);
  expect(complaintsOf(screens)).toEqual([]);
}, 300_000);
