import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk, createId } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { learningRoutes, type OrganisationId } from '#modules/learning';
import { readyProgramme } from './ready-programme.ts';
import { looksRight } from './looks-right.ts';
import { openLearnerBrowsers, type LearnerBrowsers } from './learner-browsers.ts';
import { complaintsOf, type Screen } from './screen.ts';

let browsers: LearnerBrowsers;
let server: LearnerBrowsers['server'];
let screens: Screen[];
let open: LearnerBrowsers['open'];
let mail: LearnerBrowsers['mail'];

beforeAll(async () => {
  browsers = await openLearnerBrowsers();
  ({ server, screens, open, mail } = browsers);
});
afterAll(() => browsers.close());

test('a code goes on in another browser where the first one was, both are joined, and all of it is taken back alone', async () => {
  const { anna } = await readyProgramme(server);
  const id = createId<OrganisationId>(randomBytes);
  const input = { id, name: 'Harbour House', own: true };
  expectOk(await anna.parts.api.call(learningRoutes.addOrganisation, { input }));
  const drawn = await anna.parts.api.call(learningRoutes.drawCode, { params: { organisation: id } });
  const first = await open(`/learn/recognising-trafficking#code=${expectOk(drawn).code}`, { width: 1280 });
  await first.press('Count me');
  await first.see('You are counted for Harbour House, without a name.');
  await first.press(/^Go on/);
  await first.seeHeading('What would you do?');
  await first.press(/^Go on/);
  await first.seeHeading('Two people');
  await first.see(/Saved on this device at .* Sent\./);
  await first.page.goto(`${server.address}/mine`);
  await first.see('You are counted for Harbour House, without a name.');
  await first.see(/^recognising-trafficking: begun on/);
  await looksRight(first);
  await first.press('Make a code');
  await first.see(/^It is shown once\. Write it down/);
  const code = (await first.page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? '';
  await looksRight(first);
  // Reminders: asked for, agreed to by the link of a letter that says nothing, and stopped.
  await first.press('Remind me');
  await first.see('Check the address: it looks like name@place.example');
  await first.fill('Mail address', 'heron@mail.test');
  await first.press('Remind me');
  await first.see(/^A letter is on its way to h…@mail\.test/);
  await looksRight(first);
  await server.runJobs();
  const letter = (mail.letters.at(-1)?.raw ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=');
  const mailbox = await open(/\/mine#mail=[\w-]{22}/.exec(letter)?.[0] ?? '', { width: 390 });
  await mailbox.see('Do you want to be reminded at this address?');
  expect(mailbox.page.url()).not.toContain('mail=');
  // That browser reaches nothing: it is told why, and what can be done without the code.
  await mailbox.see(/^The letter is about something you learned, and this browser does not open it/);
  await mailbox.pressOn(mailbox.page.locator('summary', { hasText: 'I have no code' }));
  await mailbox.see(/^We know neither your name nor anything else to find you by/);
  await looksRight(mailbox);
  await mailbox.press('Yes, remind me');
  await mailbox.see('You will be reminded.');
  await looksRight(mailbox);
  await first.page.reload();
  await first.see('You are reminded at h…@mail.test.');
  await first.press('Stop, and delete the address');
  await first.page.getByLabel('Mail address').waitFor();
  const saved = first.page.waitForEvent('download');
  await first.press('Save all of it as a file (JSON)');
  expect((await saved).suggestedFilename()).toBe('baken-my-learning.json');

  // Another browser, on a phone, by keyboard: nobody is known there.
  const second = await open('/mine', { width: 390, keyboard: true });
  await second.see(/^The server knows nobody in this browser/);
  await looksRight(second);
  await second.fill('Your code', code.slice(0, -1));
  await second.press('Go on with this code');
  await second.see(/^This is no code to go on/);
  await second.fill('Your code', code.toLowerCase());
  await second.press('Go on with this code');
  await second.see('2 browsers reach what you did.');
  await looksRight(second);
  await second.follow('To the module');
  await second.seeHeading('Two people');
  await second.press(/^Go on/);
  await second.seeHeading('What trafficking is');
  await second.see(/Saved on this device at .* Sent\./);

  // The first one goes on from there when it is opened again.
  const placeOfFirst = async (): Promise<string> => {
    await first.page.goto(`${server.address}/learn/recognising-trafficking`);
    await first.seeHeading(/./);
    return (await first.page.locator('h1').first().textContent()) ?? '';
  };
  await expect.poll(placeOfFirst, { timeout: 60_000, interval: 500 }).toBe('What trafficking is');

  // The phone stays, the first one is let go of: it reaches nothing any more, and nothing is deleted.
  await second.page.goto(`${server.address}/mine`);
  await second.see(
    'Lost a phone, or used a browser that is not yours? Then no other browser reaches what you did any more. This one stays, and nothing is deleted.',
  );
  await looksRight(second);
  await second.press('End it on other devices');
  await second.see('Done: only this browser reaches what you did.');
  await second.see(/^Whoever has your code can still go on as you/);
  await looksRight(second);
  await second.see('One browser reaches what you did.');
  await first.page.goto(`${server.address}/mine`);
  await first.see(/^The server knows nobody in this browser/);

  // All of it is taken back, in Dutch, by the code alone in a browser that was never let in.
  const third = await open('/mine', { width: 390, language: 'nl-NL' });
  await third.pressOn(third.page.locator('summary', { hasText: 'Alles terugnemen met alleen een code' }));
  await third.fill('Code van wat verwijderd moet worden', code);
  await looksRight(third);
  await third.press('Ja, verwijder alles');
  await third.see('Alles is verwijderd. Getallen blijven, zonder jou.');
  await looksRight(third);
  await second.page.goto(`${server.address}/mine`);
  await second.see(/^The server knows nobody in this browser/);
  // Whom nobody knows is told so, as no error of the page.
  const told = /status of 422 .* \/api\/learning\/(learner\/all|attempts\/[\w-]+\/steps)$/;
  expect(complaintsOf(screens).filter((words) => !told.test(words))).toEqual([]);
  expect(server.defects).toEqual([]);
}, 240_000);
