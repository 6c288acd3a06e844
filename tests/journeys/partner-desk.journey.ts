import { afterAll, beforeAll, expect, test } from 'vitest';
import { looksRight } from './looks-right.ts';
import { enterWithKit, readyProgramme } from './ready-programme.ts';
import { openLearnerBrowsers, pathOf, type LearnerBrowsers } from './learner-browsers.ts';
import { complaintsOf, type Screen } from './screen.ts';

let browsers: LearnerBrowsers;
let server: LearnerBrowsers['server'];
let screens: Screen[];
let open: LearnerBrowsers['open'];

beforeAll(async () => {
  browsers = await openLearnerBrowsers();
  ({ server, screens, open } = browsers);
});
afterAll(() => browsers.close());

test('somebody at a partner comes in by one link, without an account, and looks after their own people', async () => {
  const { anna } = await readyProgramme(server);
  const coordinator = await enterWithKit(server.address, anna, { width: 1280 });
  screens.push(coordinator);
  await coordinator.follow('Who learns');
  await coordinator.press('Add an organisation');
  await coordinator.fill('Name of the organisation', 'Bridge');
  await coordinator.page.getByLabel(/own organisation/i).uncheck();
  await coordinator.press('Add it');
  await coordinator.seeHeading('Bridge');
  await coordinator.pressOn(coordinator.page.locator('summary', { hasText: 'Who looks after its people' }));
  await coordinator.press('Make a link');
  await coordinator.see('Write what you know this person by.');
  await coordinator.fill('What you know this person by', 'training desk');
  await coordinator.press('Make a link');
  await coordinator.see('Somebody of Bridge will see how its people stand.');
  await coordinator.fill('Passphrase', anna.passphrase);
  await coordinator.press('Confirm');
  const link = pathOf((await coordinator.page.getByText(/#desk=/).textContent()) ?? '');
  await coordinator.see(/no browser let in\. A link is open until/);
  await looksRight(coordinator);

  // On a phone, by keyboard alone.
  const partner = await open(link, { width: 390, keyboard: true });
  await partner.see(/^This link lets one browser see/);
  expect(partner.page.url()).not.toContain('desk');
  await looksRight(partner);
  await partner.press('Go in with this browser');
  await partner.see('Nobody has been invited yet.');
  await looksRight(partner);
  await partner.fill('Label', 'B-7');
  await partner.press('Invite');
  const invitation = pathOf(
    (await partner.page
      .getByText(/#invitation=/)
      .first()
      .textContent()) ?? '',
  );
  await partner.see(/^Link open until/);
  await looksRight(partner);
  await partner.pressOn(partner.page.locator('summary', { hasText: 'For how long it counts' }));
  await partner.fill('It counts for so many months', 'twelve');
  await partner.press('Save');
  await partner.see('Type a whole number from 1 to 120, or leave it empty.');
  await looksRight(partner);
  await partner.fill('It counts for so many months', '12');
  await partner.press('Save');
  await partner.see('Saved.');

  const learner = await open(invitation, { width: 390 });
  await learner.see('Bridge invites you to a module. They know you here as “B-7”, and by nothing else.');
  await learner.press('Learn under this label');
  await learner.see('What you do in this browser counts for Bridge, under the label “B-7”.');

  // Back on another day, without the link; and a receipt that is none is told so.
  await partner.page.goto(`${server.address}/partner`);
  await partner.see('B-7');
  expect(await partner.page.getByText(/^Link open until/).count()).toBe(0);
  await partner.fill('The 20 signs of the receipt', 'ABC');
  await partner.press('Count it');
  await partner.see(/^This is no receipt/);
  const saved = partner.page.waitForEvent('download');
  await partner.press('Save the list as a file');
  expect((await saved).suggestedFilename()).toMatch(/^baken-people-\d{4}-\d\d-\d\d\.csv$/);
  await looksRight(partner);

  // In Dutch the page of a stranger says what to do; the workspace sees the browser, and no label.
  const stranger = await open(link, { width: 390, language: 'nl-NL' });
  await stranger.press('Naar binnen met deze browser');
  await stranger.see(/^Deze link opent niets/);
  await looksRight(stranger);
  await coordinator.follow('Figures');
  await coordinator.follow('Organisations');
  await coordinator.pressOn(coordinator.page.locator('summary', { hasText: 'Who looks after its people' }));
  await coordinator.see('1 browser let in.');
  expect(await coordinator.page.getByText('B-7').count()).toBe(0);
  await coordinator.press('Let training desk in no more');
  await coordinator.press('Yes, let training desk in no more');
  await coordinator.page.getByText('1 browser let in.').waitFor({ state: 'detached' });
  await partner.page.reload();
  await partner.see(/^This browser is not let in/);
  await looksRight(partner);
  // Nothing that would be refused.
  expect(await partner.page.getByRole('button').count()).toBe(0);
  // A receipt that is none, a link that was opened, a browser that is let in no more: all told in words.
  const told = /status of 422 .* \/api\/learning\/partner(\/people|\/receipts)?$/;
  expect(complaintsOf(screens).filter((words) => !told.test(words))).toEqual([]);
  expect(server.defects).toEqual([]);
}, 240_000);
