import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { looksRight, looksRightAt, savedBy } from './looks-right.ts';
import { enterWithKit, readyProgramme } from './ready-programme.ts';
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

const population = 'Persons supported 2025';
const table = '\twoman\tman\tAll\nnew\t29\t13\t42\nfrom before\t12\t11\t23\nAll\t41\t24\t65';

const [first, second] = [0, 1].map((at) => () => {
  const screen = screens[at];
  if (screen === undefined) throw new Error('the story before did not get so far');
  return screen;
}) as [() => Screen, () => Screen];

/** On paper nothing is folded away or cut, and there is nothing to press. */
async function printsWhole({ page }: Screen): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const main = page.locator('main');
  expect(await main.getByRole('button').count()).toBe(0);
  expect(await main.getByRole('textbox').count()).toBe(0);
  const rows = await main.locator('tbody tr').evaluateAll((all) => all.map((row) => row.checkVisibility()));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows).not.toContain(false);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  await page.emulateMedia({ media: 'screen' });
}

async function openRelease(screen: Screen, counts: string): Promise<void> {
  await screen.follow('Check a table');
  await screen.seeHeading('Check a table');
  await screen.fill('Table', counts);
  await screen.press('Check it');
  await screen.see('May leave');
  await screen.press('Prepare a release');
}

