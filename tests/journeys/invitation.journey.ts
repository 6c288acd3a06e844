import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import {
  acceptInvitation,
  confirmInvitation,
  listInvitations,
  openInvitation,
  signIn,
  stepUp,
} from '#kernel/accounts/client';
import { buildParts } from '#kernel/accounts/testing';
import type { Api } from '#platform/client';
import { connectTo, startTestServer, type TestServer } from '../support/test-server.ts';
import { enterWithKit, readyProgramme, unlockAs, type ReadyProgramme } from './ready-programme.ts';
import { openScreen, type Screen } from './screen.ts';

const passphrase = 'one hundred small candles';

let server: TestServer;
let programme: ReadyProgramme;
let anna: Screen;
let invitee: Screen;

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  programme = await readyProgramme(server);
  anna = await enterWithKit(server.address, programme.anna);
  invitee = await openScreen(server.address, { width: 390 });
  await invitee.press('I have an invitation');
});
afterAll(async () => {
  for (const screen of [anna, invitee]) await screen.browser.close();
  await server.stop();
});

async function readWords(): Promise<readonly string[]> {
  await anna.press('Make the invitation');
  await anna.seeHeading('Hand this over outside Baken');
  return anna.page.getByRole('list', { name: 'The 12 words' }).getByRole('listitem').allTextContents();
}

async function look(words: readonly string[]): Promise<void> {
  await invitee.fill('The 12 words, or the text of the QR code', words.join(' '));
  await invitee.press('Look at the invitation');
}

/** The words in another order that their check finds wrong: one order in sixteen passes it and names nothing. */
async function misplaced(words: readonly string[]): Promise<readonly string[]> {
  const device = buildParts(connectTo(server.address).api);
  for (const at of words.keys()) {
    const turned = [...words.slice(at + 1), ...words.slice(0, at + 1)];
    const opened = await openInvitation(device, turned.join(' '));
    if (!opened.ok && opened.refusal.type === 'WordsDoNotFit') return turned;
  }
  throw new Error('every order of these words fits');
}

/** Answers as somebody would who knows the invitation, as the server does, but not its secret. */
async function forge(words: readonly string[], handle: string): Promise<void> {
  const { api } = connectTo(server.address);
  const withoutSecret: Api = {
    call: (row, input) => {
      if (row.name !== 'answerInvitation') return api.call(row, input);
      const changed = JSON.parse(JSON.stringify(input)) as { input: { proof: string } };
      changed.input.proof = 'A'.repeat(43);
      // The same form with another proof in it, which the row's own type cannot be followed to.
      return api.call(row, changed as never);
    },
  };
  expectOk(
    await acceptInvitation(buildParts(withoutSecret), {
      text: words.join(' '),
      handle,
      passphrase,
      origin: server.address,
    }),
  );
}

async function confirmOnScreen(handle: string): Promise<void> {
  // The list is read anew with the screen.
  await anna.follow('Cases');
  await anna.follow('People');
  await anna.fill('Name of the person, as colleagues know them', 'Somebody');
  await anna.fill(/^Confirm it is you/, programme.anna.passphrase);
  await anna.press(`Confirm ${handle}`);
}

let words: readonly string[];

test('mistyped words are told apart, and trying them costs the invitation nothing', async () => {
  await anna.follow('People');
  await anna.press('Invite somebody');
  words = await readWords();
  const [first = '', ...others] = words;
  for (const [wrong, said] of [
    [[`${first}x`, ...others], /^Word 1 is not a word of the list/],
    [await misplaced(words), /^These words do not belong together/],
    [others, /^There are 11 words; 12 are needed/],
    [Array.from({ length: 12 }, (_, at) => (at < 11 ? 'abandon' : 'about')), /^There is no such invitation/],
    [[`${first}y`, ...others], /^Word 1 is not a word of the list/],
  ] as const) {
    await look(wrong);
    await invitee.see(said);
  }
  expect(await invitee.barriers()).toEqual([]);
  await look(words);
  await invitee.see(/You are invited to Test Society/);
});

test('five answers without the secret use it up; the coordinator sees why and makes a new one', async () => {
  await forge(words, 'forger.1');
  await confirmOnScreen('forger.1');
  await anna.see(/The answer was not made by the person you invited\. It was thrown away; call them/);
  await anna.see('4 more answers can be tried.');

  const { parts, passphrase: own } = programme.anna;
  const person = expectOk(await signIn(parts, { handle: 'anna.f', passphrase: own }));
  const [invitation] = expectOk(await listInvitations(parts, person)).filter(({ state }) => state === 'open');
  expectOk(await stepUp(parts, own));
  for (const handle of ['forger.2', 'forger.3', 'forger.4']) {
    await forge(words, handle);
    expect(await confirmInvitation(parts, person, invitation?.id ?? '')).toMatchObject({ ok: false });
  }
  await forge(words, 'forger.5');
  await confirmOnScreen('forger.5');
  await anna.see(/Again the answer was not made .* make a new one\./);
  await anna.see('Ended: five answers were not made by the person invited');
  expect(await anna.barriers()).toEqual([]);

  await invitee.page.reload();
  await invitee.press('I have an invitation');
  await look(words);
  await invitee.see(/This invitation does not work any more.* Ask for a new one/);

  await anna.press('Invite again');
  words = await readWords();
  await look(words);
  await invitee.see(/You are invited to Test Society/);
  await invitee.fill('Sign-in name', 'noa.n');
  await invitee.fill('Passphrase', passphrase);
  await invitee.press('Make my keys');
  await invitee.seeHeading('Your keys are made on this device');
  await confirmOnScreen('noa.n');
  await anna.page.getByRole('button', { name: 'Confirm noa.n' }).waitFor({ state: 'detached' });
  await anna.see('noa.n');
});

test('one that was used, and one older than seven days, say so on both sides', async () => {
  await invitee.page.reload();
  await invitee.press('I have an invitation');
  await look(words);
  await invitee.see(/This invitation does not work any more/);

  await anna.press('Invite somebody');
  const late = await readWords();
  server.clock.set(new Date(Date.now() + 7 * 86_400_000 + 60_000));
  await look(late);
  await invitee.see('This invitation is older than 7 days. Ask for a new one.');
  await anna.page.reload();
  await unlockAs(anna, programme.anna);
  await anna.follow('People');
  await anna.see('Expired');
  const row = anna.page.getByRole('listitem').filter({ hasText: 'Expired' });
  await row.getByRole('button', { name: 'Invite again' }).click();
  await look(await readWords());
  await invitee.see(/You are invited to Test Society/);
  await row.getByRole('button', { name: 'Put away' }).click();
  await row.waitFor({ state: 'detached' });
  expect(server.defects).toEqual([]);
});
