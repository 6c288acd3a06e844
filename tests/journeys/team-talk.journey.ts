import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayInAmsterdam } from '#platform/base';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { unlock } from './found-and-invite.ts';
import { readyTeamWithCase } from './ready-team.ts';
import type { Screen } from './screen.ts';

let server: TestServer;
let anna: Screen;
let noor: Screen;
let bram: Screen;

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  ({ anna, bram, noor } = await readyTeamWithCase(server));
});
afterAll(async () => {
  for (const screen of [anna, bram, noor]) await screen.browser.close();
  await server.stop();
});

const goTo = (path: string): string =>
  `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`;

test('a volunteer asks, the coordinator finds it first and answers, and the answer stands in the week', async () => {
  await noor.follow('Contact and notes');
  await noor.press('Ask a colleague');
  await noor.choose('To whom', /^Anna Founder/);
  await noor.fill('What do you want to ask', 'May I go along to the lawyer?');
  expect(await noor.barriers()).toEqual([]);
  await noor.press('Send the question');
  await noor.see('Waits for an answer');

  await anna.page.evaluate(goTo('/overview'));
  const need = anna.page.getByRole('listitem').filter({ hasText: 'A volunteer asks you something' });
  await need.getByText('Waits for you').waitFor();
  await need.getByRole('link', { name: /^Answer/ }).click();
  await anna.see('May I go along to the lawyer?');
  await anna.press(/^Answer Question/);
  await anna.fill('Your answer', 'Yes. Meet at the side door.');
  expect(await anna.barriers()).toEqual([]);
  await anna.press('Send the answer');
  await anna.page.getByText('Waits for an answer').waitFor({ state: 'detached' });
  await anna.page.evaluate(goTo('/overview'));
  await anna.seeHeading(/Anna/);
  await need.waitFor({ state: 'detached' });

  await noor.page.evaluate(goTo('/week'));
  await noor.see('Anna, on your question of');
  await noor.see('Yes. Meet at the side door.');
  expect(await noor.barriers()).toEqual([]);
});

test('a coordinator asks a volunteer, who sees it among the work and answers there', async () => {
  await anna.page.goBack();
  await anna.press('Ask a colleague');
  await anna.choose('To whom', /^Noor Volunteer/);
  await anna.fill('What do you want to ask', 'How are things going?');
  await anna.press('Send the question');
  await anna.see('Waits for an answer');
  await noor.page.reload();
  await unlock(noor, 'noor.v');
  await noor.see('Answer the question of Anna Founder');
  const line = noor.page.getByRole('listitem').filter({ hasText: 'Answer the question of Anna Founder' }).last();
  expect(await line.getByRole('checkbox').count()).toBe(0);
  await line.getByRole('link').click();
  await noor.press(/^Answer Question/);
  await noor.fill('Your answer', 'Calm. She sleeps better.');
  await noor.press('Send the answer');
  await noor.see('Calm. She sleeps better.');
});

test('a try is a try, a talk counts in the hours of the week', async () => {
  await noor.page.getByRole('button', { name: 'Log contact', exact: true }).click();
  await noor.tick('Call');
  const spoke = noor.page.getByRole('group', { name: /Did you speak with the person/ });
  await spoke.getByLabel('No', { exact: true }).check();
  expect(await noor.page.getByRole('radio', { name: '30 min' }).count()).toBe(0);
  await noor.press('Save');
  await noor.see('Choose what happened');
  await noor.tick('voicemail');
  await noor.press('Save');
  await noor.page.getByRole('listitem').filter({ hasText: 'Call, voicemail, Noor Volunteer' }).waitFor();

  await noor.page.getByRole('button', { name: 'Log contact', exact: true }).click();
  await noor.tick('Visit');
  await noor.tick('30 min');
  await noor.press('Save');
  await noor.page.getByRole('listitem').filter({ hasText: 'Visit, 30 min' }).waitFor();
  await noor.page.evaluate(goTo('/week'));
  await noor.see('0.5 of 8 h');
  expect(await noor.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
});

test('on a telephone reaching safely comes first; a changed plan is seen, and quiet is agreed', async () => {
  await noor.page.evaluate(goTo(new URL(anna.page.url()).pathname.replace(/[a-z]+$/, 'person')));
  await noor.see('Reaching safely');
  const top = async (name: string) =>
    (await noor.page.getByRole('heading', { name, level: 2, exact: true }).boundingBox())?.y ?? Number.NaN;
  expect(await top('Reaching safely')).toBeLessThan(await top('Person'));

  await anna.follow('Person');
  await anna.press(/^(Change the plan|Agree a plan)$/);
  await anna.date(/No contact before/, addDays(dayInAmsterdam(new Date()), 6));
  expect(await anna.barriers()).toEqual([]);
  await anna.press('Agreed today: save');
  await anna.see('Not seen yet by: Bram Second, Noor Volunteer');

  await noor.page.reload();
  await unlock(noor, 'noor.v');
  await noor.see(/Anna Founder changed this plan on/);
  expect(await noor.barriers()).toEqual([]);
  await noor.press('Seen');
  await noor.page.getByText(/changed this plan/).waitFor({ state: 'detached' });
  await noor.see(/^Not seen yet by: Bram Second$/);
});

test('an unfinished safety check is kept sealed, told of while the part is closed, and saved once', async () => {
  await noor.page.getByRole('button', { name: /^Open this part/ }).click();
  await noor.press('Do a safety check');
  await noor.page.getByLabel(/most/).first().fill('Being seen at the station');
  await noor.page.getByRole('button', { name: /Lock now/ }).click();
  await noor.seeHeading('Welcome back');
  expect(await noor.page.getByText('station').count()).toBe(0);
  await unlock(noor, 'noor.v');
  await noor.see('An unfinished text is kept here, sealed.');
  expect(await noor.page.getByText('station').count()).toBe(0);
  await noor.page.getByRole('button', { name: /^Open this part/ }).click();
  await noor.see('Your unfinished text is kept, sealed. It is back below.');
  expect(await noor.page.getByLabel(/most/).first().inputValue()).toBe('Being seen at the station');
  await noor.page.getByRole('radio', { name: /^Steady/ }).check();
  await noor.press('Save');
  await noor.page.getByText('What the person answered').first().waitFor();
  expect(await noor.page.getByText('Your unfinished text').count()).toBe(0);
});
