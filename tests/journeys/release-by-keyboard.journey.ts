import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto';
import type { LedgerEntryId } from '#kernel/disclosure';
import { noteInLedger } from '#kernel/disclosure/client';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { looksRight } from './looks-right.ts';
import { enterWithKit, readyProgramme, type ReadyProgramme } from './ready-programme.ts';
import { complaintsOf, type Screen } from './screen.ts';

let server: TestServer;
let programme: ReadyProgramme;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  programme = await readyProgramme(server);
}, 120_000);
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
});

/** Both people of a release, each with keys alone. */
async function bothAt(width: number): Promise<readonly [author: Screen, approver: Screen]> {
  const { anna, bram } = programme;
  const author = await enterWithKit(server.address, anna, { width, keyboard: true });
  const approver = await enterWithKit(server.address, bram, { width, keyboard: true });
  screens.push(author, approver);
  return [author, approver];
}

/** On a phone the pages of diplomacy are reached by "More". */
async function goTo(screen: Screen, title: string, width: number): Promise<void> {
  if (width < 600) {
    await screen.follow('More');
    await focusIsOn(screen, 'Your account');
  }
  await screen.follow(title);
  await screen.seeHeading(title);
  await focusIsOn(screen, title);
}

// These run in the page, where the type check of this side knows nothing; so they are text.
const focusedName = `(() => {
  const one = document.activeElement;
  return (one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent).trim();
})()`;
const leapsOfHeadings = `[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter((one) => one.checkVisibility())
  .map((one, at, all) => [Number(one.tagName[1]) - (at === 0 ? 0 : Number(all[at - 1].tagName[1])), one.textContent])
  .filter(([leap]) => leap > 1)`;

async function focusIsOn(screen: Screen, name: string | RegExp): Promise<void> {
  await expect.poll(() => screen.page.evaluate<string>(focusedName), { timeout: 30_000 }).toMatch(name);
}

/** Nothing stands in the way, no heading leaps over a level, and Tab goes round the whole page. */
async function isWalkable(screen: Screen): Promise<void> {
  await looksRight(screen);
  expect(await screen.page.evaluate(leapsOfHeadings)).toEqual([]);
  const { keyboard } = screen.page;
  await screen.page.evaluate(`globalThis.startOfRound = document.activeElement`);
  let stops = 0;
  do {
    await keyboard.press('Tab');
    stops += 1;
  } while (stops < 300 && !(await screen.page.evaluate('document.activeElement === document.body')));
  expect(stops).toBeLessThan(300);
  await screen.page.evaluate(`globalThis.startOfRound.focus()`);
}

test.each([
  [1280, 'Persons supported 2025'],
  [390, 'Persons supported 2024'],
])('a number is written down with keys alone (%i px)', async (width, people) => {
  const [author] = await bothAt(width);
  await goTo(author, 'Everything released', width);
  await isWalkable(author);
  await author.press('Write it down');
  await focusIsOn(author, 'Something is missing');
  await author.follow('Say who was counted.');
  await focusIsOn(author, 'Who was counted, and when');
  if (width < 600) await author.choose('Who was counted, and when', 'Somebody else');
  await author.fill(width < 600 ? 'Name them' : 'Who was counted, and when', people);
  await author.fill('Which of them, if not everybody', 'quarter: first + second + third');
  await author.fill('The number, as it was told', '60');
  await author.press('Add another number');
  await focusIsOn(author, 'Which of them, if not everybody');
  await author.press('Remove (Number 2)');
  await focusIsOn(author, 'Which of them, if not everybody');
  await author.tick('Rounded by our rule, to the nearest 5');
  await author.fill('Where it was said', 'Round table');
  await author.press('Write it down');
  if (width < 600) {
    await focusIsOn(author, `"${people}" is something else than all of these`);
    await author.page.keyboard.press('Space');
    await author.press('Write it down');
  }
  await author.see('Written down. From now on every release is checked with it.');
  await focusIsOn(author, 'Write it down');
  await isWalkable(author);
});

