import { join } from 'node:path';
import ical from 'node-ical';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GatheringId } from '#kernel/gatherings';
import { addDays, createId, dayInAmsterdam, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { hourInAmsterdam } from '#platform/server/jobs';
import { trainingRoutes, workshopRoutes } from '#modules/learning';
import { openMailServer, type MailServer } from '../support/mail-server.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { looksRight } from './looks-right.ts';
import { enterWithKit, readyProgramme, unlockAs } from './ready-programme.ts';
import { complaintsOf, openScreen, type Screen, type ScreenOptions } from './screen.ts';

let mail: MailServer;
let server: TestServer;
const screens: Screen[] = [];

beforeAll(async () => {
  mail = await openMailServer();
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web'), mail: mail.mailer });
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
  await mail.down();
});

async function open(address: string, options: ScreenOptions = {}): Promise<Screen> {
  const screen = await openScreen(address, options);
  screens.push(screen);
  return screen;
}

const plain = (text: string): string => text.replaceAll('=\r\n', '').replaceAll('=3D', '=');
const lettersTo = (address: string): readonly string[] =>
  mail.letters.filter(({ to }) => to === address).map(({ raw }) => plain(raw));

/** What the last letter to an address tells a calendar. */
function calendarTo(address: string) {
  const part =
    /Content-Type: text\/calendar[^]*?\r\n\r\n([^]*?)\r\n--/.exec(lettersTo(address).at(-1) ?? '')?.[1] ?? '';
  const [event] = Object.values(ical.sync.parseICS(part)).filter((one) => one?.type === 'VEVENT');
  if (event?.type !== 'VEVENT') return null;
  const { method, uid, sequence, summary, start } = event;
  return { method, uid, sequence: Number(sequence), summary, start: start.toISOString() };
}

test('two places, three people: the third waits, takes the place that becomes free, and all are told of the end', async () => {
  const { anna, noor } = await readyProgramme(server);
  const on = addDays(dayInAmsterdam(server.clock.now()), 14);

  // The coordinator plans, by keyboard alone.
  const coordinator = await enterWithKit(server.address, anna, { width: 1280, keyboard: true });
  screens.push(coordinator);
  await coordinator.follow('Training');
  await coordinator.follow('Workshops');
  await coordinator.see('No workshop has been made yet.');
  await looksRight(coordinator);
  await coordinator.press('Make a workshop');
  await coordinator.press('Make a workshop');
  await coordinator.see('Write a title.');
  await coordinator.fill('Title', 'First conversations');
  await looksRight(coordinator);
  await coordinator.press('Make a workshop');
  await coordinator.seeHeading('First conversations');
  await coordinator.press(/^Plan a session/);
  await coordinator.press('Plan a session');
  await coordinator.see('Type a day of the calendar.');
  await coordinator.date('Day', on);
  await coordinator.fill('From', '10:00');
  await coordinator.fill('To', '12:30');
  await coordinator.fill('Place', 'Room 2, ground floor');
  await coordinator.fill('Places', '2');
  await looksRight(coordinator);
  await coordinator.press('Plan a session');
  await coordinator.see('2 places free of 2');
  await looksRight(coordinator);
  await coordinator.follow(/^Who comes/);
  await coordinator.see('Nobody has signed up yet.');
  await coordinator.press('Draw a link');
  const link = new URL((await coordinator.page.getByText(/#code=/).textContent()) ?? '');
  await looksRight(coordinator);

  // A colleague signs up on a phone.
  const colleague = await enterWithKit(server.address, noor, { width: 390 });
  screens.push(colleague);
  await colleague.follow('More');
  await colleague.follow('Training');
  await colleague.follow('Workshops');
  await colleague.press('Sign up');
  await colleague.fill(/^Mail address/, 'noor-calendar@mail.test');
  await looksRight(colleague);
  await colleague.press('Sign up');
  await colleague.see('Has a place');
  await colleague.see('1 place free of 2');
  await looksRight(colleague);

  // Two people without an account do so by the link, one of them in Dutch.
  const first = await open(link.href, { width: 390 });
  await first.seeHeading('First conversations');
  expect(first.page.url()).not.toContain('code');
  await first.see('Room 2, ground floor');
  await first.press('Sign up');
  await first.see('Write what your organisation knows you by.');
  await looksRight(first);
  await first.fill('What your organisation knows you by', 'Staff 12');
  await first.fill(/^Mail address/, 'heron47@mail.test');
  await first.press('Sign up');
  await first.see('Has a place');
  await looksRight(first);

  const second = await open(link.href, { width: 390, language: 'nl-NL' });
  await second.see(/Er is nu geen plaats vrij/);
  await second.fill('Hoe je organisatie je kent', 'Personeel 13');
  await second.fill(/^Mailadres/, 'stork12@mail.test');
  await looksRight(second);
  await second.press('Aanmelden');
  await second.see('Wacht op een plaats');
  await looksRight(second);
  await server.runJobs();
  const invited = calendarTo('noor-calendar@mail.test');
  expect(invited).toMatchObject({ method: 'REQUEST', summary: 'Training', sequence: 1 });
  expect(invited?.start.slice(0, 10)).toBe(on);
  expect(calendarTo('heron47@mail.test')?.method).toBe('REQUEST');
  expect(calendarTo('stork12@mail.test')).toBeNull();

  // The colleague leaves: the place is offered to whoever waits, who takes it by the link of the mail.
  await colleague.press('Leave');
  await colleague.press('Yes, I do not come');
  await colleague.page.getByRole('button', { name: 'Sign up' }).waitFor();
  await colleague.see('No place free of 2');
  await server.runJobs();
  expect(calendarTo('noor-calendar@mail.test')).toMatchObject({ method: 'CANCEL', uid: invited?.uid, sequence: 2 });
  const offer = lettersTo('stork12@mail.test').at(-1) ?? '';
  const own = /https:\/\/baken\.test(\/attend#seat=[\w-]+)/.exec(offer)?.[1] ?? '';
  const waited = await open(`${server.address}${own}`, { width: 390, language: 'nl-NL' });
  await waited.see(/Een plaats blijft vrij tot/);
  expect(waited.page.url()).not.toContain('seat');
  await looksRight(waited);
  await waited.press('Neem de plaats');
  await waited.see('Heeft een plaats');
  await looksRight(waited);

  // The coordinator sees who comes, and cancels: everybody's calendar is told.
  await coordinator.page.getByRole('link', { name: 'Workshops' }).first().click();
  await coordinator.follow(/^Who comes/);
  await coordinator.see('Staff 12');
  await coordinator.see('Personeel 13');
  expect(await coordinator.page.getByText('Noor Volunteer').count()).toBe(0);
  await looksRight(coordinator);
  await server.runJobs();
  await coordinator.press('Cancel the session');
  await coordinator.press('Yes, it does not take place');
  await coordinator.see('Does not take place');
  await looksRight(coordinator);
  await server.runJobs();
  for (const address of ['heron47@mail.test', 'stork12@mail.test'])
    expect(calendarTo(address)).toMatchObject({ method: 'CANCEL', summary: 'Training' });
  expect(lettersTo('noor-calendar@mail.test').length).toBe(2);
  expect(complaintsOf(screens)).toEqual([]);
  expect(server.defects).toEqual([]);
}, 240_000);

test('whoever leads keeps who came: it counts for the programme, and a correction stays to be seen', async () => {
  const today = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  // Late in the evening a session would end tomorrow: then everybody lives six hours earlier.
  const late = hourInAmsterdam(today.clock.now()) >= 21;
  if (late) today.clock.set(new Date(today.clock.now().getTime() - 6 * 3_600_000));
  const evening = (): { readonly now?: Date } => (late ? { now: today.clock.now() } : {});
  const { anna, noor } = await readyProgramme(today);
  const draw = (): never => createId<never>(randomBytes);
  const [part, programme, workshop, session] = [draw(), draw(), draw(), createId<GatheringId>(randomBytes)];
  const asCoordinator = anna.parts.api;
  const parts = [{ id: part, course: null, name: 'First conversations' }];
  const made = { id: programme, name: 'Before a first case', parts, needed: 1 };
  expectOk(await asCoordinator.call(trainingRoutes.makeProgramme, { input: made }));
  const validity = { kind: 'always' } as const;
  const from = dayInAmsterdam(today.clock.now());
  const asked = { id: draw(), role: 'volunteer', programme, from, validity } as const;
  expectOk(await asCoordinator.call(trainingRoutes.askTraining, { input: asked }));
  const titled = { id: workshop, title: 'First conversations', course: null, part, guide: null };
  expectOk(await asCoordinator.call(workshopRoutes.makeWorkshop, { input: titled }));
  const clockAt = (minutes: number): string =>
    new Date(today.clock.now().getTime() + minutes * 60_000).toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam' });
  const at = (minutes: number): string => clockAt(minutes).slice(0, 16).replace(' ', 'T');
  const where = { place: 'Room 2', link: '', accessNote: '' };
  // So near and so short that the room is open and the session nearly over at once.
  const when = { from: at(25), to: at(28), signUpUntil: at(25), ...where };
  const planned = { id: session, ...when, places: 3, quota: null, trainers: [] };
  expectOk(await asCoordinator.call(workshopRoutes.planSession, { params: { workshop }, input: planned }));
  const own = { params: { gathering: session }, input: { mail: null, language: 'en' } } as const;
  expectOk(await noor.parts.api.call(workshopRoutes.signUp, own));

  const coordinator = await enterWithKit(today.address, anna, { width: 390, ...evening() });
  screens.push(coordinator);
  await coordinator.follow('More');
  await coordinator.follow('Training');
  await coordinator.follow('Workshops');
  await coordinator.follow(/^Who comes/);
  await coordinator.see('Noor Volunteer');
  await looksRight(coordinator);
  const proofs = async () =>
    expectOk(await noor.parts.api.call(trainingRoutes.readOwnTraining, {})).person.standings.map(
      ({ standing }) => standing.state,
    );
  expect(await proofs()).toEqual(['missing']);
  await coordinator.press(/^Present/);
  await coordinator.page.getByText('Present', { exact: true }).waitFor();
  expect(await proofs()).toEqual(['valid']);
  await coordinator.press(/^Absent/);
  await coordinator.pressOn(coordinator.page.locator('summary', { hasText: 'Was corrected' }));
  await coordinator.see(/^Present, kept by Anna Founder/);
  await coordinator.see(/^Absent, kept by Anna Founder/);
  expect(await proofs()).toEqual(['missing']);
  await looksRight(coordinator);

  // The code of the room keeps whoever types or scans it; whoever leads answers for them.
  await coordinator.press('Show the code of the room');
  const code = (await coordinator.page.getByText(/^[0-9A-Z]{6}$/).textContent()) ?? '';
  await looksRight(coordinator);
  const colleague = await enterWithKit(`${today.address}/workshops`, noor, {
    width: 390,
    keyboard: true,
    ...evening(),
  });
  screens.push(colleague);
  await colleague.press('I am here');
  await colleague.see('Type the code that the room shows.');
  await looksRight(colleague);
  await colleague.fill('Code of the room', code);
  await colleague.press('I am here');
  await colleague.see('You were kept as present.');
  expect(await proofs()).toEqual(['valid']);
  await colleague.pressOn(colleague.page.locator('summary', { hasText: 'What did you think of it?' }));
  await colleague.tick('Mostly');
  await colleague.press('Send');
  await colleague.see('Choose an answer to each sentence.');
  for (const group of await colleague.page.locator('fieldset').all()) await group.getByLabel('Mostly').check();
  await colleague.fill(/^Anything else/, 'More breaks');
  await looksRight(colleague);
  await colleague.press('Send');
  await colleague.see('Thank you. What you said is kept without your name.');
  await looksRight(colleague);

  // A guest's phone remembers the sign-up: the scanned code is there already.
  const drawn = await asCoordinator.call(workshopRoutes.drawSessionCode, {
    params: { gathering: session },
    input: { organisation: null },
  });
  const guest = await open(`${today.address}/attend#code=${expectOk(drawn).code}`, { width: 320, ...evening() });
  await guest.fill('What your organisation knows you by', 'Staff 12');
  await guest.press('Sign up');
  await guest.see('Has a place');
  await looksRight(guest);
  await guest.page.goto(`${today.address}/check`);
  await guest.page.goto(`${today.address}/attend#room=${code}`);
  await guest.press('I am here');
  await guest.see('You were kept as present.');
  expect(guest.page.url()).not.toContain(code);
  await guest.press('Forget it here');
  await guest.page.goto(`${today.address}/check`);
  await guest.page.goto(`${today.address}/attend#room=${code}`);
  await guest.see(/This phone does not know your sign-up/);
  await looksRight(guest);
  await coordinator.page.reload();
  await unlockAs(coordinator, anna);
  await coordinator.see('Staff 12');
  await coordinator.see(/1 person has answered; nothing is shown/);
  await coordinator.pressOn(coordinator.page.locator('summary', { hasText: 'How it is known' }));
  const how = coordinator.page.locator('details[open]').getByText(/^Present, by the code that Anna Founder showed/);
  await how.waitFor();
  await looksRight(coordinator);

  if (!late) {
    // More places, and another room.
    await coordinator.press('Change the places');
    await coordinator.fill('Places', '5');
    await looksRight(coordinator);
    await coordinator.press('Change the places');
    await coordinator.see('3 places free of 5');
    await coordinator.press('Change time or place');
    await coordinator.fill('Place', 'Room 3');
    await coordinator.choose('Sign-up ends', 'when it begins');
    await looksRight(coordinator);
    await coordinator.press('Change time or place');
    await coordinator.see('Room 3');
    await coordinator.press('Close sign-up');
    await coordinator.page.getByRole('button', { name: 'Open sign-up again' }).waitFor();
  }
  expect(complaintsOf(screens)).toEqual([]);
  expect(today.defects).toEqual([]);
  await today.stop();
}, 240_000);
