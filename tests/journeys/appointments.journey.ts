import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addDays, dayInAmsterdam } from '#platform/base';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { readyTeamWithCase } from './ready-team.ts';
import { complaintsOf, type Screen } from './screen.ts';

let server: TestServer;
const screens: Screen[] = [];
const today = dayInAmsterdam(new Date());

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [at, screen] of screens.entries())
    await screen.page.screenshot({ path: `.cache/appointments-${at}.png`, fullPage: true });
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
});

test('somebody around the person, a safety check, an embassy that waits, an appointment in my week', async () => {
  const { anna, bram, noor } = await readyTeamWithCase(server);
  screens.push(anna, bram, noor);

  // People around the person: what reaches them is covered until it is asked for.
  await noor.follow('Cases');
  await noor.page.locator('main a[href^="/cases/"]').first().click();
  await noor.follow('Person');
  await noor.press('Add somebody');
  await noor.fill('Name of this person or office', 'Office Kanaal (invented)');
  await noor.fill(/^Telephone/, '06 0000 4321');
  await noor.press('Save');
  await noor.see('Office Kanaal (invented)');
  expect(await noor.page.getByText('06 0000 4321').count()).toBe(0);
  await noor.press(/^Show Office Kanaal/);
  await noor.see('06 0000 4321');

  // Reaching safely: a number is not in the page before it is asked for, and outside the plan not without a reason.
  const reachNumber = noor.page.getByText('06 0000 1234');
  await noor.see('Safe now');
  expect(await reachNumber.count()).toBe(0);
  await noor.press('Show the number');
  await reachNumber.waitFor();
  await noor.press('Call with this telephone');
  await noor.see(/keeps the number/);
  expect(await noor.page.getByRole('link', { name: 'Call now' }).getAttribute('href')).toBe('tel:0600001234');
  expect(await noor.barriers()).toEqual([]);
  await noor.press('Hide');
  expect(await reachNumber.count()).toBe(0);
  await noor.press('Change the plan');
  expect(await noor.page.locator('input').evaluateAll((all) => all.some((one) => /1234/.test(one.value)))).toBe(false);
  await noor.page.getByLabel('not safe').check();
  await noor.press('Add a way');
  await noor.fill('Number, address or where', 'ask@canal.example');
  await noor.fill('Sign to stop', 'I am at the market');
  await noor.fill('After how many days', '5');
  expect(await noor.barriers()).toEqual([]);
  await noor.press('Agreed today: save');
  await noor.see(/whom to tell/);
  await noor.fill('Whom to tell', 'Anna');
  await noor.press('Agreed today: save');
  await noor.see('I am at the market');
  await noor.press(/^Not safe/);
  expect(await noor.barriers()).toEqual([]);
  await noor.press('Write down and show');
  await noor.see(/Write why before/);
  expect(await reachNumber.count()).toBe(0);
  await noor.fill('Why do you go outside the plan', 'She asked for it this morning.');
  await noor.press('Write down and show');
  await reachNumber.waitFor();
  await noor.follow('Contact and notes');
  await noor.see(/Outside the plan \(Call: Not safe\)/);
  await noor.see('She asked for it this morning.');
  await noor.follow('Person');

  // Who the person is: every question may be left, a secret address stays covered, a wrong date is told.
  await noor.page.getByRole('region', { name: 'Person', exact: true }).getByRole('button', { name: 'Change' }).click();
  await noor.press('Add a name');
  await noor.page.getByRole('group', { name: 'Name 2' }).getByLabel('Given name').fill('ሰላምተ');
  await noor.page.getByRole('group', { name: 'Name 2' }).getByLabel('Script').selectOption('Ethi');
  await noor.fill('Born', 'spring');
  await noor.choose('No answer: Nationality', 'Does not want to say');
  await noor.press('Add a language');
  await noor.page.getByRole('group', { name: 'Language 1' }).getByLabel('Language', { exact: true }).selectOption('ti');
  await noor.press('Add a number');
  await noor.page.getByRole('group', { name: 'Number 1' }).getByLabel('Number', { exact: true }).fill('2801234567');
  await noor.press('Add an address');
  await noor.page.getByRole('group', { name: 'Address 1' }).getByLabel('Address', { exact: true }).fill('Quay 7');
  await noor.tick('Secret address');
  expect(await noor.barriers()).toEqual([]);
  await noor.press('Save');
  await noor.see(/Give a birth date as/);
  await noor.fill('Born', '1996-02');
  await noor.press('Save');
  await noor.see('February 1996 (the person)');
  await noor.see('ሰላምተ');
  await noor.see('Tigrinya, mother tongue, reads it');
  for (const covered of ['2801234567', 'Quay 7']) expect(await noor.page.getByText(covered).count()).toBe(0);
  await noor.press('Show the address');
  await noor.see('Quay 7');
  await noor.press('Hide the address');
  expect(await noor.barriers()).toEqual([]);

  // What happened stays closed until somebody opens it.
  expect(await noor.page.getByText('What the person answered').count()).toBe(0);
  await noor.press('Open this part');
  await noor.see('What the person answered');
  expect(await noor.barriers()).toEqual([]);

  // Further in, step by step; a statement once agreed is only added to.
  expect(await noor.page.getByText('Nothing is written down yet.').count()).toBe(0);
  await noor.press('Open Family');
  await noor.press('Write down the family');
  await noor.press('Add a relative');
  await noor.fill('Name of the relative', 'Hanate');
  await noor.fill('Tie, such as sister', 'sister');
  expect(await noor.barriers()).toEqual([]);
  await noor.press('Save');
  await noor.see('Hanate');
  await noor.press('Open What happened');
  await noor.press('Add a piece of what happened');
  await noor.fill(/^From when/, 'spring');
  expect(await noor.barriers()).toEqual([]);
  await noor.press('Save');
  await noor.see(/Give a year, a month or a day/);
  await noor.fill(/^From when/, '2024-03');
  await noor.press('Save');
  await noor.see('March 2024');
  await noor.press('Open Who is a danger');
  await noor.press('Add a danger');
  await noor.fill('Person or group', 'The man of the market');
  expect(await noor.barriers()).toEqual([]);
  await noor.press('Save');
  await noor.see('The man of the market');
  await noor.press('Open The account');
  await noor.press('Write down what the person told');
  await noor.fill('In the words of the person', 'They kept my papers.');
  await noor.press('Save');
  await noor.press('Read back and agreed');
  await noor.choose('Language in which it was read back', 'Tigrinya');
  expect(await noor.barriers()).toEqual([]);
  await noor.press('The person agrees: save');
  await noor.see(/Statement, agreed on/);
  await noor.press('Add to the statement');
  await noor.fill('What the person adds', 'It was in March.');
  await noor.press('Save');
  await noor.see(`${today}: It was in March.`);
  await noor.follow('Contact and notes');
  await noor.press('Report an incident');
  await noor.choose('What kind of incident', 'seen by a suspect');
  await noor.fill(/^What happened/, 'At the tram stop.');
  expect(await noor.barriers()).toEqual([]);
  await noor.press('Save');
  await noor.see('At the tram stop.');
  await noor.see('The coordinator was not told yet.');

  // The first check left open whether the authorities at home may know.
  await noor.follow('Appointments');
  await noor.press('Plan an appointment');
  await noor.choose('What kind of appointment', 'Embassy');
  await noor.see(/cannot be saved yet/);
  await noor.date('On which day', addDays(today, 6));
  await noor.press('Save');
  await noor.see(/Ask the lawyer first/);
  expect(await noor.barriers()).toEqual([]);
  await noor.choose('What kind of appointment', 'Court');
  await noor.fill('From', '11:00');
  await noor.tick(/^Noor Volunteer/);
  await noor.fill('Where you meet before', 'Side entrance');
  await noor.press('Save');
  await noor.see('Meet at: Side entrance.');
  expect(await noor.barriers()).toEqual([]);

  await noor.follow('My week');
  await noor.see('Go along to the court');
  await noor.see(/11:00\. Meet at: Side entrance/);
  expect(await noor.barriers()).toEqual([]);

  // Cancelled: nothing of it is left to do.
  await noor.page.locator('main a[href$="/appointments"]').first().click();
  await noor.press('Cancel the appointment');
  await noor.fill('Why, if known', 'The court moved it.');
  await noor.page.getByRole('button', { name: 'Cancel the appointment' }).last().click();
  await noor.see('Past appointments');
  await noor.follow('My week');
  await noor.seeHeading('Coming up');
  await noor.page.getByText('Go along to the court').waitFor({ state: 'detached' });
  expect(server.defects).toEqual([]);
  expect(complaintsOf(screens)).toEqual([]);
}, 240_000);
