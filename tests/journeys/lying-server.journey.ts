import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addDays, dayInAmsterdam, expectOk, type CivilDate } from '#platform/base';
import { createMarks, openOwnKeyring, saveSeen, signIn } from '#kernel/accounts/client';
import { recordComparison, showSafetyNumber } from '#kernel/spaces/client';
import { signDirectoryEntry } from '#platform/crypto';
import { buildLyingWorld, sessionOf, type LyingWorld } from '../lying-server/lying-world.ts';
import { en as enAccounts } from '#kernel/accounts/messages';
import { nl as nlAccounts } from '#kernel/accounts/messages/nl';
import { en as enCases } from '#modules/casework/messages';
import { nl as nlCases } from '#modules/casework/messages/nl';
import { en as enShell } from '../../src/apps/web/messages/en.ts';
import { nl as nlShell } from '../../src/apps/web/messages/nl.ts';
import { openScreen, type Screen } from './screen.ts';

/** What an answer holds, as far as the lies here reach into it. */
interface Answer {
  operations: string[];
  records: { type: string; envelope: string | null }[];
  coded: { due: { date: CivilDate }[] };
  spaces: { coded: Answer['coded'] }[];
  entries: string[];
  keyring: unknown;
}

let world: LyingWorld;
const screens: Screen[] = [];

beforeAll(async () => {
  world = await buildLyingWorld({ webRoot: join(import.meta.dirname, '../../dist/web') });
  // Lea has worked before: her own notes say which root is hers, so the words of her kit are enough.
  const { parts, person } = world.lea;
  const { directory } = await sessionOf(world.lea);
  expectOk(await saveSeen(parts, person, createMarks(await openOwnKeyring(person)), directory));
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [at, { page }] of screens.entries()) await page.screenshot({ path: `.cache/lying-server-${at}.png` });
});
afterAll(async () => {
  for (const { browser } of screens) await browser.close();
  await world.close();
});

const languages = [
  ['en-GB', { ...enAccounts, ...enCases, ...enShell }],
  ['nl-NL', { ...nlAccounts, ...nlCases, ...nlShell }],
] as const;
type Words = (typeof languages)[number][1];

/** Makes the answers of one address lies, until the answer of this is called. */
async function lie(page: Page, path: RegExp, twist: (answer: Answer) => void): Promise<() => Promise<void>> {
  await page.route(path, async (route) => {
    const response = await route.fetch();
    // The journeys know what these addresses answer.
    const answer = (await response.json()) as Answer;
    twist(answer);
    await route.fulfill({ response, json: answer });
  });
  // Answers that are on their way are still twisted; nothing may be asked of a page that has gone meanwhile.
  return () => page.unrouteAll({ behavior: 'wait' });
}

async function unlock({ page }: Screen, words: Words): Promise<void> {
  await page.getByLabel(words['accounts.handle'], { exact: true }).fill('lea');
  await page.getByLabel(words['accounts.passphrase'], { exact: true }).fill(world.lea.passphrase);
  await page.getByRole('button', { name: words['accounts.unlock'], exact: true }).click();
}

async function arrive(language: string, words: Words): Promise<Screen> {
  const screen = await openScreen(world.server.address, { language });
  screens.push(screen);
  await screen.press(words['entry.newDevice']);
  await screen.fill(words['accounts.handle'], 'lea');
  await screen.fill(words['accounts.kitWords'], world.lea.kit);
  await screen.press(words['accounts.kitSave']);
  await unlock(screen, words);
  await screen.page.getByRole('navigation').first().waitFor();
  return screen;
}