test('a number that was said aloud is written down by one person, and its words are looked at', async () => {
  const { anna, bram } = await readyProgramme(server);
  for (const who of [anna, bram]) screens.push(await enterWithKit(server.address, who, { width: 1280 }));
  const screen = first();
  await screen.follow('Everything released');
  await screen.seeHeading('Everything released');
  await screen.see(/Nothing was ever released/);
  await looksRight(screen);
  await screen.press('Write it down');
  await screen.see('Write the number as it was told, such as 65, <10, 58-62 or 60+.');
  expect(await screen.page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('Something is missing');
  await looksRight(screen);
  await screen.fill('Who was counted, and when', population);
  await screen.fill('Which of them, if not everybody', 'quarter: first + second + third');
  await screen.fill('The number, as it was told', '60');
  await screen.tick('Rounded by our rule, to the nearest 5');
  await screen.fill('Where it was said', 'Round table');
  await screen.press('Write it down');
  await screen.see('Written down. From now on every release is checked with it.');
  await screen.see(`${population} · Round table`);

  // The same people by another name would meet nothing: that is asked about.
  await screen.choose('Who was counted, and when', 'Somebody else');
  await screen.fill('Name them', 'People helped in 2025');
  await screen.fill('The number, as it was told', '<10');
  await screen.fill('Where it was said', 'Round table');
  await screen.press('Write it down');
  await screen.see(`Nothing was ever released of "People helped in 2025". Known: ${population}.`);
  await looksRight(screen);
  await screen.choose('Who was counted, and when', population);
  await screen.fill('Which of them, if not everybody', 'quarter: frist');
  await screen.press('Write it down');
  await screen.see('There is no "frist" under "quarter" yet. Known: first, second, third.');
  expect(complaintsOf(screens)).toEqual([]);
});

test('a table that tells the last quarter together with it is warned of, and ways out are shown', async () => {
  const screen = first();
  await openRelease(screen, table);
  await screen.press('Check it with everything released');
  await screen.see('Say who is counted.');
  await looksRight(screen);
  await screen.choose('Who was counted, and when', population);
  await screen.fill('What the rows divide people by', 'entry');
  await screen.fill('What the columns divide people by', 'gender');
  await screen.fill('Document it appears in', 'Year report 2025');
  await screen.press('Check it with everything released');
  await screen.seeHeading('Together with everything released');
  await screen.see('Only with a reason');
  await screen.see('first + second + third: 60 means 58 to 62.');
  await screen.see('So others: 2 to 8.');
  await looksRight(screen);
  await printsWhole(screen);
  await screen.page.setViewportSize({ width: 390, height: 800 });
  await looksRight(screen);
  await screen.page.setViewportSize({ width: 1280, height: 800 });
  await screen.press('Propose it');
  await screen.see('Look at the new words first, and say that they mean something else.');
  for (const word of ['entry', 'gender']) await screen.tick(`"${word}" is something else than all of these`);
  await screen.press('Propose it');
  await screen.see('Proposed. It waits for another person under "Everything released".');
  await screen.follow('Everything released');
  await screen.see('You proposed it: another person approves.');
  expect(await screen.page.getByRole('button', { name: 'Approve and release' }).count()).toBe(0);
});

test('another person checks it again, looks at the new words, gives a reason, and it stands in the ledger', async () => {
  const screen = second();
  await screen.follow('Everything released');
  await screen.seeHeading('Waiting for a second person');
  await screen.press('Check it with everything released');
  await screen.seeHeading('Together with everything released');
  await screen.see('Nobody was ever divided by "entry". Known: quarter.');
  await looksRight(screen);
  await screen.press('Approve and release');
  await screen.see('Look at the new words first, and say that they mean something else.');
  await screen.tick('"entry" is something else than all of these');
  await screen.tick('"gender" is something else than all of these');
  await screen.press('Approve and release');
  await screen.see('Write a reason first.');
  await screen.fill('Why it may be released all the same', 'The ministry knows both numbers');
  await screen.press('Approve and release');
  await screen.see('Released. It stands in the ledger.');
  await screen.see('Entry 2, proposed by Anna Founder, approved by Bram Second.');
  await screen.see('Let go all the same, because: The ministry knows both numbers');
  await screen.pressOn(screen.page.getByText('9 figures'));
  await screen.seeHeading('What was found when it was released');
  await looksRightAt(screen, [1280, 390, 320]);
  expect(String(await savedBy(screen, 'Save it (CSV)'))).toContain(`,${population},`);
});

test('what was withdrawn stays, struck through, and counts for what comes after', async () => {
  const screen = second();
  const spoken = screen.page.getByRole('listitem').filter({ hasText: `${population} · Round table` });
  await screen.pressOn(spoken.getByText('1 figure'));
  await screen.pressOn(spoken.getByText('Withdraw it').first());
  await screen.pressOn(spoken.getByRole('button', { name: 'Withdraw it' }));
  await screen.see('Write why first.');
  await spoken.getByLabel('Why it is withdrawn').fill('Said too early');
  await screen.pressOn(spoken.getByRole('button', { name: 'Withdraw it' }));
  await screen.see('Entry 1 is not used any more: Said too early');
  await looksRight(screen);
  await printsWhole(screen);
  expect(complaintsOf(screens)).toEqual([]);
});

test('what would tell a small group nearly exactly is blocked, and a way out that passes can be taken', async () => {
  const screen = second();
  const others = 'Persons supported 2024';
  await screen.choose('Who was counted, and when', 'Somebody else');
  await screen.fill('Name them', others);
  await screen.fill('Which of them, if not everybody', 'gender: woman');
  await screen.fill('The number, as it was told', '41');
  await screen.tick('As they are');
  await screen.fill('Where it was said', 'Interview');
  await screen.press('Write it down');
  await screen.tick(`"${others}" is something else than all of these`);
  await screen.press('Write it down');
  await screen.see(`${others} · Interview`);

  await openRelease(screen, '\tnear\tfar\tAll\nwoman\t40\t1\t41\nman\t30\t30\t60\nAll\t70\t31\t101');
  await screen.choose('Who was counted, and when', others);
  await screen.fill('What the rows divide people by', 'gender');
  await screen.fill('What the columns divide people by', 'place');
  await screen.fill('Document it appears in', 'Year report 2024');
  await screen.press('Check it with everything released');
  await screen.seeHeading('Together with everything released');
  await screen.see('May not leave');
  await screen.see('So woman · far: 0 to 3.');
  expect(await screen.page.getByRole('button', { name: 'Propose it' }).count()).toBe(0);
  await looksRight(screen);
  await screen.pressOn(screen.page.getByText('Tell only the totals. 4 numbers are lost.'));
  await screen.press('Take this instead');
  await screen.see('Together with everything known of these people it tells nothing new of a small group.');
  for (const word of ['man', 'place']) await screen.tick(`"${word}" is something else than all of these`);
  await screen.press('Propose it');
  await screen.see('Proposed. It waits for another person under "Everything released".');
  expect(complaintsOf(screens)).toEqual([]);
});

test('several numbers of one occasion are one note; what is wrong with one of them is named, and nothing typed is lost', async () => {
  const screen = first();
  await screen.follow('Everything released');
  await screen.choose('Who was counted, and when', population);
  const inNumber = (count: number) => {
    const group = screen.page.getByRole('group', { name: `Number ${String(count)}`, exact: true });
    const type = async (label: string, text: string) => group.getByLabel(label).fill(text);
    return {
      groups: (text: string) => type('Which of them, if not everybody', text),
      number: (text: string) => type('The number, as it was told', text),
      values: () => group.getByRole('textbox').evaluateAll((boxes) => boxes.map((box) => Reflect.get(box, 'value'))),
      remove: () => screen.pressOn(group.getByRole('button', { name: 'Remove' })),
      focused: () =>
        group
          .getByRole('textbox')
          .first()
          .evaluate((box) => box === box.ownerDocument.activeElement),
    };
  };
  expect(await screen.page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  await inNumber(1).number('65');
  await screen.press('Add another number');
  expect(await inNumber(2).focused()).toBe(true);
  await inNumber(2).groups('gender: womn');
  await inNumber(2).number('40');
  await screen.press('Add another number');
  await inNumber(3).groups('entry: new');
  await inNumber(3).number('some');
  await screen.fill('Where it was said', 'Second round table');
  await screen.press('Write it down');
  await screen.see('Number 3: Write the number as it was told, such as 65, <10, 58-62 or 60+.');
  await screen.see('Say how plain numbers were meant.');
  await looksRightAt(screen, [1280, 390, 320]);
  await screen.tick('Rounded by our rule, to the nearest 5');
  await inNumber(3).remove();
  expect(await inNumber(2).focused()).toBe(true);
  await screen.press('Write it down');
  // The table of these people knows no such category: nobody could take it out again.
  await screen.see('Number 2: A category is not among those of an earlier release. Use the same words as there.');
  expect(await screen.page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('Something is missing');
  expect(await inNumber(1).values()).toEqual(['', '65']);
  expect(await inNumber(2).values()).toEqual(['gender: womn', '40']);
  await looksRight(screen);
  await inNumber(2).groups('gender: woman');
  await screen.press('Write it down');
  await screen.see('Written down. From now on every release is checked with it.');
  const noted = screen.page.getByRole('listitem').filter({ hasText: `${population} · Second round table` });
  await screen.pressOn(noted.getByText('2 figures'));
  expect(await noted.getByRole('row').allInnerTexts()).toEqual([
    ...[expect.stringMatching(/^Group/), expect.stringMatching(/^everybody\s+65$/)],
    expect.stringMatching(/^gender: woman\s+40$/),
  ]);
  expect(complaintsOf(screens)).toEqual([]);
});

test('a floor is raised for people, holds in the preview and in what is signed, and is not lowered after', async () => {
  const [author, approver] = [second(), first()];
  const people = 'Persons supported 2023';
  const told = (screen: Screen, within = screen.page.locator('main')) =>
    within
      .getByRole('row', { name: /^gender: men/ })
      .first()
      .innerText();
  await openRelease(author, 'women\t40\nmen\t12\nothers\t25\nunknown\t3\nAll\t80');
  // The column of a list needs no name.
  const list = author.page.getByRole('region', { name: 'The table by the 10-5 rule' });
  expect(await list.getByRole('columnheader').allInnerTexts()).toEqual(['Group', 'Number']);
  await author.choose('Who was counted, and when', 'Somebody else');
  await author.fill('Name them', people);
  await author.fill('What the rows divide people by', 'gender');
  await author.fill('Document it appears in', 'Year report 2023');
  await author.press('Check it with everything released');
  await author.seeHeading('As it would be published');
  expect(await told(author)).toMatch(/\s10$/);
  await author.choose('Floor', 'Below 15 no number is told');
  expect(await author.page.getByRole('heading', { name: 'As it would be published' }).count()).toBe(0);
  await author.press('Check it with everything released');
  await author.seeHeading('As it would be published');
  expect(await told(author)).toMatch(/\s<15$/);
  await looksRightAt(author, [1280, 390, 320]);
  await author.tick(`"${people}" is something else than all of these`);
  await author.press('Propose it');
  await author.see('Proposed. It waits for another person under "Everything released".');

  await approver.follow('Check a table');
  await approver.follow('Everything released');
  const waiting = approver.page.getByRole('listitem').filter({ hasText: `${people}: Year report 2023` });
  await approver.pressOn(waiting.getByText('5 figures'));
  expect(await told(approver, waiting)).toMatch(/\s<15$/);
  await approver.pressOn(waiting.getByRole('button', { name: 'Check it with everything released' }));
  await waiting.getByText('May leave').waitFor();
  await waiting.getByLabel(`"${people}" is something else than all of these`).check();
  await approver.pressOn(waiting.getByRole('button', { name: 'Approve and release' }));
  await approver.see('Released. It stands in the ledger.');

  await openRelease(approver, 'near\t40\nfar\t42\nAll\t82');
  await approver.choose('Who was counted, and when', people);
  const floors = approver.page.getByLabel('Floor', { exact: true }).getByRole('option');
  expect(await floors.allInnerTexts()).toEqual(['Below 15 no number is told', 'Below 20 no number is told']);
  expect(complaintsOf(screens)).toEqual([]);
});
