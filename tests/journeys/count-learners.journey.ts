import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPdf } from '../support/read-pdf.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { learnAll } from './learn-all.ts';
import { looksRight } from './looks-right.ts';
import { enterWithKit, readyProgramme, unlockAs } from './ready-programme.ts';
import { complaintsOf, openScreen, type Screen, type ScreenOptions } from './screen.ts';

let server: TestServer;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
});

async function open(path: string, options: ScreenOptions = {}): Promise<Screen> {
  const screen = await openScreen(`${server.address}${path}`, options);
  screens.push(screen);
  return screen;
}

test('a coordinator hands out a code, a learner gives it, and the year counts one person more', async () => {
  const { anna } = await readyProgramme(server);
  const coordinator = await enterWithKit(server.address, anna, { width: 1280 });
  screens.push(coordinator);
  await coordinator.follow('Who learns');
  await coordinator.seeHeading('Learning');
  await coordinator.see(/There is no organisation yet/);
  await coordinator.see(/There is no number for \d+ that may be shown yet/);
  await looksRight(coordinator);
  await coordinator.press('Add an organisation');
  await coordinator.press('Add it');
  await coordinator.see('Write the name of the organisation.');
  await coordinator.fill('Name of the organisation', 'Harbour House');
  await coordinator.press('Add it');
  await coordinator.seeHeading('Harbour House');
  await coordinator.press('Draw a code');
  const link = coordinator.page.getByText(/#code=/);
  const address = new URL((await link.textContent()) ?? '');
  await looksRight(coordinator);
  await coordinator.pressOn(coordinator.page.locator('summary', { hasText: 'Its own numbers and people: 0 of 6' }));
  const contact = coordinator.page.getByRole('group', { name: 'Danger now' });
  await contact.getByLabel('English').fill('112');
  await coordinator.press('Save, checked today');
  await coordinator.see('Saved.');
  await coordinator.see('Its own numbers and people: 1 of 6 filled in');
  await looksRight(coordinator);

  // The code comes behind the #, so that it reaches no server and no log, and leaves the address at once.
  const learner = await open(`${address.pathname}${address.hash}`, { width: 390 });
  const { page } = learner;
  const asked: string[] = [];
  const sent: string[] = [];
  page.on('request', (request) => {
    asked.push(`${request.method()} ${new URL(request.url()).pathname}`);
    sent.push(request.postData() ?? '');
  });
  await learner.see(/What is sent: which scenes you saw/);
  expect(page.url()).not.toContain('code');
  await looksRight(learner);
  expect(asked.filter((one) => one.includes('/api/'))).toEqual([]);
  await learner.tick('As a guardian');
  await learner.press('Count me');
  await learner.see('You are counted for Harbour House, without a name.');
  await learner.press('Help');
  expect(await page.getByRole('link', { name: '112' }).first().getAttribute('href')).toBe('tel:112');
  await looksRight(learner);
  // A server that does not answer is not asked again at every step.
  const stepsSent = (): number => asked.filter((one) => one.endsWith('/steps')).length;
  await learner.see(/Saved on this device at .* Sent\./);
  await page.route('**/steps', (route) => route.abort());
  const before = stepsSent();
  for (const place of ['As a guardian', 'In detention', 'In health care']) await learner.tick(place);
  await learner.press(/^Go on/);
  await learner.seeHeading('What would you do?');
  await learner.press('Go in');
  for (const judgement of ['As usual', 'Ask for advice', 'Urgent']) await learner.tick(judgement);
  for (const certainty of ['A guess', 'Fairly sure', 'Sure']) await learner.tick(certainty);
  await learner.see(/It will be sent as soon as there is a connection/);
  expect(stepsSent() - before).toBe(1);
  await page.unroute('**/steps');
  await page.goBack();
  await learner.seeHeading('Before you start');
  // Without a connection nothing stops, and what was done meanwhile is sent afterwards.
  await page.context().setOffline(true);
  await learner.press(/^Go on/);
  await learner.see(/It will be sent as soon as there is a connection/);
  await page.context().setOffline(false);
  await learner.see(/Saved on this device at .* Sent\./);
  await page.goBack();
  await learnAll(learner);
  await learner.see(/Counted as finished on/);
  await looksRight(learner);
  // A certificate: the name and the code stay on the paper.
  await learner.press('Make the certificate');
  await learner.see('Type your name first.');
  await learner.fill('Your name', 'Robin van Dam');
  await learner.press('Make the certificate');
  await learner.seeHeading('Certificate of completion');
  await learner.see(/finished the module “Recognising human trafficking”/);
  await looksRight(learner);
  const code = (await page.locator('[data-paper] strong').textContent()) ?? '';
  const download = page.waitForEvent('download');
  await learner.press('Keep as PDF');
  const file = await readPdf(readFileSync(await (await download).path()));
  expect((await download).suggestedFilename()).toMatch(/^certificate-\d{4}-\d\d-\d\d\.pdf$/);
  expect(file).toMatchObject({ title: 'Certificate of completion: Recognising human trafficking', language: 'en' });
  expect(file.pages).toHaveLength(1);
  for (const words of ['Robin van Dam', code, '/check']) expect(file.pages[0]).toContain(words);
  await learner.see('It is among your downloads.');
  // The same as a badge, in which there is no name.
  const given = page.waitForEvent('download');
  await learner.press('Keep as Open Badge');
  await learner.see(/The badge is among your downloads/);
  expect((await given).suggestedFilename()).toMatch(/^badge-\d{4}-\d\d-\d\d\.jwt$/);
  const badge = readFileSync(await (await given).path());
  const told = Buffer.from(badge.toString().split('.')[1] ?? '', 'base64url').toString();
  expect(told).toContain('Recognising human trafficking');
  expect(told).not.toMatch(/robin|van dam|harbour/i);
  await looksRight(learner);
  expect(sent.join('\n')).not.toContain('Robin');
  expect(sent.join('\n')).not.toContain(code);
  // Nothing but the own steps, which hold no words, was ever sent.
  expect([
    ...new Set(asked.filter((one) => one.startsWith('POST')).map((one) => one.replace(/[0-9a-f-]{36}/, 'ID'))),
  ]).toEqual([
    'POST /api/learning/join',
    'POST /api/learning/attempts/ID/steps',
    'POST /api/learning/certificates',
    'POST /api/learning/certificates/badge',
  ]);

  expect(sent.join('\n')).toContain('finished');
  expect(sent.join('\n')).not.toContain('guardian');

  // Whoever was shown the paper checks it, by keyboard; the code comes behind the # of the scanned picture.
  const employer = await open(`/check#${code}`, { width: 320, keyboard: true });
  await employer.seeHeading('Is this certificate genuine?');
  expect(employer.page.url()).not.toContain(code);
  await employer.fill('Name on it (if you want to check that too)', 'robin van dam');
  await employer.press('Check');
  await employer.see('This certificate is genuine.');
  await employer.see('The name stands on it.');
  await looksRight(employer);
  await employer.fill('Name on it (if you want to check that too)', 'Somebody Else');
  await employer.press('Check');
  await employer.see('Another name stands on it.');
  await employer.fill('Code on the certificate', 'nonsense');
  await employer.press('Check');
  await employer.see(/This is no code of a certificate/);
  await employer.fill('Code on the certificate', 'A'.repeat(26));
  await employer.press('Check');
  await employer.see(/No certificate of this installation has this code/);
  await looksRight(employer);
  await checksBadge(employer, badge);

  await coordinator.page.reload();
  await unlockAs(coordinator, anna);
  await coordinator.seeHeading('Learning');
  await coordinator.see(/1 person of 1 organisation finished/);
  await looksRight(coordinator);
  await coordinator.page.setViewportSize({ width: 390, height: 844 });
  await looksRight(coordinator);

  // The paper turns out to be about what somebody else learned: it ends, and no other is made.
  await revokes(coordinator, code, anna.passphrase);
  await employer.fill('Code on the certificate', code);
  await employer.press('Check');
  await employer.see(/This certificate was revoked on/);
  await employer.see('Reason: Somebody else learned in its holder’s place.');
  await employer.press('Check the badge');
  await employer.see(/This badge was revoked on/);
  await looksRight(employer);
  await page.reload();
  await learner.fill('Your name', 'Robin van Dam');
  await learner.press('Make the certificate');
  await learner.see(/was revoked because somebody else had learned in your place/);
  await looksRight(learner);

  // Taken back: what is left is the number.
  await learner.press('Forget everything on this device');
  await learner.seeHeading('Before you start');
  expect(await page.getByText('You are counted for').count()).toBe(0);
  expect(
    complaintsOf(screens).filter(
      (words) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|422 .*(certificates|check\/badge)$/.test(words),
    ),
  ).toEqual([]);
  expect(server.defects).toEqual([]);
}, 240_000);

/** Checks a badge: as a file, as pasted text, and what is none. */
async function checksBadge(screen: Screen, badge: Buffer): Promise<void> {
  await screen.press('Check the badge');
  await screen.see('Choose a file first, or paste what is in it.');
  await screen.attach('File of the badge', {
    name: 'big.jwt',
    mimeType: 'application/jwt',
    buffer: Buffer.alloc(20_000),
  });
  await screen.see(/This is too large for a badge/);
  await screen.fill('Text of the badge', 'nothing of the kind');
  await screen.press('Check the badge');
  await screen.see(/This is no Open Badge as we sign them/);
  await looksRight(screen);
  const text = badge.toString();
  await screen.fill('Text of the badge', `${text.slice(0, -8)}AAAAAAAA`);
  await screen.press('Check the badge');
  await screen.see(/This badge is not as it was signed|This is no Open Badge/);
  await screen.attach('File of the badge', { name: 'badge.jwt', mimeType: 'application/jwt', buffer: badge });
  await screen.press('Check the badge');
  await screen.see('This badge is genuine.');
  await screen.see(/Whose it is, a badge does not say/);
  await looksRight(screen);
}

/** Revokes by the code on the paper, which no request and no address carries. */
async function revokes(screen: Screen, code: string, passphrase: string): Promise<void> {
  const sent: string[] = [];
  screen.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await screen.fill('Code on the certificate', 'nonsense');
  await screen.press('Look it up');
  await screen.see(/This is no code of a certificate/);
  await screen.fill('Code on the certificate', 'A'.repeat(26));
  await screen.press('Look it up');
  await screen.see(/No certificate of this installation has this code/);
  await screen.fill('Code on the certificate', code.toLowerCase());
  await screen.press('Look it up');
  await screen.see(/somebody of Harbour House finished the module “Recognising human trafficking”/);
  await screen.press('Revoke it for good');
  await screen.see('Choose one first.');
  await looksRight(screen);
  await screen.tick(/Somebody else learned in its holder’s place/);
  await screen.press('Revoke it for good');
  await screen.see(/It cannot be undone/);
  await looksRight(screen);
  await screen.fill('Passphrase', passphrase);
  await screen.press('Confirm');
  await screen.see(/It is revoked\./);
  await screen.fill('Code on the certificate', code);
  await screen.press('Look it up');
  await screen.see(/This certificate was revoked on/);
  await looksRight(screen);
  expect(sent.join('\n').toUpperCase()).not.toContain(code.toUpperCase());
}

test('a code that is none gets nobody any further, and says so', async () => {
  const learner = await open('/learn/recognising-trafficking', { width: 320, keyboard: true });
  await learner.pressOn(learner.page.locator('summary', { hasText: 'Be counted for your organisation' }));
  await learner.fill('Code of your organisation', '7KM-2QXA-94T');
  await learner.press('Count me');
  await learner.see(/No organisation has this code/);
  await looksRight(learner);
  // Whoever has begun already and gets a link later is not taken past it.
  await learner.press(/^Go on/);
  await learner.seeHeading('What would you do?');
  await learner.see(/Saved on this device at/);
  await learner.page.goto(`${server.address}/learn/recognising-trafficking#code=7KM-2QXA-94T`);
  await learner.seeHeading('What would you do?');
  expect(await learner.page.getByLabel('Code of your organisation').inputValue()).toBe('7KM-2QXA-94T');
  expect(learner.page.url()).not.toContain('7KM');
}, 60_000);
