import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { learnAll } from './learn-all.ts';
import { looksRight } from './looks-right.ts';
import { enterWithKit, readyCase, readyProgramme } from './ready-programme.ts';
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

test('a coordinator asks for training, a volunteer does it on a phone, and only then is given a case', async () => {
  const programme = await readyProgramme(server);
  const { anna, noor } = programme;
  const opened = await readyCase(programme, 'Okparinde', null);
  // The whole of it by keyboard.
  const coordinator = await enterWithKit(server.address, anna, { width: 1280, keyboard: true });
  screens.push(coordinator);
  await coordinator.follow('Who learns');
  await coordinator.press('Add an organisation');
  await coordinator.fill('Name of the organisation', 'Our own');
  await coordinator.press('Add it');
  await coordinator.seeHeading('Our own');

  await coordinator.follow('Training');
  await coordinator.see(/Nothing is asked of your roles/);
  await coordinator.follow('What is asked');
  await coordinator.see(/Nothing is asked of anybody yet/);
  await coordinator.press('Make a programme');
  await coordinator.press('Make a programme');
  await coordinator.see('Write the name of the programme.');
  await coordinator.fill('Name of the programme', 'Before a first case');
  await coordinator.fill('Trainings elsewhere', 'Introduction day');
  await looksRight(coordinator);
  await coordinator.press('Make a programme');
  await coordinator.seeHeading('Before a first case');
  await coordinator.press('Ask for a programme');
  await looksRight(coordinator);
  await coordinator.press('Ask for a programme');
  await coordinator.see(/Good for 24 months/);
  await looksRight(coordinator);

  // Nobody without it is given a case, and the list says so beforehand.
  const team = `${server.address}/cases/${opened.id}/journey`;
  const goTo = async (path: string): Promise<void> => {
    await coordinator.page.evaluate(
      `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
    );
  };
  await goTo(new URL(team).pathname);
  await coordinator.seeHeading('Give the case to a team');
  const untrained = coordinator.page.locator('option', { hasText: 'Noor Volunteer (training missing)' });
  await untrained.first().waitFor({ state: 'attached' });
  await coordinator.choose('Lead', /^Noor Volunteer/);
  await coordinator.see(/has not done all the training that is asked/);
  await looksRight(coordinator);

  const volunteer = await enterWithKit(`${server.address}/training`, noor, { width: 390 });
  screens.push(volunteer);
  await volunteer.seeHeading('Before a first case');
  await volunteer.see('Missing');
  await looksRight(volunteer);
  await volunteer.press('Count what I learn in this browser');
  // The page is read anew once it is known here: whoever presses meanwhile presses what goes away.
  await volunteer.page.getByRole('link', { name: /^Open the module/ }).waitFor();
  await looksRight(volunteer);
  const [player] = await Promise.all([
    volunteer.page.context().waitForEvent('page', { timeout: 60_000 }),
    volunteer.follow(/^Open the module/),
  ]);
  const learner: Screen = await onPage(volunteer, player);
  await learner.seeHeading('Before you start');
  await learner.see(/^This counts for you, as somebody of Our own/);
  await learnAll(learner);
  await learner.see(/Counted as finished on/);
  await player.close();
  await volunteer.page.reload();
  await volunteer.fill('Sign-in name', noor.person.handle);
  await volunteer.fill('Passphrase', noor.passphrase);
  await volunteer.press('Unlock');
  await volunteer.see(/Done here on .*, with a version that not everybody had signed yet/);
  await volunteer.see('Missing');

  // What is taught elsewhere a coordinator records, about others only.
  await coordinator.follow('See what is missing, or set it aside');
  await coordinator.pressOn(coordinator.page.locator('summary', { hasText: 'Noor Volunteer' }));
  await coordinator.press('Record a training');
  await coordinator.press('Record a training');
  await coordinator.see('Choose one first.');
  await coordinator.tick('Introduction day');
  await looksRight(coordinator);
  await coordinator.press('Record a training');
  await coordinator.see(/Done on .*, recorded by Anna Founder/);
  await coordinator.see(/Good until/);
  await looksRight(coordinator);
  await goTo(new URL(team).pathname);
  // The list is told before anybody can choose by it.
  await coordinator.page
    .locator('option', { hasText: /^Noor Volunteer$/ })
    .first()
    .waitFor({ state: 'attached' });
  await coordinator.choose('Lead', 'Noor Volunteer');
  await coordinator.press('Give the case');
  await coordinator.fill('Passphrase', anna.passphrase);
  await coordinator.press('Confirm');
  await coordinator.see(/Noor Volunteer/);
  await coordinator.page.getByRole('heading', { name: 'Give the case to a team' }).waitFor({ state: 'detached' });

  // Taken back, the case stays with her, and it says what is missing; what is missing may be set aside for a while.
  await goTo('/training/people');
  await coordinator.pressOn(coordinator.page.locator('summary', { hasText: 'Noor Volunteer' }));
  await coordinator.press('Take back');
  await coordinator.press('Yes, take it back');
  await coordinator.see('May be given no case (1)');
  await coordinator.press('Set aside for a while');
  await coordinator.tick('There was no place or date yet');
  await looksRight(coordinator);
  await coordinator.press('Set aside for a while');
  await coordinator.see(/Set aside until .*: There was no place or date yet/);
  await goTo(`/cases/${opened.id}/access`);
  await coordinator.see(/training set aside until/);
  await looksRight(coordinator);
  expect(complaintsOf(screens)).toEqual([]);
}, 240_000);

/** The words for a screen, on another page of the same browser. */
async function onPage(screen: Screen, page: Screen['page']): Promise<Screen> {
  page.setDefaultTimeout(60_000);
  const named = (role: 'button' | 'link', name: string | RegExp) =>
    page.getByRole(role, { name, exact: typeof name === 'string' }).first();
  await page.waitForLoadState();
  return {
    ...screen,
    page,
    press: (name) => named('button', name).click(),
    tick: (label) =>
      page
        .getByLabel(label, { exact: typeof label === 'string' })
        .first()
        .check(),
    choose: async (label, option) => {
      const select = page.getByLabel(label, { exact: typeof label === 'string' }).first();
      await select.selectOption({ label: String(option) });
    },
    see: (text) => page.getByText(text).first().waitFor(),
    seeHeading: (name) => page.getByRole('heading', { name }).first().waitFor(),
  };
}
