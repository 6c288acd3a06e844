import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk, type SpaceId } from '#platform/base';
import { buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { answering } from '../testing/lying-api.ts';
import {
  createDesk,
  createMarks,
  invite,
  loadDirectory,
  openOwnKeyring,
  saveSeen,
  signIn,
  type KeptMarks,
} from './index.ts';

let server: TestServer;
let anna: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  anna = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
});
afterAll(() => server.stop());

// Made up here: no space is asked for by them.
const [one, two, three] = ['1', '2', '3'].map((sign) => sign.repeat(8) as SpaceId) as [SpaceId, SpaceId, SpaceId];

test('two tabs that save what they saw, and an invitation between, lose nothing of each other', async () => {
  const directory = expectOk(await loadDirectory(anna.parts, anna.person));
  const marksOf = async (): Promise<KeptMarks> => createMarks(await openOwnKeyring(anna.person));
  const [left, right] = [await marksOf(), await marksOf()];
  left.note(one, 5, 'a', 'x');
  left.note(two, 9, 'b');
  right.note(one, 3, 'z', 'y');
  right.note(two, 9, 'b', null);
  right.note(three, 1, 'c');
  right.pin('directory', three);
  expectOk(await saveSeen(anna.parts, anna.person, left, directory));
  const roles = [{ role: 'reader' as const, until: null }];
  const made = expectOk(await invite(anna.parts, anna.person, { roles, origin: 'https://baken.test' }));
  expectOk(await saveSeen(anna.parts, anna.person, right, directory));

  const now = expectOk(await signIn(anna.parts, { handle: anna.person.handle, passphrase: anna.passphrase }));
  const keyring = await openOwnKeyring(now);
  expect(keyring.marks).toEqual({ [one]: [5, 'a', 'x'], [two]: [9, 'b', null], [three]: [1, 'c'] });
  expect(keyring.pinned).toEqual({ directory: three });
  expect(Object.keys(keyring.invitations)).toEqual([made.id]);
  expect(keyring.version).toBe(3);
});

test('a server that gives something older or else in answer to that is not believed, and nothing is written over it', async () => {
  const now = expectOk(await signIn(anna.parts, { handle: anna.person.handle, passphrase: anna.passphrase }));
  const directory = expectOk(await loadDirectory(anna.parts, now));
  const marks = createMarks(await openOwnKeyring(now));
  const first = expectOk(await saveSeen(anna.parts, now, marks, directory));
  expectOk(await saveSeen(anna.parts, first, marks, directory));
  for (const keyring of [
    now.keyring,
    null,
    { version: 99, sealed: now.keyring?.sealed ?? '' },
    { version: 99, sealed: 'nothing of hers' },
  ]) {
    const lying = { ...anna.parts, api: answering(anna.parts.api, 'readKeyring', { keyring }) };
    expect(await saveSeen(lying, now, marks, directory)).toMatchObject({
      ok: false,
      refusal: { type: 'KeyringBehind' },
    });
  }
  const again = expectOk(await signIn(anna.parts, { handle: anna.person.handle, passphrase: anna.passphrase }));
  expect(again.keyring?.version).toBe((first.keyring?.version ?? 0) + 1);
  expect(server.defects).toEqual([]);
});

test('only what is new is told', async () => {
  let told = 0;
  const marks = createMarks(await openOwnKeyring(anna.person), () => (told += 1));
  marks.note(one, 2, 'a', 'x');
  marks.note(one, 2, 'a', 'x');
  marks.note(one, 1, 'b', 'y');
  marks.note(one, 2, 'a');
  marks.note(one, 2, 'other', 'z');
  expect([told, marks.read(one)]).toEqual([1, { seq: 2, head: 'a', coded: 'x' }]);
  marks.note(one, 2, 'a', null);
  marks.note(one, 3, 'c');
  marks.pin('directory', one);
  marks.pin('directory', one);
  expect([told, marks.read(one)]).toEqual([4, { seq: 3, head: 'c', coded: undefined }]);
});

test('the desk goes with the keyring: back after signing in, gone once it is done', async () => {
  const signedIn = async (): Promise<TestPerson['person']> =>
    expectOk(await signIn(anna.parts, { handle: anna.person.handle, passphrase: anna.passphrase }));
  const now = await signedIn();
  const directory = expectOk(await loadDirectory(anna.parts, now));
  const keyring = await openOwnKeyring(now);
  const marks = createMarks(keyring);
  const [left, right] = [createDesk(keyring, server.clock), createDesk(keyring, server.clock)];
  left.keep('new-case', { given: 'Selam', family: '' });
  right.keep('other', { words: 'kept too' });
  expectOk(await saveSeen(anna.parts, now, marks, directory, left));
  expectOk(await saveSeen(anna.parts, now, marks, directory, right));

  const desk = createDesk(await openOwnKeyring(await signedIn()), server.clock);
  expect([desk.read('new-case'), desk.read('other')]).toEqual([{ given: 'Selam', family: '' }, { words: 'kept too' }]);
  desk.keep('new-case', null);
  expectOk(await saveSeen(anna.parts, await signedIn(), marks, directory, desk));
  const after = createDesk(await openOwnKeyring(await signedIn()), server.clock);
  expect([after.read('new-case'), after.read('other')]).toEqual([null, { words: 'kept too' }]);
});
