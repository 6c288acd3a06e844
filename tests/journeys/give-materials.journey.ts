import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GatheringId } from '#kernel/gatherings';
import { addDays, createId, dayInAmsterdam, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { workshopRoutes } from '#modules/learning';
import { readPdf } from '../support/read-pdf.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { keyboardHands } from './keyboard-hands.ts';
import { looksRight } from './looks-right.ts';
import { enterWithKit, readyProgramme } from './ready-programme.ts';
import { complaintsOf, openScreen, type Screen, type ScreenOptions } from './screen.ts';

let server: TestServer;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  expect(server.defects).toEqual([]);
  await server.stop();
});

async function open(address: string, options: ScreenOptions = {}): Promise<Screen> {
  const screen = await openScreen(address, options);
  screens.push(screen);
  return screen;
}

test('a trainer attaches a file and a page by keyboard; a participant reads both on a phone with the code, and with no other', async () => {
  const { anna, bram, noor } = await readyProgramme(server);
  const [workshop, gathering] = [createId<never>(randomBytes), createId<GatheringId>(randomBytes)];
  const made = { id: workshop, title: 'First conversations', course: null, part: null, guide: 'talking-safely' };
  expectOk(await bram.parts.api.call(workshopRoutes.makeWorkshop, { input: made }));
  const on = addDays(dayInAmsterdam(server.clock.now()), 14);
  const when = { from: `${on}T10:00`, to: `${on}T12:00`, signUpUntil: `${on}T09:00` };
  const about = { place: 'Room 2', link: '', accessNote: '', places: 8, quota: null };
  const input = { id: gathering, ...when, ...about, trainers: [noor.person.user] };
  expectOk(await bram.parts.api.call(workshopRoutes.planSession, { params: { workshop }, input }));
  expect(anna).toBeDefined();

  // The trainer, who plans nothing, attaches.
  const trainer = await enterWithKit(server.address, noor, { width: 1280, keyboard: true });
  screens.push(trainer);
  const hands = keyboardHands(trainer.page);
  await trainer.follow('Training');
  await trainer.follow('Workshops');
  await trainer.follow(/^Who comes/);
  await trainer.see('Nothing is attached to this workshop yet.');
  await looksRight(trainer);
  await trainer.pressOn(trainer.page.locator('summary', { hasText: 'Attach a file' }));
  await trainer.press('Attach it');
  await trainer.see('Choose a file.');
  await trainer.fill('What it is called', 'Whom to call');
  const evil = { name: 'route.txt', mimeType: 'text/plain', buffer: Buffer.from('<html><script>1</script></html>') };
  await hands.attach(trainer.page.getByLabel('File'), evil);
  await trainer.press('Attach it');
  await trainer.see(/^This file is not taken/);
  await looksRight(trainer);
  const words = 'Ask first. Then call the advice line of your organisation.\n';
  const file = { name: 'route.txt', mimeType: 'text/plain', buffer: Buffer.from(words) };
  await hands.attach(trainer.page.getByLabel('File'), file);
  await trainer.press('Attach it');
  await trainer.see('version 1');
  await trainer.pressOn(trainer.page.locator('summary', { hasText: 'Choose from the facilitator pack' }));
  await trainer.press('Attach it from the pack');
  await trainer.see('page to read here');
  for (const [set, seen] of [
    [/^Slides \(\d+\)$/, 'slides to look through here'],
    [/^Case cards \(\d+\)$/, 'cards to read here'],
  ] as const) {
    await trainer.choose('What of it', set);
    await trainer.press('Attach it from the pack');
    await trainer.see(seen);
  }
  await looksRight(trainer);
  for (const title of ['Whom to call', 'My sheet', 'Slides'])
    await trainer.choose(`Participants read “${title}”`, 'From now on');
  await trainer.choose('Participants read “Case cards”', 'When the session is over');

  // The slides are shown from here, over the whole window, and turned by key; no word for trainers is on the wall.
  await trainer.press(/^Show over the whole window ?: Slides$/);
  const wall = trainer.page.getByRole('dialog', { name: 'Slides' });
  await wall.getByText(/^1 of \d+$/).waitFor();
  await trainer.page.keyboard.press('ArrowRight');
  await wall.getByRole('heading', { name: 'This half day' }).waitFor();
  await looksRight(trainer);
  expect(await wall.textContent()).not.toContain('Say the hours');
  await trainer.page.keyboard.press('Escape');
  await wall.waitFor({ state: 'detached' });

  // The cards are printed, each in a frame, in the language that is wanted, and nothing else with them.
  const session = trainer.page.url();
  await trainer.follow(/^Look at or print ?: Case cards$/);
  await trainer.seeHeading('Case cards');
  await looksRight(trainer);
  const paper = async () => (await readPdf(await trainer.page.pdf({ format: 'A4' }))).pages.join(' ');
  const cards = await paper();
  expect(cards).toContain('A friend of 24 let her sign');
  for (const word of ['she is a child', 'Print, or keep', 'Training', 'Workshops']) expect(cards).not.toContain(word);
  await trainer.tick('Dutch');
  expect(await paper()).toContain('Een vriend van 24');
  await looksRight(trainer);
  await trainer.page.goBack();
  await trainer.follow(/^Look through or print ?: Slides$/);
  await trainer.see(/^1 of \d+$/);
  await looksRight(trainer);
  const slides = await paper();
  for (const title of ['This half day', 'Your route on Monday']) expect(slides).toContain(title);
  await trainer.page.goBack();
  expect(trainer.page.url()).toBe(session);
  await trainer.press('Draw a code');
  const link = new URL((await trainer.page.getByText(/#materials=/).textContent()) ?? '');
  const code = link.hash.slice('#materials='.length);
  await looksRight(trainer);

  // A participant on a phone, in English and then in Dutch.
  const phone = await open(link.href, { width: 390 });
  await phone.seeHeading('First conversations');
  expect(phone.page.url()).not.toContain(code);
  await phone.see('Whom to call');
  await looksRight(phone);
  const handed = phone.page.waitForEvent('download');
  await phone.press(/^Download ?: Whom to call/);
  const stream = await (await handed).createReadStream();
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece as Uint8Array)); // What a file is read as.
  expect(Buffer.concat(pieces).toString()).toBe(words);
  await phone.press(/^Read ?: My sheet/);
  await phone.page.locator('article[lang="en"]').waitFor();
  await phone.see('Where this comes from');
  await looksRight(phone);
  await phone.press(/^Read ?: My sheet/);
  await phone.press(/^Read ?: Slides/);
  await phone.seeHeading('This half day');
  await looksRight(phone);
  await phone.see('More follows when the session is over.');
  expect(await phone.page.getByText('Case cards').count()).toBe(0);
  const dutch = await open(link.href, { width: 390, language: 'nl-NL' });
  await dutch.press(/^Lezen ?: My sheet/);
  await dutch.page.locator('article[lang="nl"]').waitFor();
  await looksRight(dutch);
  // Laid out from right to left, nothing sticks out either.
  await dutch.page.evaluate("document.documentElement.dir = 'rtl'");
  await looksRight(dutch);

  // Another code opens nothing; the right one, typed, does.
  const wrong = new URL(link.href);
  wrong.hash = '#materials=ABCDEFGH';
  const other = await open(wrong.href, { width: 390 });
  await other.see(/code/i);
  await looksRight(other);
  await other.fill('Code', code);
  await other.press('Open');
  await other.see('Whom to call');
  expect(complaintsOf(screens).filter((said) => !said.includes('/api/learning/'))).toEqual([]);
});
