import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { sessionRoutes } from '#kernel/accounts';
import { openOwnKeyring, signIn } from '#kernel/accounts/client';
import { openCase, type OpenedCase } from '#modules/casework/client';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { enterWithKit, readyCase, readyProgramme, unlockAs, type ReadyProgramme } from './ready-programme.ts';
import type { Screen } from './screen.ts';

let server: TestServer;
let programme: ReadyProgramme;
let opened: OpenedCase;
let noor: Screen;

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  programme = await readyProgramme(server);
  opened = await readyCase(programme, 'Okparinde', programme.noor);
  noor = await enterWithKit(`${server.address}/cases/${opened.id}/contact`, programme.noor);
});
afterAll(async () => {
  await noor.browser.close();
  await server.stop();
});

/**
 * Of more than three sessions the one that began first ends. The test's clock stands still, so without this they would
 * all have begun at once, and now and then the browser's own would end.
 */
function beforeSigningIn(): void {
  server.clock.set(new Date(server.clock.now().getTime() + 1_000));
}

/** The furthest point of the case's log that Noor's own sealed notes know, for her next sign-in anywhere. */
async function markKept(): Promise<number> {
  const { parts, person, passphrase } = programme.noor;
  const read = await parts.api.call(sessionRoutes.readKeyring, {});
  // Somebody has three sessions at most, so signing in each time would end that of the browser.
  if (!read.ok) beforeSigningIn();
  const keyring = read.ok
    ? read.value.keyring
    : expectOk(await signIn(parts, { handle: person.handle, passphrase })).keyring;
  return (await openOwnKeyring({ ...person, keyring })).marks[opened.id]?.[0] ?? 0;
}

async function writeNote(words: string): Promise<void> {
  await noor.press('Add a note');
  await noor.fill('Note', words);
  await noor.press('Save');
  await noor.page.getByRole('listitem').filter({ hasText: words }).waitFor();
}

const newest = async (): Promise<number> => expectOk(await openCase(programme.session, opened.id)).space.log.seq;

test('what was seen is kept a few seconds later, without locking', async () => {
  await writeNote('The first');
  const seq = await newest();
  await expect.poll(markKept, { timeout: 60_000, interval: 1_500 }).toBe(seq);
});

test('a page that is left at once after saving takes no mark with it', async () => {
  await writeNote('Saved and gone');
  // As long as sealing waits, far shorter than storing does.
  await noor.page.waitForTimeout(700);
  await noor.page.goto('about:blank');
  const seq = await newest();
  await expect.poll(markKept, { timeout: 30_000, interval: 500 }).toBe(seq);
});

test('two tabs of one person take nothing from each other', async () => {
  await noor.page.goto(`${server.address}/cases/${opened.id}/contact`);
  beforeSigningIn();
  await unlockAs(noor, programme.noor);
  await writeNote('In the first tab');
  const second = await noor.browser.context.newPage();
  await second.goto(`${server.address}/cases/${opened.id}/contact`);
  await second.getByLabel('Sign-in name').fill('noor.v');
  await second.getByLabel('Passphrase').fill(programme.noor.passphrase);
  beforeSigningIn();
  await second.getByRole('button', { name: 'Unlock', exact: true }).click();
  await second.getByRole('listitem').filter({ hasText: 'In the first tab' }).waitFor();
  await noor.page.bringToFront();
  await writeNote('In the first tab again');
  const seq = await newest();
  await expect.poll(markKept, { timeout: 60_000, interval: 1_500 }).toBe(seq);
  expect(server.defects).toEqual([]);
});