test.each([
  [1280, 'Persons supported 2025'],
  [390, 'Persons supported 2024'],
])('a table is released by two people with keys alone (%i px)', async (width, people) => {
  const [author, approver] = width === 1280 ? screens.slice(0, 2) : screens.slice(2, 4);
  if (author === undefined || approver === undefined) throw new Error('the story before did not get so far');
  await goTo(author, 'Check a table', width);
  await author.press('Check it');
  await focusIsOn(author, 'Table');
  await author.fill('Table', ';woman;man;All\nnew;29;13;42\nfrom before;12;11;23\nAll;41;24;65');
  await author.press('Check it');
  await focusIsOn(author, 'Verdict: May leave');
  await author.press('Prepare a release');
  await focusIsOn(author, 'Who was counted, and when');
  await author.press('Check it with everything released');
  await focusIsOn(author, 'Something is missing');
  await author.press('Check it with everything released');
  await focusIsOn(author, 'Something is missing');
  await author.follow('Say who is counted.');
  await focusIsOn(author, 'Who was counted, and when');
  await author.choose('Who was counted, and when', people);
  await author.fill('What the rows divide people by', 'entry');
  await author.fill('What the columns divide people by', 'gender');
  await author.fill('Document it appears in', 'Year report');
  await author.press('Check it with everything released');
  await focusIsOn(author, 'Together with everything released: Only with a reason');
  await isWalkable(author);
  await author.press('Propose it');
  await focusIsOn(author, '"entry" is something else than all of these');
  for (const word of ['entry', 'gender']) await author.tick(`"${word}" is something else than all of these`);
  await author.press('Propose it');
  await focusIsOn(author, 'Proposed. It waits for another person under "Everything released".');

  await goTo(approver, 'Everything released', width);
  await approver.press('Check it with everything released');
  await focusIsOn(approver, 'Together with everything released: Only with a reason');
  await isWalkable(approver);
  await approver.press('Approve and release');
  await focusIsOn(approver, '"entry" is something else than all of these');
  for (const word of ['entry', 'gender']) await approver.tick(`"${word}" is something else than all of these`);
  await approver.press('Approve and release');
  await focusIsOn(approver, 'Why it may be released all the same');
  await approver.see('Write a reason first.');
  await approver.fill('Why it may be released all the same', 'The ministry knows both numbers');
  if (width < 600) await overtake(approver, people);
  await approver.press('Approve and release');
  await focusIsOn(approver, 'Released. It stands in the ledger.');
  await isWalkable(approver);
});

/** Somebody writes a number down in the moment before the approval: nothing is added, and it is said why. */
async function overtake(approver: Screen, people: string): Promise<void> {
  const { session } = programme;
  const id = createId<LedgerEntryId>(randomBytes);
  const figures = [{ sets: { quarter: ['first'] }, rule: '10-5', value: 20 }] as const;
  const when = { floor: 10, on: '2026-01-01', where: 'Hall' } as const;
  expectOk(await noteInLedger(session, { id, kind: 'said', population: people, figures, ...when }));
  await approver.press('Approve and release');
  await focusIsOn(approver, /^Somebody released or wrote something down meanwhile\./);
  await isWalkable(approver);
  expect(await approver.page.getByRole('button', { name: 'Approve and release' }).count()).toBe(0);
  await approver.press('Check it with everything released');
  await focusIsOn(approver, 'Together with everything released: Only with a reason');
  for (const word of ['entry', 'gender']) await approver.tick(`"${word}" is something else than all of these`);
  await approver.fill('Why it may be released all the same', 'The ministry knows all of it');
}

test('an entry is opened and withdrawn with keys alone', async () => {
  const [author, , , phone] = screens;
  if (author === undefined || phone === undefined) throw new Error('the stories before did not get so far');
  for (const [screen, width, people] of [
    [author, 1280, 'Persons supported 2025'],
    [phone, 390, 'Persons supported 2024'],
  ] as const) {
    await goTo(screen, 'Check a table', width);
    await goTo(screen, 'Everything released', width);
    await screen.press('Write down what is known already');
    await focusIsOn(screen, 'We said it aloud');
    await screen.choose('Of whom', people);
    const entry = screen.page.getByRole('listitem').filter({ hasText: `${people} · Round table` });
    await screen.pressOn(entry.getByText('1 figure'));
    await screen.pressOn(entry.getByText('Withdraw it').first());
    await screen.pressOn(entry.getByRole('button', { name: 'Withdraw it' }));
    await focusIsOn(screen, 'Why it is withdrawn');
    await screen.see('Write why first.');
    await screen.page.keyboard.type('Said too early');
    await screen.pressOn(entry.getByRole('button', { name: 'Withdraw it' }));
    await focusIsOn(screen, 'Withdrawn. The entry stays, struck through.');
    await isWalkable(screen);
  }
  expect(complaintsOf(screens)).toEqual([]);
});
