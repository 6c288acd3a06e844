import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMailServer, type MailServer } from '../support/mail-server.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { unlock } from './found-and-invite.ts';
import { openCaseForTeam } from './open-case.ts';
import { readyTeamWithCase } from './ready-team.ts';
import type { Screen } from './screen.ts';

let mail: MailServer;
let server: TestServer;
let anna: Screen;
let bram: Screen;
let noor: Screen;

beforeAll(async () => {
  mail = await openMailServer();
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web'), mail: mail.mailer });
  ({ anna, bram, noor } = await readyTeamWithCase(server));
});
afterAll(async () => {
  for (const screen of [anna, bram, noor]) await screen.browser.close();
  await server.stop();
  await mail.down();
});

test('a volunteer who was given a case finds it under the bell, and once seen it is not new', async () => {
  await noor.page.reload();
  await unlock(noor, 'noor.v');
  await noor.follow('For you, 1 new');
  await noor.seeHeading('For you');
  await noor.see('You are in the team of this case now');
  await noor.page.getByRole('link', { name: 'For you, nothing new' }).waitFor();
  expect(await noor.barriers()).toEqual([]);
  await noor.page.getByRole('main').getByRole('listitem').getByRole('link').click();
  await noor.seeHeading(/^[A-Z][a-z]+ [A-Z][a-z]+/);
  expect(await bram.page.getByRole('link', { name: /^For you/ }).count()).toBe(1);
});

test('mail is asked for with a careful address, proven by a code, and says nothing but that there is something', async () => {
  await noor.follow('More');
  await noor.seeHeading('Mail that something waits');
  await noor.fill('Mail address', 'noor@mail.test');
  await noor.see(/seems to show your name/);
  await noor.fill('Mail address', 'not an address');
  await noor.press('Send me a code');
  await noor.see(/Check the address/);
  await noor.fill('Mail address', 'heron47@mail.test');
  expect(await noor.page.getByText(/seems to show your name/).count()).toBe(0);
  await noor.press('Send me a code');
  await noor.see(/on its way to h…@mail.test/);
  // The focus goes along with the step, so that the next field is in view and the next in order.
  await noor.page.keyboard.press('Tab');
  expect(await noor.page.locator(':focus').getAttribute('autocomplete')).toBe('one-time-code');
  expect(await noor.barriers()).toEqual([]);
  await server.runJobs();
  const code = /\b(\d{6})\b/.exec(mail.letters.at(-1)?.raw.split('\r\n\r\n')[1] ?? '')?.[1] ?? '';
  await noor.fill('Code from the mail', code === '123456' ? '654321' : '123456');
  await noor.press('Switch mail on');
  await noor.see(/That is not the code/);
  await noor.fill('Code from the mail', code);
  await noor.press('Switch mail on');
  await noor.see('Mail goes to h…@mail.test, daily at 08:00.');
  expect(await noor.barriers()).toEqual([]);

  mail.letters.length = 0;
  // A new unlock, so that giving the second case asks for the passphrase as the first did.
  await anna.page.reload();
  await unlock(anna, 'anna.f');
  await openCaseForTeam(anna);
  // Asked before the day passes: then their sessions are over, and a tab that asks on its own is told so.
  expect([...anna.browser.complaints, ...bram.browser.complaints]).toEqual([]);
  // The next day after eight, at whatever hour this runs.
  const nextDay = new Date(server.clock.now().getTime() + 26 * 3_600_000);
  nextDay.setUTCHours(12, 0, 0, 0);
  server.clock.set(nextDay);
  await server.runJobs();
  expect(mail.letters.map(({ to }) => to)).toEqual(['heron47@mail.test']);
  expect(mail.letters[0]?.raw.split('\r\n\r\n').slice(1).join(' ').trim().replaceAll(/\s+/g, ' ')).toBe(
    'There is something for you in Baken. https://baken.test/',
  );
});

test('who stops is asked for no reason, and the address is gone', async () => {
  await noor.page.reload();
  await unlock(noor, 'noor.v');
  await noor.follow('More');
  await noor.press('Stop and delete the address');
  await noor.page.getByLabel('Mail address', { exact: true }).waitFor();
  expect(server.defects).toEqual([]);
});