/** What stands in the main part, with the picture kept where somebody wants to look at it. */
async function lookAt({ page }: Screen, name: string): Promise<string> {
  const folder = process.env['SHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  return page.getByRole('main').innerText();
}

async function lockAndGoTo({ page }: Screen, address: string): Promise<void> {
  // A page that is loaded anew has forgotten every key.
  await page.goto(`${world.server.address}${address}`);
}

const caseRead = () => new RegExp(String.raw`/api/spaces/${world.amber}\?`);
const anySpaceRead = /\/api\/spaces\/[0-9a-f-]{36}\?/;
const secrets = /Second version|Tesfaye|06 0000 1001|first\.txt/;

test.each(languages)(
  'what somebody sees of a server that lies, in %s',
  async (language, words) => {
    const screen = await arrive(language, words);
    const { page } = screen;
    const casePage = `/cases/${world.amber}/person`;

    // Honest at first: the case opens, and this device has seen it.
    await lockAndGoTo(screen, casePage);
    await unlock(screen, words);
    await page.getByText(secrets).first().waitFor();
    await screen.follow(new RegExp(`^${words['shell.cases']}`));
    await page.getByRole('table').waitFor();

    // The row of the list: dates moved.
    let honest = await lie(page, /\/api\/spaces\?kind=case/, ({ spaces }) => {
      for (const row of spaces) for (const due of row.coded.due) due.date = addDays(due.date, 60);
    });
    // A list is read again once what it shows is older than a moment.
    await page.waitForTimeout(1_600);
    await screen.follow(new RegExp(`^${words['shell.deadlines']}`));
    await page.getByText(words['casework.trust.unfit']).first().waitFor();
    await lookAt(screen, `${language}-deadlines`);
    await screen.follow(new RegExp(`^${words['shell.cases']}`));
    await page.getByRole('table').getByText(words['casework.trust.unfit']).first().waitFor();
    await lookAt(screen, `${language}-cases`);
    await honest();

    // The case page: dates moved, then a record swapped.
    honest = await lie(page, caseRead(), ({ coded }) => {
      for (const due of coded.due) due.date = addDays(due.date, 60);
    });
    await lockAndGoTo(screen, casePage);
    await unlock(screen, words);
    await screen.seeHeading(words['casework.case.stopTitle']);
    const moved = await lookAt(screen, `${language}-moved`);
    expect(moved).toContain(words['casework.case.stopBody']);
    expect(moved).not.toMatch(secrets);
    expect(await screen.barriers()).toEqual([]);
    await honest();

    honest = await lie(page, caseRead(), ({ records }) => {
      const other = records.find(({ type }) => type === 'reach')?.envelope ?? null;
      for (const record of records) if (record.type === 'person') record.envelope = other;
    });
    await lockAndGoTo(screen, casePage);
    await unlock(screen, words);
    await screen.seeHeading(words['casework.case.servedWrongTitle']);
    const swapped = await lookAt(screen, `${language}-swapped`);
    expect(swapped).toContain('person-changed');
    expect(swapped).not.toMatch(secrets);
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    expect(await screen.barriers()).toEqual([]);
    await honest();

    // The log: an operation left out.
    honest = await lie(page, caseRead(), ({ operations }) => void operations.splice(3, 1));
    await lockAndGoTo(screen, casePage);
    await unlock(screen, words);
    await screen.see('Gap');
    expect(await lookAt(screen, `${language}-gap`)).not.toMatch(secrets);
    await honest();

    // The list of keys: the newest entry left out; one's own notes taken back.
    await lockAndGoTo(screen, '/');
    honest = await lie(page, /\/api\/directory/, ({ entries }) => void entries.pop());
    await unlock(screen, words);
    await screen.seeHeading(words['accounts.stopTitle']);
    expect(await lookAt(screen, `${language}-directory`)).toContain(words['accounts.refused.DirectoryRolledBack']);
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await screen.barriers()).toEqual([]);
    await honest();

    honest = await lie(page, /\/api\/sign-in\/finish/, (answer) => void (answer.keyring = null));
    await unlock(screen, words);
    await screen.see(words['accounts.refused.KeyringBehind']);
    await lookAt(screen, `${language}-keyring`);
    await honest();

    // What a colleague found on comparing: held back.
    const ben = await sessionOf(world.ben);
    const shown = expectOk(await showSafetyNumber(ben, world.cora.person.user));
    expectOk(await recordComparison(ben, shown, { way: 'in-person', result: 'different' }));
    honest = await lie(page, anySpaceRead, ({ records }) => {
      for (const record of records) if (record.type === 'comparison') record.envelope = null;
    });
    await unlock(screen, words);
    const alarm = page.getByRole('region', { name: words['shell.alarms'] });
    await alarm.getByText(/holds back|houdt/).waitFor();
    await lookAt(screen, `${language}-withheld`);
    expect(await screen.barriers()).toEqual([]);
    await honest();

    // And an honest server again: everything is there.
    await lockAndGoTo(screen, casePage);
    await unlock(screen, words);
    await page.getByText(secrets).first().waitFor();
    expect(world.server.defects).toEqual([]);
    expect(screen.browser.complaints).toEqual([]);
  },
  180_000,
);

test('keys that a signer changes after the numbers were the same: the comparison no longer counts, and it is said', async () => {
  const [language, words] = languages[0];
  const { parts, passphrase } = world.lea;
  const lea = await sessionOf({ parts, person: expectOk(await signIn(parts, { handle: 'lea', passphrase })) });
  const cora = world.cora.person.user;
  const same = { way: 'in-person', result: 'same' } as const;
  expectOk(await recordComparison(lea, expectOk(await showSafetyNumber(lea, cora)), same));
  const before = lea.directory.people.get(cora);
  if (!before) throw new Error('Cora is in the directory');
  const { user, status, roles, signing } = before;
  const forged = await signDirectoryEntry(world.anna.person.identity.signing.private, {
    v: 1,
    suite: 1,
    tenant: lea.tenant,
    seq: lea.directory.head.seq + 1,
    prev: lea.directory.head.hash,
    user,
    status,
    roles,
    signing,
    encryption: world.olaf.person.identity.encryption.public,
    signer: world.anna.person.user,
    on: dayInAmsterdam(world.server.clock.now()),
  });
  const screen = await openScreen(world.server.address, { language });
  screens.push(screen);
  const { page } = screen;
  const honest = await lie(page, /\/api\/directory/, ({ entries }) => void entries.push(forged));
  await screen.press(words['entry.newDevice']);
  await screen.fill(words['accounts.handle'], 'lea');
  await screen.fill(words['accounts.kitWords'], world.lea.kit);
  await screen.press(words['accounts.kitSave']);
  await unlock(screen, words);
  const alarm = page.getByRole('region', { name: words['shell.alarms'] });
  await alarm.getByText(/^Keys have changed since you compared with cora/).waitFor();
  await alarm.getByRole('link', { name: 'Look at cora' }).click();
  await screen.seeHeading('cora');
  // Ben found her number different: that stays, whatever keys are shown later.
  await screen.see(words['accounts.compare.own.different']);
  await screen.see(words['accounts.compare.worth.void']);
  await screen.see(/Since then keys have changed, so that no longer counts/);
  await lookAt(screen, `${language}-void`);
  expect(await screen.barriers()).toEqual([]);
  await honest();
});
