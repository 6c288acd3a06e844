import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GatheringId } from '#kernel/gatherings';
import { addDays, createId, dayInAmsterdam, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { teachingRoutes, trainingRoutes, workshopRoutes } from '#modules/learning';
import { readPdf } from '../support/read-pdf.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { passphrase } from './found-and-invite.ts';
import { looksRight } from './looks-right.ts';
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

/** Words of each page that the browser would print now, on A4. */
async function printed({ page }: Screen): Promise<readonly string[]> {
  return (await readPdf(await page.pdf({ format: 'A4' }))).pages;
}

test('a trainer opens the pack of a planned session, turns slides by keyboard, and prints cards and sheets', async () => {
  const { anna, noor } = await readyProgramme(server);
  const draw = (): never => createId<never>(randomBytes);
  const [workshop, session] = [draw(), createId<GatheringId>(randomBytes)];
  const on = addDays(dayInAmsterdam(server.clock.now()), 14);
  const asCoordinator = anna.parts.api;
  const titled = {
    title: 'First conversations',
    course: 'recognising-trafficking',
    part: null,
    guide: 'talking-safely',
  };
  expectOk(await asCoordinator.call(workshopRoutes.makeWorkshop, { input: { id: workshop, ...titled } }));
  const planned = {
    ...{ id: session, from: `${on}T09:30`, to: `${on}T13:00`, signUpUntil: `${on}T09:00`, places: 12, quota: null },
    ...{ place: 'Room 2', link: '', accessNote: '', trainers: [noor.person.user] },
  };
  expectOk(await asCoordinator.call(workshopRoutes.planSession, { params: { workshop }, input: planned }));

  const trainer = await enterWithKit(server.address, noor, { width: 1280, keyboard: true });
  screens.push(trainer);
  const { page } = trainer;
  await trainer.follow('Training');
  await trainer.follow('Workshops');
  await trainer.follow(/^Open the facilitator pack/);
  await trainer.seeHeading('Practising the safe conversation');
  // Times of day are those of this session, to the last minute of the half day.
  await trainer.seeHeading(/^09:30–09:50 Arriving/);
  await trainer.seeHeading(/^12:50–13:00 Going home/);
  await trainer.see('It may not be used to train people before these have read and signed it:');
  await looksRight(trainer);

  await trainer.follow('Slides');
  await trainer.see('1 of 18');
  await looksRight(trainer);
  await page.keyboard.press('ArrowRight');
  await trainer.seeHeading('This half day');
  await trainer.see('Say the hours of both breaks. Say that we end on time.');
  await page.keyboard.press('End');
  await trainer.see('18 of 18');
  await page.keyboard.press('ArrowRight');
  await trainer.see('18 of 18');
  await page.keyboard.press('Home');
  await trainer.see('1 of 18');
  // Over the whole window the slide is shown, and never the notes.
  await trainer.press('Fill the window');
  const wall = page.getByRole('dialog', { name: 'Slides' });
  await page.keyboard.press('PageDown');
  await wall.getByText('2 of 18').waitFor();
  await looksRight(trainer);
  const onWall = await wall.textContent();
  expect(onWall).toContain('This half day');
  expect(onWall).not.toContain('Say the hours');
  await page.keyboard.press('Escape');
  await wall.waitFor({ state: 'detached' });
  await trainer.see('2 of 18');
  const slides = (await printed(trainer)).join(' ');
  for (const title of ['This half day', 'Your route on Monday']) expect(slides).toContain(title);
  expect(slides).not.toContain('Say the hours');

  // Cards are cut out: no notes on them, unless a set for trainers is wanted.
  await trainer.follow('Cards');
  await trainer.seeHeading('Lotte, 17');
  await looksRight(trainer);
  await page.evaluate('window.printed = 0; window.print = () => { window.printed += 1; }');
  await trainer.press('Print, or keep as PDF');
  expect(await page.evaluate('window.printed')).toBe(1);
  const cards = (await printed(trainer)).join(' ');
  expect(cards).toContain('A friend of 24 let her sign');
  expect(cards).not.toContain('she is a child');
  await trainer.tick('Print the notes too, as a set for trainers');
  expect((await printed(trainer)).join(' ')).toContain('she is a child');

  await trainer.follow('Hard questions');
  await trainer.seeHeading('When am I certain enough to say something?');
  await looksRight(trainer);
  await trainer.follow('Care');
  await trainer.seeHeading('When somebody tells about themselves');
  await looksRight(trainer);
  await trainer.follow('Sheets for participants');
  await trainer.seeHeading('My sheet');
  await looksRight(trainer);
  const sheets = await printed(trainer);
  expect(sheets[0]).toContain('My contact person');
  expect(sheets.at(-1)).toContain('I know whom I call on Monday.');
  expect(sheets.join(' ')).not.toContain('Script');

  // On a phone, in Dutch.
  const phone = await enterWithKit(server.address, noor, { width: 390 });
  screens.push(phone);
  await phone.follow('More');
  await phone.follow('Training');
  await phone.follow('Workshops');
  await phone.follow(/^Open the facilitator pack/);
  await phone.page.getByLabel('Dutch').check();
  await phone.seeHeading('Het veilige gesprek oefenen');
  await phone.seeHeading(/^09:30–09:50 Binnenkomen/);
  await looksRight(phone);
  for (const [part, heading] of [
    ['Slides', 'Het veilige gesprek oefenen'],
    ['Cards', 'Vier mannen en een busje'],
    ['Hard questions', 'Wanneer weet ik zeker genoeg om iets te zeggen?'],
    ['Care', 'Als iemand over zichzelf vertelt'],
    ['Sheets for participants', 'Mijn blad'],
  ] as const) {
    await phone.follow(part);
    await phone.seeHeading(heading);
    await looksRight(phone);
  }
  expect(complaintsOf(screens)).toEqual([]);
  expect(server.defects).toEqual([]);
}, 240_000);

test('a coordinator says what it takes to teach, gives the first licence, and asks for one at each session', async () => {
  const other = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  const { anna, noor } = await readyProgramme(other);
  const draw = (): never => createId<never>(randomBytes);
  const asCoordinator = anna.parts.api;
  const parts = [{ id: draw(), course: null, name: 'Day for trainers' }];
  const made = { id: draw(), name: 'To teach', parts, needed: 1 };
  expectOk(await asCoordinator.call(trainingRoutes.makeProgramme, { input: made }));
  const titled = {
    title: 'First conversations',
    course: 'recognising-trafficking',
    part: null,
    guide: 'talking-safely',
  };
  expectOk(await asCoordinator.call(workshopRoutes.makeWorkshop, { input: { id: draw(), ...titled } }));

  const coordinator = await enterWithKit(other.address, anna, { width: 1280, keyboard: true });
  screens.push(coordinator);
  await coordinator.follow('Training');
  await coordinator.follow('Who may teach');
  await coordinator.see('Nobody has said yet what it takes to teach a module.');
  await coordinator.press('Say what it takes');
  await coordinator.choose('The day for trainers counts as', 'To teach: Day for trainers');
  await looksRight(coordinator);
  await coordinator.fill('Months that a licence lasts', 'many');
  await coordinator.press('Say what it takes');
  await coordinator.see(/^Check the numbers/);
  await coordinator.fill('Months that a licence lasts', '12');
  await coordinator.press('Say what it takes');
  await coordinator.see('Nobody holds a licence or is on the way to one.');
  await coordinator.press('Give a licence to one of the first');
  await coordinator.choose('To whom', 'Noor Volunteer');
  await looksRight(coordinator);
  await coordinator.press('Give a licence to one of the first');
  await coordinator.fill('Passphrase', passphrase);
  await coordinator.press('Confirm');
  // It rests until she has done the module.
  await coordinator.see('The module, still valid');
  await looksRight(coordinator);
  const { people } = expectOk(await asCoordinator.call(teachingRoutes.listTeaching, {}));
  expect(people).toMatchObject([{ user: noor.person.user, licence: { state: 'missing', lacking: { course: true } } }]);
  await coordinator.follow('Workshops');
  await coordinator.seeHeading('First conversations');
  // Nobody holds one that is good: asking for it would close the workshop.
  expect(await coordinator.page.getByText('Each session needs a trainer with a licence').count()).toBe(0);
  await looksRight(coordinator);
  expect(other.defects).toEqual([]);
  await other.stop();
}, 240_000);
