import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { learnAll } from './learn-all.ts';
import { looksRight } from './looks-right.ts';
import { enterWithKit, readyProgramme } from './ready-programme.ts';
import { openLearnerBrowsers, pathOf, type LearnerBrowsers } from './learner-browsers.ts';
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

/** 250 more on the list of our own organisation. */
const manyPeople = `WITH made AS (
    INSERT INTO learning.invitation (tenant, id, organisation, course, hash, made_on, until, due_on)
    SELECT o.tenant, gen_random_uuid(), o.id, 'recognising-trafficking', 'many-' || n, current_date, current_date + 30, current_date + 30
    FROM learning.organisation o, generate_series(1, 250) n WHERE o.own RETURNING tenant, id, organisation, hash)
  INSERT INTO learning.invitee (tenant, invitation, organisation, label)
  SELECT tenant, id, organisation, hash FROM made`;

async function asOwner(text: string): Promise<void> {
  const owner = new pg.Client(server.database.owner);
  await owner.connect();
  await owner.query(text);
  await owner.end();
}

test('a coordinator invites by label; whoever opens the link learns under it, and the list says so and no more', async () => {
  const { anna } = await readyProgramme(server);
  const coordinator = await enterWithKit(server.address, anna, { width: 1280, keyboard: true });
  screens.push(coordinator);
  await coordinator.follow('Who learns');
  await coordinator.follow('Invited people');
  await coordinator.see(/^Our own organisation is not se/);
  await looksRight(coordinator);
  // Whether there is one of our own is known when the list has come, however late: nobody adds it as somebody else's before.
  await coordinator.page.route(
    /\/api\/learning\/organisations$/,
    async (route) => {
      await wait(1_500);
      await route.continue();
    },
    { times: 1 },
  );
  await coordinator.follow('Organisations');
  await coordinator.press('Add an organisation');
  await coordinator.fill('Name of the organisation', 'Harbour House');
  await coordinator.press('Add it');
  await coordinator.seeHeading('Harbour House');
  await coordinator.follow('Invited people');
  await coordinator.see('Nobody has been invited yet.');
  await coordinator.press('Invite');
  await coordinator.see('Write a label.');
  await coordinator.fill('Label', 'P-104');
  await coordinator.press('Invite');
  const link = coordinator.page.getByText(/#invitation=/).first();
  const first = pathOf((await link.textContent()) ?? '');
  await coordinator.pressOn(coordinator.page.locator('summary', { hasText: 'Picture to scan for P-104' }));
  await coordinator.page.getByRole('img', { name: 'QR code with the link of P-104' }).waitFor();
  await coordinator.see(/^Due by/);
  await looksRight(coordinator);

  // Several at once, on a phone: each wrong line is named, and nobody is invited before all are right.
  const phone = await enterWithKit(`${server.address}/learning/people`, anna, { width: 390 });
  screens.push(phone);
  await phone.pressOn(phone.page.locator('summary', { hasText: 'Several people at once' }));
  await phone.fill('One person a line', 'P-105;heron@mail.test\nP-104\nP-106;nowhere\nP-107');
  await phone.press('Invite all of them');
  await phone.see('Line 2: Somebody on the list has this label already.');
  await phone.see(/^Line 3: Look at the mail address/);
  await looksRight(phone);
  await phone.fill('One person a line', 'P-105;heron@mail.test\nP-106\nP-107');
  await phone.press('Invite all of them');
  await phone.see(/^These links are shown once/);
  await phone.see('The letter is on its way.');
  await looksRight(phone);

  // The learner, in Dutch, is told what is seen of them before anything is kept.
  const learner = await open(first, { width: 390, language: 'nl-NL' });
  await learner.see(/Ze kennen je hier als “P-104”/);
  await learner.see(/Ze zien nooit wat je antwoordt/);
  expect(learner.page.url()).not.toContain('invitation');
  await looksRight(learner);
  await learner.press('Leren onder dit label');
  await looksRight(learner);
  await learner.follow('Naar de module');
  await learner.see(/Dit telt voor Harbour House, die je kent als P-104/);
  await looksRight(learner);

  // Nobody else gets in by it.
  const stranger = await open(first, { width: 390 });
  await stranger.see(/^This link opens nothing/);
  await looksRight(stranger);

  // The letter brings another one its link; they learn to the end.
  await server.runJobs();
  const letter = mail.letters.find(({ to }) => to === 'heron@mail.test')?.raw ?? '';
  const brought =
    /\/invited#invitation=[\w-]{22}/.exec(letter.replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[0] ?? '';
  const second = await open(brought, { width: 390 });
  await second.press('Learn under this label');
  await second.follow('To the module');
  await second.see(/This counts for Harbour House, which knows you as P-105/);
  await learnAll(second);
  await second.see(/Counted as finished on/);

  await phone.follow('Figures');
  await phone.follow('Invited people');
  await phone.page.getByText('Due by').first().waitFor();
  await phone.choose('Show', /^Done/);
  await phone.see('P-105');
  expect(await phone.page.getByText('P-104').count()).toBe(0);
  await phone.choose('Show', /^Link not opened/);
  await phone.tick('Choose all that are shown');
  await phone.press('Take 2 people off the list');
  await looksRight(phone);
  await phone.press('Yes, take 2 people off the list');
  await phone.see('Nobody on the list stands so.');
  const saved = phone.page.waitForEvent('download');
  await phone.press('Save the list as a file');
  await phone.fill('Passphrase', anna.passphrase);
  await looksRight(phone);
  await phone.press('Confirm');
  const stream = await (await saved).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  const file = Buffer.concat(parts).toString('utf8');
  expect(file).toMatch(/P-104,due,\d{4}-\d\d-\d\d,link opened/);
  expect(file).toMatch(/P-105,done,,link opened/);
  expect(file).not.toContain('P-106');
  // A day’s letters are used up, by a line in the database: it is said, and what was typed stays. Then there are many.
  await asOwner(`UPDATE learning.letter_day SET letters = 400`);
  await phone.fill('Label', 'P-108');
  await phone.fill('Mail address for the link (may stay empty)', 'crane@mail.test');
  await phone.press('Invite');
  await phone.see(/^At most 400 letters leave on your behalf in a day/);
  expect(await phone.page.getByLabel('Label', { exact: true }).inputValue()).toBe('P-108');
  await looksRight(phone);
  await asOwner(manyPeople);
  await phone.follow('Figures');
  await phone.follow('Invited people');
  await phone.see('1 to 200 of 252.');
  await looksRight(phone);
  await phone.press('Those after');
  await phone.see('201 to 252 of 252.');
  await phone.tick('Choose all that are shown');
  await phone.press('Take 52 people off the list');
  await phone.press('Yes, take 52 people off the list');
  await phone.see(/^Choose all that are shown/);
  await expect.poll(() => phone.page.getByText('Those after').count(), { timeout: 60_000 }).toBe(0);
  await looksRight(phone);
  // No organisation of our own yet, and a link that was opened: both are told in words.
  const told = /status of 422 .* \/api\/learning\/(people|invitations\/look)$/;
  expect(complaintsOf(screens).filter((words) => !told.test(words))).toEqual([]);
  expect(server.defects).toEqual([]);
}, 240_000);
